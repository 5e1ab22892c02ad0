import type {
  MilestonesProgress,
  OngoingProgress,
  Progress,
  RecurringProgress,
} from '@lofteskartan/shared/contracts/medborgarlofte';
import { presentYear } from '@lofteskartan/shared/present-year';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { LampStations, type Station } from './lamp-stations.js';

/** Lamps drawn for one period of evidence; the words say how many there were. */
const MOST_LAMPS = 6;

const lampsOf = (lit: number, all: number, dark: Station['lamps'][number]): Station['lamps'] => [
  ...Array.from({ length: Math.min(lit, all) }, () => 'lit' as const),
  ...Array.from({ length: Math.max(0, all - lit) }, () => dark),
];

function Years({ progress, label }: { progress: RecurringProgress; label: string }) {
  const { t } = useTranslation(['promise', 'words']);
  const { number } = useFormats();
  const now = presentYear(progress.years);
  const share = ({ done, due }: { done: number; due: number }) =>
    t('figure.count', { done: number(done), target: number(due) });
  return (
    <LampStations
      label={label}
      figure={
        now
          ? { large: number(now.done), rest: t('stations.ofYear', { due: number(now.due), year: now.year }) }
          : { large: '' }
      }
      stations={progress.years.map((year) => ({
        key: String(year.year),
        name: String(year.year),
        note: `${t(`words:yearState.${year.state}`)} · ${share(year)}`,
        lamps: lampsOf(year.done, year.due, year.state === 'missed' ? 'missed' : 'off'),
      }))}
      table={{
        heads: [t('stations.year'), t('stations.due'), t('stations.done'), t('stations.state')],
        rows: progress.years.map(({ year, due, done, state }) => [
          String(year),
          number(due),
          number(done),
          t(`words:yearState.${state}`),
        ]),
      }}
    >
      <p>{t('stations.unit', { unit: progress.unit })}</p>
    </LampStations>
  );
}

function Steps({ progress, label }: { progress: MilestonesProgress; label: string }) {
  const { t } = useTranslation('promise');
  const { number, date } = useFormats();
  const when = ({ doneOn, dueOn }: MilestonesProgress['steps'][number]) => {
    if (doneOn) return t('stations.doneOn', { day: date(doneOn) });
    return dueOn ? t('dueBy', { day: date(dueOn) }) : t('stations.left');
  };
  return (
    <LampStations
      label={label}
      figure={{
        large: number(progress.done),
        rest: t('stations.of', { target: number(progress.steps.length) }),
      }}
      stations={progress.steps.map((step) => ({
        key: step.id,
        name: step.name,
        note: when(step),
        lamps: [step.doneOn ? 'lit' : 'off'],
      }))}
      table={{
        heads: [t('stations.step'), t('stations.state')],
        rows: progress.steps.map((step) => [step.name, when(step)]),
      }}
    />
  );
}

function Evidence({ progress, label }: { progress: OngoingProgress; label: string }) {
  const { t } = useTranslation('promise');
  const { number, months, date } = useFormats();
  const { evidence, latestOn, periods, stale, staleAfterDays } = progress;
  return (
    <LampStations
      label={label}
      figure={{ large: number(evidence), rest: t('stations.evidence', { count: evidence }) }}
      inThirds
      stations={periods.map(({ from, to, count }) => ({
        key: from,
        name: months(from, to),
        note: count === 0 ? t('stations.nothing') : t('count', { count }),
        lamps: count === 0 ? ['off'] : lampsOf(count, Math.min(count, MOST_LAMPS), 'off'),
      }))}
      table={{
        heads: [t('stations.period'), t('stations.done')],
        rows: periods.map(({ from, to, count }) => [months(from, to), number(count)]),
      }}
    >
      <p>{latestOn ? t('stations.latest', { day: date(latestOn) }) : t('stations.never')}</p>
      {stale && latestOn && <p>{t('stations.stale', { count: staleAfterDays })}</p>}
    </LampStations>
  );
}

/** The progress of a commitment without a single number, as a road with stations. */
export function ProgressStations({ progress, label }: { progress: Progress; label: string }) {
  switch (progress.type) {
    case 'recurring':
      return <Years progress={progress} label={label} />;
    case 'milestones':
      return <Steps progress={progress} label={label} />;
    case 'ongoing':
      return <Evidence progress={progress} label={label} />;
    case 'count':
      return null;
  }
}
