import type { CaseProposal, TriageCase } from '@lofteskartan/shared/contracts/cases';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, SkeletonBlock, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { CaseMembers } from './case-members.js';
import styles from './gathering.module.css';
import { gatheringQuery } from './gathering.queries.js';
import { Suggestions } from './suggestions.js';
import { useWorkplace } from './workplace.js';

const GatheringMap = lazy(() => import('./gathering-map.js'));

interface GatheringProps {
  proposal: TriageProposal;
  search: string;
}

/** The case that the proposal belongs to, and what may be about the same spot. A human decides. */
export function Gathering({ proposal, search }: GatheringProps) {
  const { t } = useTranslation('work-gathering');
  const { data, error, refetch } = useQuery(gatheringQuery(proposal.reference));
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('loading')}>
        <SkeletonText lines={3} />
      </Skeleton>
    );
  const isCase = data.members.length > 0;
  return (
    <div className={styles.gathering}>
      {isCase && (
        <>
          <p>
            {t('together', {
              count: data.members.length + 1,
              people: t('people', { count: data.supportCount }),
            })}
          </p>
          <CasePositions shown={data} municipality={proposal.municipality} />
          <CaseMembers shown={data} here={proposal.reference} search={search} />
        </>
      )}
      {!proposal.duplicateOf && <Suggestions proposal={proposal} shown={data} search={search} />}
    </div>
  );
}

/** A small map of every position of the case; the list beside it is its twin. */
function CasePositions({ shown, municipality: slug }: { shown: TriageCase; municipality: string }) {
  const { t } = useTranslation('work-gathering');
  const { municipalities } = useWorkplace();
  const municipality = municipalities.find((each) => each.slug === slug);
  const placed = [shown.leader, ...shown.members].filter(
    (each): each is CaseProposal & { position: NonNullable<CaseProposal['position']> } =>
      each.position !== null,
  );
  if (!municipality || placed.length === 0) return null;
  return (
    <Suspense
      fallback={
        <Skeleton label={t('map')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      }
    >
      <GatheringMap
        key={placed.map(({ reference }) => reference).join()}
        municipality={municipality}
        leader={shown.leader.reference}
        proposals={placed}
      />
    </Suspense>
  );
}
