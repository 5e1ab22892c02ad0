/** What has become of the tiles asked for so far. */
export interface TileCount {
  loaded: number;
  failed: number;
  failedInARow: number;
}

/** Failures in a row after which no more are asked for. */
const IN_A_ROW = 4;
/** A single missing tile among many is a hole that a map can live with. */
const SHARE = 0.1;

/** Whether tiles are missing: `too-many` ends the attempt at once, `some` keeps them from being shown. */
export function missesOf({ loaded, failed, failedInARow }: TileCount): 'none' | 'some' | 'too-many' {
  if (failedInARow >= IN_A_ROW) return 'too-many';
  return failed > SHARE * (loaded + failed) ? 'some' : 'none';
}
