import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOutletContext, useParams } from 'react-router';
import { ProposalPlace } from '../features/inventory/proposal-place.js';
import { RecordPanel } from '../features/records/record-panel.js';
import { CaseView } from '../features/triage/case-view.js';
import type { QueuePlace } from '../features/triage/queue-place.js';
import { caseQuery } from '../features/triage/triage.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { ErrorState } from '../ui/states.js';
import { Skeleton, SkeletonBlock, SkeletonLine, SkeletonText } from '../ui/skeleton.js';

export default function WorkCasePage() {
  const { t } = useTranslation(['work-case', 'work-inventory']);
  const { reference = '' } = useParams();
  const place = useOutletContext<QueuePlace>();
  const { data: proposal, error, refetch } = useQuery(caseQuery(reference));
  const { data: places } = useQuery({
    ...placesQuery(proposal?.municipality ?? ''),
    enabled: proposal !== undefined,
  });
  if (!proposal)
    return error ? (
      <ErrorState
        error={error}
        title={error.status === 404 ? t('notFound') : t('failed')}
        onRetry={() => void refetch()}
      />
    ) : (
      <Skeleton label={t('loading')}>
        <SkeletonLine width="60%" height="2rem" />
        <SkeletonText lines={2} />
        <SkeletonBlock height="18rem" />
        <SkeletonText lines={4} />
      </Skeleton>
    );
  // What is being written belongs to one case: another case begins anew.
  return (
    <CaseView
      key={proposal.reference}
      proposal={proposal}
      place={place}
      places={places ?? []}
      record={<RecordPanel kept={{ reference: proposal.reference }} />}
      inventory={
        proposal.kind === 'dark-place'
          ? {
              title: t('proposal.title', { ns: 'work-inventory' }),
              content: <ProposalPlace proposal={proposal} />,
            }
          : null
      }
    />
  );
}
