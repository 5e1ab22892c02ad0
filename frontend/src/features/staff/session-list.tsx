import type { AccountSession } from '@lofteskartan/shared/contracts/own-account';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './own-account.module.css';

interface SessionListProps {
  sessions: readonly AccountSession[];
  /** The one that is being ended. */
  busyId: string | null;
  onEnd: (id: string) => void;
}

/** Where somebody is signed in: on what, since when, last used when. */
export function SessionList({ sessions, busyId, onEnd }: SessionListProps) {
  const { t } = useTranslation('work-account');
  const { moment } = useFormats();
  const nameOf = ({ browser, system }: AccountSession) => {
    if (browser && system) return t('sessions.device', { browser, system });
    return browser ?? system ?? t('sessions.unknown');
  };
  return (
    <ul className={styles.sessions}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.session}>
          <div>
            <strong>
              {nameOf(session)} {session.current && <Tag>{t('sessions.this')}</Tag>}
            </strong>
            <span className={styles.soft}>
              {t('sessions.when', { started: moment(session.startedAt), seen: moment(session.seenAt) })}
            </span>
            {session.issuerName && (
              <span className={styles.soft}>{t('sessions.with', { name: session.issuerName })}</span>
            )}
          </div>
          {!session.current && (
            <Button
              aria-label={t('sessions.endOf', { name: nameOf(session), started: moment(session.startedAt) })}
              busy={busyId === session.id}
              onClick={() => {
                onEnd(session.id);
              }}
            >
              {t('sessions.end')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
