import type { WheelEvent } from '@lofteskartan/shared/contracts/yearly-wheel';
import type { WheelUnit } from '@lofteskartan/shared/yearly-wheel';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Timeline } from '../../ui/timeline.js';
import { useMonthWords } from './month-words.js';

/** What an event says of itself, as the server wrote it. */
interface Said {
  fields?: string[];
  year?: number;
  number?: number;
  reason?: string;
  note?: string | null;
}

const FIELDS = [
  'kind',
  'title',
  'unit',
  'due',
  'everyYears',
  'startsOn',
  'endsOn',
  'bodyId',
  'places',
  'note',
] as const;

/** What happened to something that recurs, the latest first. */
export function WheelHistory({ events, unit }: { events: readonly WheelEvent[]; unit: WheelUnit }) {
  const { t } = useTranslation('work-wheel');
  const { moment, list } = useFormats();
  const { long } = useMonthWords();
  const entries = events.map(({ at, type, actor, changes }, index) => {
    const { fields = [], year = 0, number = 1, reason, note } = (changes ?? {}) as Said;
    const period = unit === 'month' ? (long[number - 1] ?? '') : t('history.week', { week: number });
    return {
      key: String(index),
      title: t(`history.${type}`, {
        when: `${period} ${String(year)}`,
        fields: list(FIELDS.filter((field) => fields.includes(field)).map((field) => t(`fields.${field}`))),
      }),
      meta: `${moment(at)} · ${actor ?? t('history.house')}`,
      children: reason ?? note,
      fill: type === 'done' ? ('check' as const) : ('outline' as const),
    };
  });
  return (
    <details>
      <summary>{t('history.title')}</summary>
      <Timeline label={t('history.title')} entries={entries} />
    </details>
  );
}
