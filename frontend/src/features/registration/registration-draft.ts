import type { ProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { BehalfContact, RegisterProposal } from '@lofteskartan/shared/contracts/registrations';
import type { Position } from '@lofteskartan/shared/position';
import type {
  DarkPlaceCause,
  IdeaTopic,
  ProposalKind,
  ProposalSource,
  SpeedProblem,
} from '@lofteskartan/shared/vocabulary';

/** What staff have written down so far. It is never kept on the computer: it may hold somebody's number. */
export interface RegistrationDraft extends Record<
  'municipality' | 'placeName' | 'roadName' | 'description' | 'phone' | 'email' | 'name',
  string
> {
  source: ProposalSource;
  kind: ProposalKind;
  position: Position | null;
  problems: SpeedProblem[];
  causes: DarkPlaceCause[];
  topic: IdeaTopic;
}

export const emptyRegistration = (municipality: string): RegistrationDraft => ({
  municipality,
  source: 'phone',
  kind: 'dark-place',
  position: null,
  placeName: '',
  roadName: '',
  problems: [],
  causes: [],
  topic: 'safety',
  description: '',
  phone: '',
  email: '',
  name: '',
});

const filled = (text: string): string | undefined => text.trim() || undefined;

function detailsOf({ kind, roadName, problems, causes, topic }: RegistrationDraft): ProposalDetails {
  if (kind === 'speed-check')
    return { roadName: filled(roadName), weekdays: [], hourBands: [], problems, near: [] };
  return kind === 'dark-place' ? { causes, when: [] } : { topic };
}

/** How the person wants the answer; undefined when they do not. */
export function contactOf({ phone, email, name }: RegistrationDraft): BehalfContact | undefined {
  const contact = { phone: filled(phone), email: filled(email), name: filled(name) };
  return (contact.phone ?? contact.email ?? contact.name) ? contact : undefined;
}

/** The fields that are needed and empty. */
export function missingIn(draft: RegistrationDraft): ('placeName' | 'description')[] {
  const { kind, position, placeName, description } = draft;
  return [
    ...(kind !== 'idea' && position === null && !placeName.trim() ? (['placeName'] as const) : []),
    ...(kind === 'idea' && !description.trim() ? (['description'] as const) : []),
  ];
}

/** The message to the server. */
export function registrationOf(draft: RegistrationDraft): RegisterProposal {
  const { source, kind, municipality, position, placeName, description, topic } = draft;
  const takesPlace = kind !== 'idea' || topic !== 'drugs';
  return {
    source,
    kind,
    municipality,
    position: takesPlace ? (position ?? undefined) : undefined,
    placeName: takesPlace ? filled(placeName) : undefined,
    description: filled(description),
    details: detailsOf(draft),
    contact: contactOf(draft),
  };
}

const LETTERS =
  'Adam Bertil Cesar David Erik Filip Gustav Helge Ivar Johan Kalle Ludvig Martin Niklas Olof Petter Qvintus Rudolf Sigurd Tore Urban Viktor Wilhelm Xerxes Yngve Zäta Åke Ärlig Östen'.split(
    ' ',
  );
const DIGITS = 'noll ett två tre fyra fem sex sju åtta nio'.split(' ');

/** A number as it is spelled on the telephone: "Adam Ludvig Erik – sju Kalle tre". Swedish, as it is read to the caller. */
export function spelled(reference: string): string {
  const word = (sign: string): string =>
    sign === '-'
      ? '–'
      : (DIGITS[Number(sign)] ?? LETTERS.find((each) => each.startsWith(sign.toUpperCase())) ?? sign);
  return Array.from(reference, word).join(' ');
}
