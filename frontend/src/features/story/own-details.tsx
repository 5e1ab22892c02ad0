import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import { useTranslation } from 'react-i18next';
import { DefinitionList } from '../../ui/definition-list.js';

/** What only the sender and staff see of the answers. */
export function OwnDetails({ details }: { details: ProposalDetails }) {
  const { t } = useTranslation('story');
  const lamp = 'lampNumber' in details ? details.lampNumber : null;
  const safety = 'safetyNow' in details ? details.safetyNow : null;
  if (!lamp && !safety) return null;
  return (
    <DefinitionList
      items={[
        { term: t('details.lampNumber'), value: lamp },
        { term: t('details.safetyNow'), value: safety ? t('details.safetyOf', { safety }) : null },
      ]}
    />
  );
}
