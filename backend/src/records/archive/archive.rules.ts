import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import type { FaultReport } from '@lofteskartan/shared/contracts/fault-reports';
import type { RecordView, Secrecy } from '@lofteskartan/shared/contracts/records';
import type { ProposalResponsibility, StaffReferral } from '@lofteskartan/shared/contracts/referrals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Position } from '@lofteskartan/shared/position';
import type { PublicationState } from '@lofteskartan/shared/vocabulary';

/** A place, degrees in WGS 84. */
interface ArchivedPlace {
  readonly lng: number;
  readonly lat: number;
}

/** A photo with the name of its file in the ZIP; null when the file is gone. */
export interface ArchivedPhoto {
  readonly file: string | null;
  readonly width: number;
  readonly height: number;
  readonly publication: PublicationState;
  /** The mark of a photo that is secret itself. */
  readonly secrecy: Secrecy | null;
}

/** What is read of a proposal on the staff's side that the archive takes over as it is. */
const takenOver = [
  'reference',
  'duplicateOf',
  'kind',
  'status',
  'municipality',
  'locality',
  'placement',
  'placeName',
  'description',
  'edited',
  'details',
  'publication',
  'publicNow',
  'source',
  'language',
  'supportCount',
  'commitment',
  'responsible',
  'assignee',
  'answerDueAt',
  'createdAt',
  'updatedAt',
  'personalData',
  'notes',
  'reports',
  'questions',
  'outcome',
  'supporterOutcomes',
  'events',
] as const satisfies readonly (keyof TriageProposal)[];

type Registry = Pick<RecordView, 'registryNumber' | 'secrecy' | 'disposal' | 'hold' | 'disposedAt'>;

/** A proposal as the archive gets it. */
export type ArchivedProposal = Pick<TriageProposal, (typeof takenOver)[number]> & {
  readonly position: ArchivedPlace | null;
  readonly publicPosition: ArchivedPlace | null;
  /** Null when there is none, and for those who may not open it. */
  readonly contact: OpenedContact | null;
  readonly photos: readonly ArchivedPhoto[];
  readonly body: string | null;
  readonly referrals: readonly Omit<
    StaffReferral,
    'id' | 'mail' | 'sentOtherwise' | 'noAnswerFrom' | 'mayEndUnanswered'
  >[];
  readonly faultReports: readonly FaultReport[];
  readonly activities: readonly (Omit<StaffActivity, 'position'> & { position: ArchivedPlace | null })[];
  readonly registry: Registry & { readonly controller: string };
};

/** A case as the archive gets it; its leader is the first of the proposals. */
export interface ArchivedCase {
  readonly format: 'lofteskartan-archive';
  readonly version: 1;
  readonly exportedAt: string;
  readonly exportedBy: string;
  readonly municipality: string;
  readonly reference: string;
  readonly proposals: readonly ArchivedProposal[];
}

const placeOf = (position: Position | null): ArchivedPlace | null =>
  position && { lng: position[0], lat: position[1] };

/** A proposal as the archive gets it: what was said and done, not what can be done with it now. */
export function archivedProposal(known: {
  readonly page: TriageProposal;
  readonly contact: OpenedContact | null;
  readonly photos: readonly ArchivedPhoto[];
  readonly responsibility: ProposalResponsibility;
  readonly record: RecordView;
}): ArchivedProposal {
  const { page, contact, photos, responsibility, record } = known;
  const asItIs = Object.fromEntries(takenOver.map((name) => [name, page[name]])) as Pick<
    TriageProposal,
    (typeof takenOver)[number]
  >;
  return {
    ...asItIs,
    position: placeOf(page.position),
    publicPosition: placeOf(page.publicPosition),
    contact,
    photos,
    body: responsibility.body?.name ?? null,
    referrals: responsibility.referrals.map((each) => ({
      body: each.body,
      asked: each.asked,
      openedAt: each.openedAt,
      openedBy: each.openedBy,
      mailed: each.mailed,
      remindedAt: each.remindedAt,
      answer: each.answer,
      endedAt: each.endedAt,
      outcome: each.outcome,
    })),
    faultReports: responsibility.faultReports,
    activities: page.activities.map((each) => Object.assign({}, each, { position: placeOf(each.position) })),
    registry: {
      registryNumber: record.registryNumber,
      controller: record.controller.name,
      secrecy: record.secrecy,
      disposal: record.disposal,
      hold: record.hold,
      disposedAt: record.disposedAt,
    },
  };
}

/** The same without the names of files that are gone. */
export const withoutFiles = (content: ArchivedCase, gone: ReadonlySet<string>): ArchivedCase => ({
  ...content,
  proposals: content.proposals.map((each) => ({
    ...each,
    photos: each.photos.map((photo) =>
      photo.file !== null && gone.has(photo.file) ? { ...photo, file: null } : photo,
    ),
  })),
});
