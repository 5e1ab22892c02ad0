import type { OrganisationType } from '@lofteskartan/shared/vocabulary';

/** What somebody wants of an organisation. */
export interface OrganisationPlan {
  /** Whether they look after the whole installation. */
  readonly isInstallationAdmin: boolean;
  /** The municipalities that they administer. */
  readonly administered: readonly string[];
  /** Where it works now; nowhere when it is new. */
  readonly placesBefore: readonly string[];
  readonly placesAfter: readonly string[];
  /** Its name or type becomes another. */
  readonly isRenamed: boolean;
}

/**
 * Why somebody may not have an organisation so, or null. Where it works in one's own municipality is one's own to say; its name and type
 * are everybody's among whom it works.
 */
export function organisationRefusal(
  plan: OrganisationPlan,
): 'not.found' | 'organisation.elsewhere' | 'role.insufficient' | null {
  const { administered, placesBefore, placesAfter } = plan;
  if (plan.isInstallationAdmin) return null;
  const isMine = (id: string): boolean => administered.includes(id);
  if (placesBefore.length > 0 && !placesBefore.some(isMine)) return 'not.found';
  const moved = [
    ...placesAfter.filter((id) => !placesBefore.includes(id)),
    ...placesBefore.filter((id) => !placesAfter.includes(id)),
  ];
  if (!moved.every(isMine)) return 'role.insufficient';
  return plan.isRenamed && !placesBefore.every(isMine) ? 'organisation.elsewhere' : null;
}

/** Whether a type may become another: what people do there follows from it, so only while nobody works in it. */
export function mayBecome(before: OrganisationType, after: OrganisationType, isUsed: boolean): boolean {
  return before === after || !isUsed;
}
