import { isPosition, parseNumbers, type Position } from '@lofteskartan/shared/position';
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { readFilters, writeFilters, type ProposalFilters } from './proposal-filters.js';

export interface MapPlace {
  center: Position;
  zoom: number;
}

function readPlace(parameters: URLSearchParams): MapPlace | null {
  const center = parseNumbers(parameters.get('center'), 2);
  const zoom = Number(parameters.get('zoom'));
  return isPosition(center) && zoom > 0 && zoom <= 20 ? { center, zoom } : null;
}

/**
 * Everything about the map and list page that can be shared or gone back to stands in its address: filters, order, where the
 * map is, list or map, what is chosen. A choice makes a step for the back button; moving the map does not.
 */
export function useMapAddress() {
  const [parameters] = useSearchParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const text = parameters.toString();
  const address = useMemo(() => {
    const read = new URLSearchParams(text);
    return {
      filters: readFilters(read),
      place: readPlace(read),
      isList: read.get('view') === 'list',
      chosen: read.get('chosen'),
    };
  }, [text]);

  // The address follows a moment later: a pressed chip must not wait for it.
  const [ahead, setAhead] = useState<{ of: string; filters: ProposalFilters } | null>(null);
  if (ahead !== null && ahead.of !== text) setAhead(null);
  const filters = ahead?.of === text ? ahead.filters : address.filters;

  const go = useCallback(
    (change: (parameters: URLSearchParams) => URLSearchParams, replace: boolean) => {
      // The address itself, not the rendered one: a move of the map may come between.
      const next = change(new URLSearchParams(window.location.search)).toString();
      if (next === window.location.search.slice(1)) return;
      void navigate({ pathname, search: next }, { replace, preventScrollReset: true });
    },
    [navigate, pathname],
  );
  const set = useCallback(
    (name: string, value: string | null, replace = false) => {
      go((before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      }, replace);
    },
    [go],
  );

  const acts = useMemo(
    () => ({
      setFilters: (chosen: ProposalFilters) => {
        setAhead({ of: text, filters: chosen });
        go((before) => writeFilters(before, chosen), false);
      },
      /** @param place null when all of the municipality is in view */
      setPlace: (place: MapPlace | null) => {
        go((before) => {
          before.delete('center');
          before.delete('zoom');
          if (!place) return before;
          before.set('center', place.center.map((degrees) => String(Number(degrees.toFixed(5)))).join());
          before.set('zoom', String(place.zoom));
          return before;
        }, true);
      },
      setView: (view: 'map' | 'list') => {
        set('view', view === 'list' ? 'list' : null);
      },
      choose: (reference: string | null) => {
        set('chosen', reference);
      },
    }),
    [go, set, text],
  );
  return { ...address, filters, ...acts };
}
