import type {
  DarkPlaceDetails,
  IdeaDetails,
  ProposalDetails,
  SpeedCheckDetails,
} from '@lofteskartan/shared/contracts/proposal-details';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';

/** A kind with the details that belong to it. */
export type KindDetails =
  | { readonly kind: 'speed-check'; readonly details: SpeedCheckDetails }
  | { readonly kind: 'dark-place'; readonly details: DarkPlaceDetails }
  | { readonly kind: 'idea'; readonly details: IdeaDetails };

/** Says what the contract's validation has made sure of: that the details are those of the kind. */
export const kindDetails = (kind: ProposalKind, details: ProposalDetails): KindDetails =>
  ({ kind, details }) as KindDetails;

/** Whether the details are of a topic that takes no position. */
export function takesNoPosition(kind: ProposalKind, details: ProposalDetails): boolean {
  const one = kindDetails(kind, details);
  return one.kind === 'idea' && one.details.topic === 'drugs';
}

/** A text as it is kept: composed (NFC) and trimmed; null when nothing is left that can be seen. */
export function cleanText(text: string | null | undefined): string | null {
  const clean = text?.normalize('NFC').trim() ?? '';
  return /^[\s\p{Cf}\p{Cc}]*$/u.test(clean) ? null : clean;
}

const optional = <Name extends string>(name: Name, text: string | null): Partial<Record<Name, string>> =>
  text === null ? {} : ({ [name]: text } as Record<Name, string>);

/** Details as they are kept: texts clean, blank ones left out, and nothing that belongs to another kind. */
export function cleanDetails(kind: ProposalKind, sent: ProposalDetails): ProposalDetails {
  const one = kindDetails(kind, sent);
  if (one.kind === 'speed-check') {
    const { weekdays, hourBands, postedLimit, problems, near, roadName, direction } = one.details;
    return {
      ...optional('roadName', cleanText(roadName)),
      ...optional('direction', cleanText(direction)),
      weekdays,
      hourBands,
      postedLimit: postedLimit ?? null,
      problems,
      near,
    };
  }
  if (one.kind === 'dark-place') {
    const { causes, when, safetyNow, lampNumber } = one.details;
    return {
      causes,
      when,
      ...(safetyNow === null || safetyNow === undefined ? {} : { safetyNow }),
      ...optional('lampNumber', cleanText(lampNumber)),
    };
  }
  return { topic: one.details.topic };
}

/** The road that a speed check is wished for, if one was named. */
export function roadNameOf(kind: ProposalKind, details: ProposalDetails): string | null {
  const one = kindDetails(kind, details);
  return one.kind === 'speed-check' ? (one.details.roadName ?? null) : null;
}

/** Which way the traffic goes, in the resident's words. */
export function directionOf(kind: ProposalKind, details: ProposalDetails): string | null {
  const one = kindDetails(kind, details);
  return one.kind === 'speed-check' ? (one.details.direction ?? null) : null;
}
