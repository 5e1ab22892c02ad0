import { DIALOGUE_NEEDS, type DialogueNeed, type DialogueStatus } from '@lofteskartan/shared/medborgardialog';

/** A sign-up as far as seats go. */
interface Party {
  readonly id: string;
  readonly people: number;
}

/** Who of the waiting gets a seat, in their order: each who fits into what is left; who does not fit keeps their place. */
export function nextSeated(free: number, waiting: readonly Party[]): string[] {
  const seated: string[] = [];
  let left = free;
  for (const { id, people } of waiting)
    if (people <= left) {
      seated.push(id);
      left -= people;
    }
  return seated;
}

/** Why a sign-up cannot be given up, or null: until the meeting is over. */
export function whyNotGiveUp(status: DialogueStatus): 'dialogue.cancelled' | 'dialogue.signUpClosed' | null {
  if (status === 'cancelled') return 'dialogue.cancelled';
  return status === 'published' || status === 'open' ? null : 'dialogue.signUpClosed';
}

/** How many of the sign-ups need each thing; what nobody needs is left out. */
export function needCounts(
  signUps: readonly { readonly needs: readonly DialogueNeed[] }[],
): { need: DialogueNeed; signUps: number }[] {
  return DIALOGUE_NEEDS.map((need) => ({
    need,
    signUps: signUps.filter(({ needs }) => needs.includes(need)).length,
  })).filter(({ signUps: count }) => count > 0);
}
