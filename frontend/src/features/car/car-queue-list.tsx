import { CloudUpload, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import type { WaitingCheck } from './car-queue.js';
import styles from './car.module.css';

interface CarQueueListProps {
  checks: readonly WaitingCheck[];
  isSending: boolean;
  onSend: () => void;
  onEdit: (check: WaitingCheck) => void;
  /** Lets a refused one wait to be sent again, as it is. */
  onRetry: (key: string) => void;
  onRemove: (key: string) => void;
}

/** What lies on the device: checks that wait for the network, and those that the server refused, with why. */
export function CarQueueList({ checks, isSending, onSend, onEdit, onRetry, onRemove }: CarQueueListProps) {
  const { t } = useTranslation('work-car');
  const { time } = useFormats();
  const [asked, setAsked] = useState<string | null>(null);
  if (checks.length === 0) return null;
  const waiting = checks.filter(({ refusal }) => refusal === null);
  return (
    <section className={styles.queue} aria-labelledby="car-queue">
      <h2 id="car-queue">{t('queue.title')}</h2>
      <ul>
        {checks.map((check) => (
          <li key={check.key} className={check.refusal ? styles.refused : undefined}>
            {check.refusal ? (
              <TriangleAlert size={22} aria-hidden="true" />
            ) : (
              <CloudUpload size={22} aria-hidden="true" />
            )}
            <div>
              <strong>{check.place}</strong>
              <span>
                {check.refusal
                  ? t('queue.refused', { time: time(check.savedAt) })
                  : t('queue.waits', { time: time(check.savedAt) })}
              </span>
              {check.refusal && (
                <>
                  {(check.refusal.reasons.length > 0 ? check.refusal.reasons : [t('queue.noReason')]).map(
                    (reason) => (
                      <span key={reason}>{reason}</span>
                    ),
                  )}
                  <span className={styles.acts}>
                    <Button onClick={() => onRetry(check.key)}>{t('queue.retry')}</Button>
                    <Button onClick={() => onEdit(check)}>{t('queue.edit')}</Button>
                    {asked === check.key ? (
                      <Button look="danger" onClick={() => onRemove(check.key)}>
                        {t('queue.removeSure')}
                      </Button>
                    ) : (
                      <Button look="quiet" onClick={() => setAsked(check.key)}>
                        {t('queue.remove')}
                      </Button>
                    )}
                  </span>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <Button busy={isSending} onClick={onSend}>
          {t('queue.send')}
        </Button>
      )}
      <p className={styles.soft}>{t('queue.how')}</p>
    </section>
  );
}
