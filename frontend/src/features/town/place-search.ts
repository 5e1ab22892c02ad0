import type { TownPlace } from '@lofteskartan/shared/contracts/place-list';
import type { ListedType } from '@lofteskartan/shared/vocabulary';

/** The types of the place list; the vocabulary's own list would come with all of it. */
export const PLACE_TYPES = ['road', 'school', 'station'] as const satisfies readonly ListedType[];

const folded = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('sv');

/** The places of a type whose name holds what is typed. */
export function placesLike(
  places: readonly TownPlace[],
  words: string,
  type: ListedType | null,
): readonly TownPlace[] {
  const wanted = folded(words);
  return places.filter((each) => (type === null || each.type === type) && folded(each.name).includes(wanted));
}
