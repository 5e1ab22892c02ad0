import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useQuery } from '@tanstack/react-query';
import { BodyFields } from './body-fields.js';
import type { MoveDraft } from './move-draft.js';
import { ReferralMail } from './referral-mail.js';
import { responsibilityQuery } from './responsibility.queries.js';

interface ReferralFieldsProps {
  proposal: TriageProposal;
  draft: MoveDraft;
  error: string | undefined;
  onChange: (part: Partial<MoveDraft>) => void;
}

/** To whom a proposal is referred, with whoever answers for its place named as such. */
export function ReferralFields({ proposal, draft, error, onChange }: ReferralFieldsProps) {
  const { data } = useQuery(responsibilityQuery(proposal.reference, proposal.version));
  return (
    <BodyFields
      choices={data?.choices}
      suggesting
      draft={draft}
      error={error}
      onChange={onChange}
      mailTo={(bodyId) => <ReferralMail reference={proposal.reference} bodyId={bodyId} asked={draft.asked} />}
    />
  );
}
