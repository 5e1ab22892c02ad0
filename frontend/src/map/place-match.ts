import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';

/** Letters without marks and case, so that "alvangen" finds Älvängen and "ÄLV" does as well. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim();
}

const TYPE_ORDER: readonly NamedPlace['type'][] = ['locality', 'station', 'school', 'road'];

/** How well a name answers what was written: 0 is best, null not at all. Exact letters go before letters without marks. */
function rank(name: string, written: string): number | null {
  const exact = name.toLowerCase();
  const asked = written.toLowerCase().trim();
  if (exact.startsWith(asked)) return 0;
  const [bare, bareAsked] = [plain(name), plain(written)];
  if (bare.startsWith(bareAsked)) return 1;
  if (bare.split(/[\s–-]+/).some((word) => word.startsWith(bareAsked))) return 2;
  return bareAsked.length >= 3 && bare.includes(bareAsked) ? 3 : null;
}

/**
 * The places that answer what was written, best first; within the same rank localities before stations, schools and
 * roads, then by the alphabet. With nothing written: the localities.
 * @param compare the alphabet of the language (å ä ö last in Swedish)
 */
export function matchPlaces(
  places: readonly NamedPlace[],
  written: string,
  compare: (a: string, b: string) => number,
  limit = 12,
): NamedPlace[] {
  const found = places.flatMap((place) => {
    if (plain(written) === '') return place.type === 'locality' ? [{ place, rank: 0 }] : [];
    const by = rank(place.name, written);
    return by === null ? [] : [{ place, rank: by }];
  });
  return found
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        TYPE_ORDER.indexOf(a.place.type) - TYPE_ORDER.indexOf(b.place.type) ||
        compare(a.place.name, b.place.name),
    )
    .slice(0, limit)
    .map(({ place }) => place);
}
