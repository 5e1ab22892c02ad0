import type { PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import { Plus } from 'lucide-react';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLighting } from '../../platform/lighting.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import styles from './browse.module.css';
import { ChosenProposal } from './chosen-proposal.js';
import { FilterPanel, type FilterPanelProps } from './filter-panel.js';
import { OwnProposalList } from './own-proposal-list.js';
import { countFilters, withoutFilters, type ProposalFilters } from './proposal-filters.js';
import { ProposalList } from './proposal-list.js';
import { useBrowse } from './use-browse.js';

export interface BrowseListProps {
  municipality: Municipality;
  /** Those who are responsible for answers, by the name that the filter has for them. */
  owners: FilterPanelProps['owners'];
  browse: ReturnType<typeof useBrowse>;
  filters: ProposalFilters;
  onFilters: (filters: ProposalFilters) => void;
  isFiltering: boolean;
  chosen: { reference: string; byKeyboard: boolean } | null;
  onCloseChosen: () => void;
  lit: string | null;
  onLight: (reference: string | null) => void;
  onShowOnMap?: (proposal: PublicProposal) => void;
  /** The list shows a part of the municipality: the way back to all of it. */
  onWhole?: () => void;
}

/** Filters, what is chosen, the list, and what one has sent oneself: the same beside a map, over it, and alone. */
export function BrowseList({
  municipality,
  owners,
  browse,
  filters,
  onFilters,
  isFiltering,
  chosen,
  onCloseChosen,
  lit,
  onLight,
  onShowOnMap,
  onWhole,
}: BrowseListProps) {
  const { t } = useTranslation('proposals');
  const { list, words, counts, mapError } = browse;
  // What is chosen stands above the list, not in it once more.
  const proposals = browse.proposals?.filter(({ reference }) => reference !== chosen?.reference);
  const isOnlyChosen = proposals?.length === 0 && browse.proposals?.length === 1;
  const rows = useRef<HTMLDivElement>(null);
  useLighting(rows, onLight);
  return (
    <div className={styles.content}>
      {isFiltering && (
        <FilterPanel
          filters={filters}
          onChange={onFilters}
          localities={municipality.localities}
          owners={owners}
          counts={counts && { 'speed-check': counts.disc, 'dark-place': counts.lantern, idea: counts.bubble }}
        />
      )}
      {chosen && (
        <ChosenProposal
          key={chosen.reference}
          reference={chosen.reference}
          words={words}
          takesFocus={chosen.byKeyboard}
          onClose={onCloseChosen}
        />
      )}
      {mapError && <ErrorState error={mapError} title={t('page.mapFailed')} onRetry={browse.retryMap} />}
      {browse.isCoarse && <p>{t('page.mapCoarse', { number: browse.marks.pins.length })}</p>}
      {onWhole && (
        <Button look="quiet" className={styles.whole} onClick={onWhole}>
          {t('page.whole', { place: municipality.shortName })}
        </Button>
      )}
      <div hidden={isOnlyChosen} ref={rows} aria-busy={list.isPlaceholderData}>
        <ProposalList
          proposals={proposals}
          words={words}
          error={list.error}
          onRetry={() => void list.refetch()}
          hasMore={list.hasNextPage}
          busy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          emptyAction={
            countFilters(filters) > 0 ? (
              <Button
                onClick={() => {
                  onFilters(withoutFilters(filters));
                }}
              >
                {t('filter.clear')}
              </Button>
            ) : undefined
          }
          lit={lit}
          onShowOnMap={onShowOnMap}
        />
      </div>
      <OwnProposalList municipality={municipality.slug} />
      <ButtonLink to={`/${municipality.slug}`} icon={<Plus size={20} aria-hidden="true" />}>
        {t('page.new')}
      </ButtonLink>
    </div>
  );
}
