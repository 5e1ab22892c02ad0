import { ASSIGNEE_ME, ASSIGNEE_NOBODY, ORGANISATION_MINE } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { assigneesQuery } from './desk.queries.js';
import type { QueueFilters } from './queue-filters.js';

/** The filters about hands in words, each with what the filters are without it. */
export function useHandFilters(
  filters: Pick<QueueFilters, 'assignee' | 'organisation'>,
): { name: string; without: Partial<QueueFilters> }[] {
  const { t } = useTranslation('work-desk');
  const named = filters.assignee.length > 0 || filters.organisation.length > 0;
  const { data = [] } = useQuery({ ...assigneesQuery, enabled: named });
  const personWords = (one: string) => {
    if (one === ASSIGNEE_ME) return t('filter.me');
    if (one === ASSIGNEE_NOBODY) return t('filter.nobody');
    const person = data.flatMap(({ colleagues }) => colleagues).find(({ accountId }) => accountId === one);
    return person ? t('hands.has', { name: person.name }) : t('filter.colleague');
  };
  const teamWords = (one: string) => {
    if (one === ORGANISATION_MINE) return t('filter.ours');
    const team = data.flatMap(({ organisations }) => organisations).find((each) => each.organisation === one);
    return t('filter.organisation', { name: team?.name ?? one });
  };
  return [
    ...filters.assignee.map((one) => ({
      name: personWords(one),
      without: { assignee: filters.assignee.filter((each) => each !== one) },
    })),
    ...filters.organisation.map((one) => ({
      name: teamWords(one),
      without: { organisation: filters.organisation.filter((each) => each !== one) },
    })),
  ];
}
