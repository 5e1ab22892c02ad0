import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useQueryClient } from '@tanstack/react-query';
import { useHeld, type Held } from '../../platform/edited.js';
import { caseQuery } from './triage.queries.js';

interface HeldCase {
  proposal: TriageProposal;
  /** What is done to it: a failure of it is forgotten once the latest was read. */
  act: { reset: () => void };
  /** Whether there is something to lose: until then what is held follows what others do. */
  written?: boolean;
  onRead?: (latest: TriageProposal, before: TriageProposal) => void;
}

/** The state of a case from which something is written; it changes under nobody’s hands. */
export function useHeldCase({ proposal, act, written = true, onRead }: HeldCase): Held<TriageProposal> {
  const queries = useQueryClient();
  return useHeld({
    saved: proposal,
    read: () => queries.query({ ...caseQuery(proposal.reference), staleTime: 0 }),
    forget: act.reset,
    onRead,
    follows: !written,
  });
}
