import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Notice } from './notice.js';
import styles from './save-failed.module.css';
import { ErrorState, type Failure } from './states.js';

/** What was read of what somebody else saved meanwhile. */
export interface Latest {
  reading: 'none' | 'reading' | 'read' | 'failed';
  readLatest: () => void;
}

export interface SaveFailedProps {
  /** Why it was not saved; null while nothing has failed. */
  error: Failure | null;
  /** What was not saved: "Mallen gick inte att spara". */
  title: string;
  kept?: ReactNode;
  latest: Latest;
  /** What is saved now where something else is written: shown once it was read. Left out where there are no fields to compare. */
  now?: readonly { readonly label: string; readonly value: string }[];
}

/** What has to be read before one goes on is moved into view, also where it stands at the end of a dialog. */
function InView({ children }: { children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={element} className={styles.inView}>
      {children}
    </div>
  );
}

/**
 * Why something was not saved. When somebody else was first, what is written stays: one reads what is saved now, compares, and saves
 * again. Nothing of theirs is overwritten unread.
 */
export function SaveFailed({ error, title, kept, latest, now }: SaveFailedProps) {
  const { t } = useTranslation('ui');
  const { reading, readLatest } = latest;
  const isStale = error?.code === 'version.stale';
  if (isStale)
    return (
      <InView key="stale">
        <Notice tone="error" title={t('stale.title')}>
          <div className={styles.body}>
            <p>{t('stale.how')}</p>
            {reading === 'failed' && <p>{t('stale.failed')}</p>}
            <div>
              <Button busy={reading === 'reading'} onClick={readLatest}>
                {t('stale.read')}
              </Button>
            </div>
          </div>
        </Notice>
      </InView>
    );
  if (reading === 'read' && !error)
    return (
      <InView key="read">
        <Notice title={t('stale.isRead')} announced>
          <div className={styles.body}>
            <p>{t('stale.compare')}</p>
            {now && now.length > 0 && (
              <dl className={styles.now}>
                {now.map(({ label, value }) => (
                  <div key={label}>
                    <dt>{t('stale.now', { label })}</dt>
                    <dd>{value || t('stale.empty')}</dd>
                  </div>
                ))}
              </dl>
            )}
            {now?.length === 0 && <p>{t('stale.same')}</p>}
          </div>
        </Notice>
      </InView>
    );
  return error && <ErrorState error={error} title={title} kept={kept} />;
}
