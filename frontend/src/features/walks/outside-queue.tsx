import { useTranslation } from 'react-i18next';
import { isHeld } from '../../platform/device-queue.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { WaitingList } from '../../ui/waiting-list.js';
import { goesWith, needsStop, type WalkMessage } from './walk-messages.js';

interface OutsideQueueProps {
  messages: readonly WalkMessage[];
  /** The keys of those that the server fell over. */
  stuck: ReadonlySet<string>;
  /** Whether the server takes nothing just now. */
  isTurnedAway: boolean;
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
  stuck,
  isTurnedAway,
  isSending,
  onSend,
  onChange,
  onRetry,
  onRemove,
}: OutsideQueueProps) {
  const { t } = useTranslation('work-walks');
  const { time } = useFormats();
  const stateOf = (message: WalkMessage) => {
    if (message.refusal) return 'refused';
    if (isHeld(message, messages, needsStop)) return 'held';
    if (stuck.has(message.key)) return 'stuck';
    return isTurnedAway ? 'turnedAway' : 'waits';
  };
  return (
    <WaitingList
      title={t('out.queue')}
      rows={messages.map((message) => {
        const { key, name, what, savedAt, refusal } = message;
        const state = stateOf(message);
        const alongside = goesWith(key, messages).length - 1;
        return {
          key,
          name: t(`out.message.${what.kind}`, { name }),
          state: t(`out.${state}`, { time: time(savedAt) }),
          reasons: refusal && (refusal.reasons.length > 0 ? refusal.reasons : [t('out.noReason')]),
          acts: refusal && (
            <>
              <Button onClick={() => onRetry(key)}>{t('out.retry')}</Button>
              {what.kind === 'observation' && (
                <Button onClick={() => onChange(message)}>{t('out.change')}</Button>
              )}
            </>
          ),
          removal:
            state === 'waits' || state === 'turnedAway' || state === 'held'
              ? null
              : alongside > 0
                ? t('out.removeWith', { count: alongside })
                : t('out.removeSure'),
        };
      })}
      words={{ remove: t('out.remove'), send: t('out.send'), how: t('out.how') }}
      isSending={isSending}
      onSend={messages.some(({ refusal }) => refusal === null) ? onSend : undefined}
      onRemove={(key) => onRemove(...goesWith(key, messages))}
    />
  );
}
