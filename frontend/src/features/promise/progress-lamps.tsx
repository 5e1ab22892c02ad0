import type { Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { LampRow, LampSteps, type LampStep } from './lamp-path-row.js';

/** The steps of what has no single number: years, milestones, four-month periods. */
function useLampSteps(): (progress: Exclude<Progress, { type: 'count' }>) => LampStep[] {
  const { t } = useTranslation('promise');
  const { shortDate, month } = useFormats();
  return (progress) => {
    switch (progress.type) {
      case 'recurring':
        return progress.years.map(({ year, due, done, state }) => ({
          key: String(year),
          name: String(year),
          state:
            state === 'kept'
              ? 'lit'
              : state === 'missed'
                ? 'missed'
                : done > 0 || state === 'under-way'
                  ? 'half'
                  : 'off',
          note: t('figure.count', { done, target: due }),
        }));
      case 'milestones':
        return progress.steps.map(({ id, name, doneOn, dueOn }) => ({
          key: id,
          name,
          state: doneOn ? 'lit' : 'off',
          ...(doneOn
            ? { note: shortDate(doneOn) }
            : dueOn
              ? { note: t('dueBy', { day: shortDate(dueOn) }) }
              : {}),
        }));
      case 'ongoing':
        return progress.periods.map(({ from, to, count }) => ({
          key: from,
          name: t('period', { from: month(from), to: month(to) }),
          state: count > 0 ? 'lit' : 'off',
          count,
        }));
    }
  };
}

/** A commitment's progress as lamps, in a list. */
export function ProgressLamps({ progress }: { progress: Progress }) {
  const steps = useLampSteps();
  if (progress.type === 'count')
    return (
      <LampRow
        target={progress.target}
        done={progress.done}
        opening={progress.opening?.count ?? 0}
        expected={progress.expectedToday}
      />
    );
  if (progress.type === 'ongoing') return null;
  return <LampSteps steps={steps(progress)} />;
}
