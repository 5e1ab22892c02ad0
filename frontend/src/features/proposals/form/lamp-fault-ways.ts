import type { LampFaultPlace } from '@lofteskartan/shared/contracts/bodies';

/** A way to report a broken lamp: an address, or a number to call. */
export type LampFaultWay =
  | { readonly by: 'web'; readonly name: string; readonly href: string }
  | { readonly by: 'phone'; readonly name: string; readonly href: string; readonly phone: string };

/** The municipality's own page first, then each body's page, or its number where it has no page of its own; a page stands once. */
export function lampFaultWays(
  municipality: { readonly name: string; readonly faultReports: string | null },
  bodies: readonly LampFaultPlace[],
): LampFaultWay[] {
  const { name: town, faultReports } = municipality;
  const own: LampFaultWay[] = faultReports ? [{ by: 'web', name: town, href: faultReports }] : [];
  return bodies.reduce((ways, { name, web, phone }): LampFaultWay[] => {
    if (web && !ways.some(({ href }) => href === web)) return [...ways, { by: 'web', name, href: web }];
    if (!phone) return ways;
    return [...ways, { by: 'phone', name, phone, href: `tel:${phone.replaceAll(/[^+\d]/g, '')}` }];
  }, own);
}
