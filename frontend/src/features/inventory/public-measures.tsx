import type { PublicMeasure } from '@lofteskartan/shared/contracts/dark-places';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Timeline } from '../../ui/timeline.js';
import { MEASURE_LOOKS } from './place-looks.js';

const DAY_WORDS = { planned: 'planned', overdue: 'late', done: 'doneOn', decided: 'decidedOn' } as const;

/** What is done at a place, what was, and what is not and why. */
export function PublicMeasures({ measures }: { measures: readonly PublicMeasure[] }) {
  const { t } = useTranslation(['dark-places', 'inventory']);
  const { date } = useFormats();
  if (measures.length === 0) return <p>{t('measures.none')}</p>;
  const dayOf = ({ state, plannedOn, doneOn }: PublicMeasure): string => {
    const day = doneOn ?? plannedOn;
    return day ? t(`measures.${DAY_WORDS[state]}`, { date: date(day) }) : t('measures.noDay');
  };
  return (
    <Timeline
      label={t('measures.title')}
      entries={measures.map((measure, index) => {
        const { kind, state, text, owner } = measure;
        const isOpen = state === 'planned' || state === 'overdue';
        return {
          key: String(index),
          title: t(`${isOpen ? 'toDo' : 'kind'}.${kind}`, { ns: 'inventory' }),
          meta: [dayOf(measure), owner && t('measures.owner', { name: owner })].filter(Boolean).join(' · '),
          children: text,
          ...MEASURE_LOOKS[state],
          awaited: state === 'planned',
        };
      })}
    />
  );
}
