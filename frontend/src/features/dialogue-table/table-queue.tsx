import { useTranslation } from 'react-i18next';
import { isHeld } from '../../platform/device-queue.js';
import { useFormats } from '../../platform/format.js';
import type { DeviceQueue } from '../../platform/use-device-queue.js';
import { Button } from '../../ui/button.js';
import { WaitingList } from '../../ui/waiting-list.js';
import { kindOf, needsEarlierVotes, type TableMessage } from './table-messages.js';

interface TableQueueProps {
  queue: DeviceQueue<TableMessage, unknown>;
  /** Puts a refused one back into its form. */
  onChange: (message: TableMessage) => void;
}

/** What lies on the device: what waits for the network, and what the server refused, with why. */
export function TableQueue({ queue, onChange }: TableQueueProps) {
  const { t } = useTranslation('dialogue-table');
  const { time } = useFormats();
  const { messages, stuck } = queue;
  const stateOf = (message: TableMessage) => {
    if (message.refusal) return 'refused';
    if (isHeld(message, messages, needsEarlierVotes)) return 'held';
    return stuck.has(message.key) ? 'stuck' : 'waits';
  };
  return (
    <WaitingList
      title={t('queue.title')}
      rows={messages.map((message) => {
        const { key, name, table, savedAt, refusal } = message;
        const state = stateOf(message);
        const kind = t(`kinds.${kindOf(message)}`);
        return {
          key,
          name: table ? t('queue.named', { kind, table, name }) : t('queue.loose', { kind, name }),
          state: t(`queue.${state}`, { time: time(savedAt) }),
          reasons: refusal && (refusal.reasons.length > 0 ? refusal.reasons : [t('queue.noReason')]),
          acts: refusal && (
            <>
              <Button onClick={() => void queue.retry(key)}>{t('queue.retry')}</Button>
              <Button
                onClick={() => {
                  onChange(message);
                }}
              >
                {t('queue.change')}
              </Button>
            </>
          ),
          removal: state === 'waits' || state === 'held' ? null : t('queue.removeSure'),
        };
      })}
      words={{ remove: t('queue.remove'), send: t('queue.send'), how: t('queue.how') }}
      isSending={queue.isSending}
      onSend={messages.some(({ refusal }) => refusal === null) ? queue.send : undefined}
      onRemove={(key) => void queue.remove(key)}
    />
  );
}
