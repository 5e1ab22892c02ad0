import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';

/**
 * How the shared words look: one answer for the map, the lists, the story and the staff's side. The names of shapes and
 * fills are those of `ui/glyphs`; the words stand in `locales/<language>/words.json`.
 */
interface StatusLook {
  fill: 'outline' | 'dotted' | 'half' | 'most' | 'full' | 'check' | 'bar' | 'arrow';
  tone: 'done' | 'no' | 'wait' | 'plain';
}

/** Speed check: a round sign; dark place: a lantern; idea: a speech bubble. */
export const KIND_SHAPES = {
  'speed-check': 'disc',
  'dark-place': 'lantern',
  idea: 'bubble',
} as const satisfies Record<ProposalKind, string>;

export const STATUS_LOOKS: Record<ProposalStatus, StatusLook> = {
  received: { fill: 'outline', tone: 'wait' },
  'under-review': { fill: 'dotted', tone: 'wait' },
  'awaiting-reply': { fill: 'dotted', tone: 'wait' },
  committed: { fill: 'half', tone: 'plain' },
  planned: { fill: 'most', tone: 'plain' },
  done: { fill: 'check', tone: 'done' },
  answered: { fill: 'full', tone: 'done' },
  declined: { fill: 'bar', tone: 'no' },
  referred: { fill: 'arrow', tone: 'wait' },
  duplicate: { fill: 'arrow', tone: 'wait' },
  hidden: { fill: 'bar', tone: 'wait' },
  withdrawn: { fill: 'bar', tone: 'wait' },
};

/** Whether a kind has a word of its own for a status; else `status.<status>` says it. */
const OWN_WORDS = {
  'speed-check': ['committed', 'done'],
  'dark-place': ['done'],
  idea: ['done'],
} as const satisfies Record<ProposalKind, readonly ProposalStatus[]>;

type OwnWord = { [K in ProposalKind]: `statusOf.${K}.${(typeof OWN_WORDS)[K][number]}` }[ProposalKind];

/** The key in `words` for a status, in the words of its kind where it has some. */
export function statusWord(kind: ProposalKind, status: ProposalStatus): `status.${ProposalStatus}` | OwnWord {
  const own: readonly ProposalStatus[] = OWN_WORDS[kind];
  return own.includes(status) ? (`statusOf.${kind}.${status}` as OwnWord) : `status.${status}`;
}
