import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { sessionQuery } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { lastUsedAt, useSessionUse } from './session-use.js';
import styles from './session-warning.module.css';

const WARN_BEFORE_MS = 5 * 60_000;
/** Who types without sending anything is asked for by the page at most this often. */
const TELL_EVERY_MS = 2 * 60_000;
const LOOK_EVERY_MS = 15_000;

/** Tells ahead of time that a session will end, and keeps it while somebody is at work. */
export function SessionWarning({ session }: { session: Session }) {
  const { t } = useTranslation('work-account');
  const { time } = useFormats();
  const { dataUpdatedAt, refetch, isFetching } = useQuery(sessionQuery);
  const [now, setNow] = useState(() => Date.now());
  useSessionUse();

  const endsAt = dataUpdatedAt + session.secondsLeft * 1000;
  const isNear = endsAt - now < WARN_BEFORE_MS;
  useEffect(
    function lookNowAndThen() {
      const timer = window.setInterval(() => {
        const moment = Date.now();
        setNow(moment);
        const isUsed = lastUsedAt() > dataUpdatedAt && moment - dataUpdatedAt > TELL_EVERY_MS;
        // Another tab may have kept the session, so the server is asked before anything is said.
        const isNearing = endsAt - moment < WARN_BEFORE_MS + LOOK_EVERY_MS;
        const isOld = moment - dataUpdatedAt > LOOK_EVERY_MS;
        if (isUsed || (isNearing && isOld)) void refetch();
      }, LOOK_EVERY_MS);
      return () => {
        window.clearInterval(timer);
      };
    },
    [dataUpdatedAt, endsAt, refetch],
  );

  if (!isNear) return null;
  // The end that nothing puts off is told by the clock; the other by what to press.
  const isLast = Date.parse(session.expiresAt) - now < WARN_BEFORE_MS;
  const minutes = Math.max(1, Math.ceil((endsAt - now) / 60_000));
  return (
    <div className={styles.bar}>
      <Notice tone="warning" announced title={t('warning.title', { count: minutes })}>
        <p>{isLast ? t('warning.last', { time: time(session.expiresAt) }) : t('warning.idle')}</p>
        {!isLast && (
          <Button
            busy={isFetching}
            onClick={() => {
              void refetch();
            }}
          >
            {t('warning.stay')}
          </Button>
        )}
      </Notice>
    </div>
  );
}
