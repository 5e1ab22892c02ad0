import type { PublicActivity } from '@lofteskartan/shared/contracts/activities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';

/** "Ditt önskemål ledde till den här kontrollen": a heading over what a proposal led to, alone or with others. */
export function useLedTo(): (
  kind: ProposalKind,
  activities: readonly PublicActivity[],
  own: boolean,
) => string {
  const { t } = useTranslation('story');
  return (kind, activities, own) => {
    const what = kind === 'speed-check' ? 'check' : 'other';
    const count = activities.length;
    if (own) return t(`led.own.${what}`, { count });
    const isOneOfMany = activities.some(({ proposalReferences }) => proposalReferences.length > 1);
    return t(isOneOfMany ? `led.many.${what}` : `led.one.${what}`, { count });
  };
}
