import type { Commitment, OrganisationView, Progress } from '@lofteskartan/shared/contracts/medborgarlofte';
import { presentYear } from '@lofteskartan/shared/present-year';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';

/** The commitment that the home page shows as a path: the one with the largest number. */
export function largestCount(commitments: readonly Commitment[]): Commitment | undefined {
  const target = ({ progress }: Commitment) => (progress.type === 'count' ? progress.target : 0);
  return commitments
    .filter(({ progress }) => progress.type === 'count')
    .reduce<Commitment | undefined>(
      (best, one) => (best === undefined || target(one) > target(best) ? one : best),
      undefined,
    );
}

/** "Polisen", "Kommunen och polisen": owners in short, partners by name. */
export function useOwners(): (owners: readonly OrganisationView[]) => string {
  const { t } = useTranslation('words');
  const { list } = useFormats();
  return (owners) => {
    const names = owners.map(({ type, name }) => (type === 'partner' ? name : t(`organisationType.${type}`)));
    const common = new Set([t('organisationType.police'), t('organisationType.municipality')]);
    return list(
      [...new Set(names)].map((name, index) =>
        index > 0 && common.has(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name,
      ),
    );
  };
}

/** The one figure of a commitment: "41 av 70", "1 av 2 i år", "senast 14 november". */
export function useFigure(): (progress: Progress) => string {
  const { t } = useTranslation('promise');
  const { number, day } = useFormats();
  return (progress) => {
    switch (progress.type) {
      case 'count':
        return t('figure.count', { done: number(progress.done), target: number(progress.target) });
      case 'recurring': {
        const year = presentYear(progress.years);
        return year
          ? t('figure.year', { done: number(year.done), due: number(year.due), year: year.year })
          : '';
      }
      case 'milestones':
        return t('figure.count', { done: number(progress.done), target: number(progress.steps.length) });
      case 'ongoing':
        return progress.latestOn ? t('figure.latest', { day: day(progress.latestOn) }) : t('figure.never');
    }
  };
}

/** How it goes in a word: the pace, or what is missing. */
export function usePaceWord(): (progress: Progress) => string {
  const { t } = useTranslation(['promise', 'words']);
  return (progress) => {
    if (progress.type !== 'ongoing') return t(`pace.${progress.pace}`, { ns: 'words' });
    if (progress.latestOn === null) return '';
    return progress.stale ? t('stale') : t('evidence', { count: progress.evidence });
  };
}
