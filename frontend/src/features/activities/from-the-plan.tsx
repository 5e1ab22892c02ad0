import type { StretchWish } from '@lofteskartan/shared/contracts/stretches';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import type { PlannedToTell } from '../../platform/planned-check.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import type { LogDraft } from './log-draft.js';
import { plannedLog } from './planned-log.js';

/** The draft of a planned check. */
export function usePlannedLog(): (planned: PlannedToTell, wishes: readonly StretchWish[]) => LogDraft {
  const { t } = useTranslation('work-activities');
  return (planned, wishes) => {
    // The road as those who asked call it; the stretch's own name may be one that staff made.
    const road = wishes.find(({ roadName }) => roadName)?.roadName;
    const words = [
      road && t('suggest.on', { road }),
      planned.localityName && t('suggest.in', { locality: planned.localityName }),
    ];
    return plannedLog(planned, wishes, words.filter(Boolean).join(' '), new Date());
  };
}

/** Says which planned check the form tells, and that something else was begun before, where it was. */
export function FromThePlan({
  planned,
  isFilled,
  onFill,
}: {
  planned: PlannedToTell;
  /** Whether the form holds it; else what was begun before stands there. */
  isFilled: boolean;
  onFill: () => void;
}) {
  const { t } = useTranslation('work-activities');
  const { date } = useFormats();
  const hour = (each: number) => String(each).padStart(2, '0');
  return (
    <Notice
      title={t('planned.title', {
        name: planned.stretchName ?? t('planned.unnamed'),
        day: date(planned.plannedOn),
        from: hour(planned.fromHour),
        to: hour(planned.toHour),
      })}
    >
      <p>{t(isFilled ? 'planned.filled' : 'planned.other')}</p>
      {!isFilled && <Button onClick={onFill}>{t('planned.fill')}</Button>}
    </Notice>
  );
}
