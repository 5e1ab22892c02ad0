import type { ProposalReceipt, SubmitProposal } from '@lofteskartan/shared/contracts/proposals';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { TestApp } from './app.js';

/** Details of each kind with nothing in them. */
export const emptyDetails: Readonly<Record<ProposalKind, object>> = {
  'speed-check': { weekdays: [], hourBands: [], problems: [], near: [] },
  'dark-place': { causes: [], when: [] },
  idea: { topic: 'safety' },
};

/** Sends in a proposal as a resident would, from a device of its own. */
export async function submitProposal(
  app: TestApp,
  given: Partial<Omit<SubmitProposal, 'details'>> & { kind: ProposalKind; details?: object },
): Promise<ProposalReceipt> {
  const body = {
    ...given,
    details: { ...emptyDetails[given.kind], ...given.details },
    ...(given.kind === 'idea' && !given.description ? { description: 'En idé' } : {}),
  };
  const answer = await app.api().post<ProposalReceipt>('/proposals', { body, key: true });
  if (answer.status !== 201) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A position so many metres north of another. */
export function northOf([lng, lat]: Position, metres: number): Position {
  return [lng, lat + metres / 111_400];
}
