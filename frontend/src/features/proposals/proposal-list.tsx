import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, SkeletonLine, SkeletonText } from '../../ui/skeleton.js';
import { ShowMore } from '../../ui/show-more.js';
import { EmptyState, ErrorState, type Failure } from '../../ui/states.js';
import { ProposalRow } from './proposal-row.js';
import styles from './proposal-list.module.css';
import type { ProposalWords } from './proposal-words.js';

export interface ProposalListProps {
  proposals: readonly PublicProposal[] | undefined;
  words: ProposalWords;
  error: Failure | null;
  onRetry: () => void;
  hasMore: boolean;
  busy: boolean;
  onMore: () => void;
  /** What to do when nothing is found. */
  emptyAction?: ReactNode;
  lit: string | null;
  /** Left out where there is no map to show it on. */
  onShowOnMap?: (proposal: PublicProposal) => void;
}

function RowSkeleton() {
  return (
    <div className={styles.skeleton}>
      <SkeletonLine width="9rem" />
      <SkeletonLine width="70%" height="1.2rem" />
      <SkeletonText lines={2} />
    </div>
  );
}

/** The list twin of the map. It says all that the map says, and works without it. */
export function ProposalList({
  proposals,
  words,
  error,
  onRetry,
  hasMore,
  busy,
  onMore,
  emptyAction,
  lit,
  onShowOnMap,
}: ProposalListProps) {
  const { t } = useTranslation('proposals');
  if (error && !proposals) return <ErrorState error={error} title={t('list.failed')} onRetry={onRetry} />;
  if (!proposals)
    return (
      <Skeleton label={t('list.loading')}>
        {['a', 'b', 'c', 'd'].map((row) => (
          <RowSkeleton key={row} />
        ))}
      </Skeleton>
    );
  if (proposals.length === 0)
    return (
      <EmptyState title={t('list.empty')} action={emptyAction}>
        {t('list.emptyHow')}
      </EmptyState>
    );
  return (
    <>
      {error && <ErrorState error={error} title={t('list.stale')} onRetry={onRetry} />}
      <ul className={styles.list}>
        {proposals.map((proposal) => (
          <li key={proposal.reference}>
            <ProposalRow
              proposal={proposal}
              words={words}
              headingLevel={2}
              isLit={lit === proposal.reference}
              onShowOnMap={onShowOnMap}
            />
          </li>
        ))}
      </ul>
      <ShowMore shown={proposals.length} hasMore={hasMore} busy={busy} onMore={onMore} />
    </>
  );
}
