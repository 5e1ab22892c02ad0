import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { grown } from '../../map/geometry.js';
import type { MapSight } from '../../map/map-view.js';
import { mustAsk, type Asked } from './feed-need.js';
import type { ProposalFilters } from './proposal-filters.js';
import { proposalMapQuery } from './proposals.queries.js';

/** The feed waits until a drag or a pinch has come to rest. Milliseconds. */
const REST_MS = 250;
/** How much more than the view is asked for, on each side. */
const MARGIN = 0.25;

/** The pins and clusters for what is in view, asked for again only when it leaves what the last answer covers. */
export function useFeed(
  municipality: string,
  filters: ProposalFilters,
  sight: MapSight | null,
  enabled: boolean,
) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const feed = useQuery({
    ...proposalMapQuery(municipality, filters, asked),
    enabled: enabled && asked !== null,
  });
  const answer = feed.isPlaceholderData ? undefined : feed.data;
  useEffect(
    function askWhenTheViewLeavesTheAnswer() {
      if (!sight) return undefined;
      const view = { box: sight.box, zoom: Math.min(20, Math.max(0, Math.floor(sight.zoom))) };
      if (!mustAsk(view, asked, answer)) return undefined;
      const timer = setTimeout(
        () => {
          setAsked({ box: grown(view.box, MARGIN), zoom: view.zoom });
        },
        asked ? REST_MS : 0,
      );
      return () => {
        clearTimeout(timer);
      };
    },
    [sight, asked, answer],
  );
  return feed;
}
