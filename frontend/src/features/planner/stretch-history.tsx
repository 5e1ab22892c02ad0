import type { StretchDetail, StretchEvent } from '@lofteskartan/shared/contracts/stretches';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import styles from './planner.module.css';
import { useUndoStretchEvent } from './planner.queries.js';

/** What happened to a stretch; splits and merges can be taken back. */
export function StretchHistory({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-planner');
  const { moment, days } = useFormats();
  const undo = useUndoStretchEvent(municipality, stretch.id);
  const words = ({ type, name, wishes }: StretchEvent): string => {
    if (type === 'named') return name ? t('history.named', { name }) : t('history.unnamed');
    if (type === 'split' || type === 'merged') return t(`history.${type}`, { count: wishes });
    if (type === 'measured') {
      const [from = '', to = from] = (name ?? '').split('–');
      return t('history.measured', { name: days(from, to) });
    }
    return t(`history.${type}`, { name: name ?? '' });
  };
  return (
    <section className={styles.section}>
      <h2>{t('history.title')}</h2>
      {undo.error && <ErrorState error={undo.error} title={t('history.undoFailed')} />}
      <ol className={styles.items}>
        {stretch.history.map((event) => (
          <li key={event.event}>
            <span>{words(event)}</span>
            <span className={styles.soft}>
              {event.by ? t('history.by', { when: moment(event.at), who: event.by }) : moment(event.at)}
            </span>
            {event.undoable && (
              <div>
                <Button
                  look="quiet"
                  busy={undo.isPending}
                  onClick={() => {
                    undo.mutate(
                      { version: stretch.version, event: event.event },
                      {
                        onSuccess: () => {
                          toast(t('history.undoDone'));
                        },
                      },
                    );
                  }}
                >
                  {t('history.undo')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
