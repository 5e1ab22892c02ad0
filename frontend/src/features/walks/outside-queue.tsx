import { CloudUpload, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isHeld } from '../../platform/device-queue.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { goesWith, needsStop, type WalkMessage } from './walk-messages.js';
import styles from './outside.module.css';

interface OutsideQueueProps {
  messages: readonly WalkMessage[];
  isSending: boolean;
  onSend: () => void;
  /** Puts a refused checklist back into its form. */
  onChange: (message: WalkMessage) => void;
  /** Lets a refused one wait to be sent again. */
  onRetry: (key: string) => void;
  onRemove: (...keys: readonly string[]) => void;
}

/** What lies on the phone: what waits for the network, and what the server refused, with why. */
export function OutsideQueue({
  messages,
  isSending,
  onSend,
  onChange,
  onRetry,
  onRemove,
}: OutsideQueueProps) {
  const { t } = useTranslation('work-walks');
  const { time } = useFormats();
  const [asked, setAsked] = useState<string | null>(null);
  if (messages.length === 0) return null;
  return (
    <section className={styles.queue} aria-labelledby="outside-queue">
      <h2 id="outside-queue">{t('out.queue')}</h2>
      <ul>
        {messages.map((message) => {
          const { key, name, what, savedAt, refusal } = message;
          const state = refusal ? 'refused' : isHeld(message, messages, needsStop) ? 'held' : 'waits';
          const going = goesWith(key, messages);
          return (
            <li key={key} className={refusal ? styles.refused : undefined}>
              {refusal ? (
                <TriangleAlert size={22} aria-hidden="true" />
              ) : (
                <CloudUpload size={22} aria-hidden="true" />
              )}
              <div>
                <strong>{t(`out.message.${what.kind}`, { name })}</strong>
                <span>{t(`out.${state}`, { time: time(savedAt) })}</span>
                {refusal && (
                  <>
                    {(refusal.reasons.length > 0 ? refusal.reasons : [t('out.noReason')]).map((reason) => (
                      <span key={reason}>{reason}</span>
                    ))}
                    <span className={styles.acts}>
                      <Button
                        onClick={() => {
                          onRetry(key);
                        }}
                      >
                        {t('out.retry')}
                      </Button>
                      {what.kind === 'observation' && (
                        <Button
                          onClick={() => {
                            onChange(message);
                          }}
                        >
                          {t('out.change')}
                        </Button>
                      )}
                      <Button
                        look={asked === key ? 'danger' : 'quiet'}
                        onClick={() => {
                          if (asked === key) onRemove(...going);
                          else setAsked(key);
                        }}
                      >
                        {asked !== key
                          ? t('out.remove')
                          : going.length > 1
                            ? t('out.removeWith', { count: going.length - 1 })
                            : t('out.removeSure')}
                      </Button>
                    </span>
                  </>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {messages.some(({ refusal }) => refusal === null) && (
        <Button busy={isSending} onClick={onSend}>
          {t('out.send')}
        </Button>
      )}
      <p className={styles.soft}>{t('out.how')}</p>
    </section>
  );
}
