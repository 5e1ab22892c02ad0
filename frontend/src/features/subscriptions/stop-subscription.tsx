import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import styles from './subscriptions.module.css';
import { useStopSubscription } from './subscriptions.queries.js';

/** Ends a subscription by one press. */
export function StopSubscription({ token, onStopped }: { token: string; onStopped: () => void }) {
  const { t } = useTranslation('watch');
  const stop = useStopSubscription();
  return (
    <section className={styles.section} aria-labelledby="stop">
      <h2 id="stop">{t('stop.title')}</h2>
      <p>{t('stop.how')}</p>
      {stop.error && <ErrorState error={stop.error} title={t('stop.failed')} />}
      <Button
        busy={stop.isPending}
        onClick={() => {
          stop.mutate({ token }, { onSuccess: onStopped });
        }}
      >
        {t('stop.do')}
      </Button>
    </section>
  );
}
