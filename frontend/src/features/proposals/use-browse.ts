import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { Box } from '@lofteskartan/shared/position';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { boxAround } from '../../map/geometry.js';
import type { MapSight } from '../../map/map-view.js';
import { isAnsweredByFeed, type ProposalFilters } from './proposal-filters.js';
import { countMarks, marksOfFeed, marksOfList, type FeedMarks } from './proposal-pins.js';
import { foundProposalsQuery, proposalListQuery } from './proposals.queries.js';
import { useFeed } from './use-feed.js';
import { useProposalWords } from './proposal-words.js';

const NO_MARKS: FeedMarks = { pins: [], counted: [] };

export interface Browsed {
  municipality: Municipality;
  filters: ProposalFilters;
  /** What the map shows; null while there is no map. */
  sight: MapSight | null;
  /** The list is limited to this box: what the map shows once somebody has moved it. */
  box: Box | null;
  hasMap: boolean;
}

/** What the list and the map show, and how many: the same filters, one answer for both. */
export function useBrowse({ municipality, filters, sight, box, hasMap }: Browsed) {
  const { t } = useTranslation('proposals');
  const { number } = useFormats();
  const words = useProposalWords(municipality.localities);
  const { slug } = municipality;
  const byFeed = isAnsweredByFeed(filters);
  const list = useInfiniteQuery(proposalListQuery(slug, filters, box));
  const feed = useFeed(slug, filters, sight, hasMap && byFeed);
  const found = useQuery({ ...foundProposalsQuery(slug, filters), enabled: hasMap && !byFeed });

  const proposals = useMemo(() => list.data?.pages.flatMap(({ items }) => items), [list.data]);
  const marks = useMemo(() => {
    const label = (pin: Parameters<typeof words.status>[0] & { supportCount: number }) =>
      t('pin', {
        kind: words.kindOf(pin.kind),
        status: words.status(pin),
        support: t('support.count', { count: pin.supportCount, number: number(pin.supportCount) }),
      });
    if (!byFeed) return found.data ? marksOfList(found.data.items, label) : NO_MARKS;
    const listed = proposals?.map(({ reference }) => reference) ?? [];
    return feed.data ? marksOfFeed(feed.data, listed, label) : NO_MARKS;
  }, [byFeed, feed.data, found.data, proposals, words, t, number]);

  const counts = useMemo(() => countMarks(marks), [marks]);
  const shown = proposals?.length ?? 0;
  /** "14 förslag", or what is known while the list goes on. */
  const inAll = (): string => {
    if (!proposals) return '';
    if (shown === 0) return t('found.none');
    if (!list.hasNextPage) return t('found.all', { count: shown, number: number(shown) });
    if (hasMap && !box && counts.total > shown)
      return t('found.onMap', { count: counts.total, number: number(counts.total) });
    return t('found.more', { number: number(shown) });
  };

  return {
    words,
    list,
    proposals,
    marks,
    // With a kind chosen, nobody knows how many the others are.
    counts: hasMap && !box && filters.kind.length === 0 ? counts : null,
    summary: [inAll(), box && shown > 0 ? t('found.inView') : ''].filter(Boolean).join(' '),
    mapError: byFeed ? feed.error : found.error,
    /** Where everything that was found lies, when words or a locality are asked for; null until it is known. */
    foundIn:
      byFeed || found.isPlaceholderData || !found.data
        ? null
        : boxAround(marks.pins.map(({ position }) => position)),
    retryMap: () => void (byFeed ? feed.refetch() : found.refetch()),
    isCoarse: !byFeed && found.data !== undefined && !found.data.isAll,
  };
}
