import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { WaitingList } from '../../ui/waiting-list.js';
import type { WaitingCheck } from './car-queue.js';

interface CarQueueListProps {
  checks: readonly WaitingCheck[];
  /** The keys of those that the server fell over. */
  stuck: ReadonlySet<string>;
  /** Whether the server takes nothing just now. */
  isTurnedAway: boolean;
  isSending: boolean;
  onSend: () => void;
  onEdit: (check: WaitingCheck) => void;
  /** Lets a refused one wait to be sent again, as it is. */
  onRetry: (key: string) => void;
  onRemove: (key: string) => void;
}

/** What lies on the device: checks that wait for the network, and those that the server refused, with why. */
export function CarQueueList({
  checks,
  stuck,
  isTurnedAway,
  isSending,
  onSend,
  onEdit,
  onRetry,
  onRemove,
}: CarQueueListProps) {
  const { t } = useTranslation('work-car');
  const { time } = useFormats();
  return (
    <WaitingList
      title={t('queue.title')}
      rows={checks.map((check) => {
        const { key, place, savedAt, refusal } = check;
        const state = refusal ? 'refused' : stuck.has(key) ? 'stuck' : isTurnedAway ? 'turnedAway' : 'waits';
        return {
          key,
          name: place,
          state: t(`queue.${state}`, { time: time(savedAt) }),
          reasons: refusal && (refusal.reasons.length > 0 ? refusal.reasons : [t('queue.noReason')]),
          acts: refusal && (
            <>
              <Button onClick={() => onRetry(key)}>{t('queue.retry')}</Button>
              <Button onClick={() => onEdit(check)}>{t('queue.edit')}</Button>
            </>
          ),
          removal: state === 'waits' || state === 'turnedAway' ? null : t('queue.removeSure'),
        };
      })}
      words={{ remove: t('queue.remove'), send: t('queue.send'), how: t('queue.how') }}
      isSending={isSending}
      onSend={checks.some(({ refusal }) => refusal === null) ? onSend : undefined}
      onRemove={onRemove}
    />
  );
}
