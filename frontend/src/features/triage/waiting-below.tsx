import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Where answers wait about proposals that this one leads: each is seen to on its own page. */
export function WaitingBelow({ proposal, search }: { proposal: TriageProposal; search: string }) {
  const { t } = useTranslation('work-sender');
  return (
    <>
      <p>{t('below.how')}</p>
      <ul>
        {proposal.gatheredWaiting.map((reference) => (
          <li key={reference}>
            <Link to={`/arbete/forslag/${reference}${search}`}>{reference}</Link>
          </li>
        ))}
      </ul>
    </>
  );
}
