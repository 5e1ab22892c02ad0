import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { PublicationState } from '@lofteskartan/shared/vocabulary';

type Facts = Pick<
  FollowedProposal,
  | 'status'
  | 'publicNow'
  | 'publication'
  | 'description'
  | 'placeName'
  | 'details'
  | 'photos'
  | 'position'
  | 'duplicateOf'
>;

/** Something that was sent, and whether others see it. `state` is in words and looks; `why` names a sentence. */
export interface Visible {
  what: 'answers' | 'words' | 'photos';
  state: Exclude<PublicationState, 'none'>;
  why:
    | `answers.${'shown' | 'waits' | 'gathered' | 'withdrawn' | 'hidden'}`
    | `words.${'shown' | 'waits' | 'not'}`
    | 'photos'
    | 'photosGone';
}

/** What others see of what was sent, part by part. */
export function visibility(facts: Facts): Visible[] {
  const { status, publicNow, publication, description, placeName, details, photos, duplicateOf } = facts;
  const isGone = status === 'withdrawn' || status === 'hidden';
  const answers = (): Visible => {
    if (publicNow) return { what: 'answers', state: 'released', why: 'answers.shown' };
    if (isGone) return { what: 'answers', state: 'kept-back', why: `answers.${status}` };
    if (duplicateOf !== null) return { what: 'answers', state: 'kept-back', why: 'answers.gathered' };
    return { what: 'answers', state: 'pending', why: 'answers.waits' };
  };
  const parts = [answers()];
  const asked = 'weekdays' in details ? [details.direction, details.roadName] : [];
  const hasWords = [description, placeName, ...asked].some(Boolean);
  if (hasWords && publication !== 'none') {
    const isShown = publication === 'released' && publicNow;
    if (isShown) parts.push({ what: 'words', state: 'released', why: 'words.shown' });
    else if (publication === 'pending' && !isGone)
      parts.push({ what: 'words', state: 'pending', why: 'words.waits' });
    else parts.push({ what: 'words', state: 'kept-back', why: 'words.not' });
  }
  if (photos.length > 0 && (isGone || duplicateOf !== null))
    parts.push({ what: 'photos', state: 'kept-back', why: 'photosGone' });
  else if (photos.length > 0) {
    const states = photos.map((photo) => photo.publication);
    const state = (['released', 'pending'] as const).find((one) => states.includes(one)) ?? 'kept-back';
    parts.push({ what: 'photos', state, why: 'photos' });
  }
  return parts;
}

/** What of the answers is never shown to others: the lamp's number, how safe it feels, the exact place. */
export function neverShown({ details, position }: Facts): ('lampNumber' | 'safetyNow' | 'exactPlace')[] {
  const never: ('lampNumber' | 'safetyNow' | 'exactPlace')[] = [];
  if (position) never.push('exactPlace');
  if ('lampNumber' in details && details.lampNumber) never.push('lampNumber');
  if ('safetyNow' in details && details.safetyNow) never.push('safetyNow');
  return never;
}
