import type { MapTiles } from '@lofteskartan/shared/contracts/municipalities';

/**
 * Whose the map's pictures are: the host that they come from, or null when no one else is asked: there are none, or they
 * lie on our own address.
 * @param here the page's own host
 */
export function mapSource(tiles: MapTiles | null, here: string): string | null {
  const host = /^(?:https?:)?\/\/([^/]+)/.exec(tiles?.url ?? '')?.[1]?.replace(/^\{s\}\./, '');
  return host === undefined || host === here ? null : host;
}
