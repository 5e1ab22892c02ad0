import type { PublicAnswer, PublicPhoto, PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import type { PublicProposalDetails } from '@lofteskartan/shared/contracts/proposal-details';
import type { Language, ProposalKind, PublicStatus } from '@lofteskartan/shared/vocabulary';

/** A row of `public_proposals` as `PUBLIC_COLUMNS` reads it, with the commitment that it was linked to. */
export interface PublicProposalRow {
  readonly proposal_id: string;
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly municipality: string;
  readonly locality: string | null;
  readonly status: PublicStatus;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly place_name: string | null;
  readonly description: string | null;
  readonly text_edited: boolean;
  readonly details: PublicProposalDetails;
  readonly support_count: number;
  readonly responsible: string | null;
  readonly latest_answer: PublicAnswer | null;
  readonly photos: PublicPhoto[];
  readonly done_on: string | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly commitment_id: string | null;
  readonly commitment_slug: string | null;
  readonly commitment_title: Record<Language, string> | null;
}

/** What the view needs of a row called `p` and of the commitment `c` joined to it. */
export const PUBLIC_COLUMNS = `p.proposal_id, p.reference, p.kind, p.municipality, p.locality, p.status, p.lng, p.lat, p.place_name, p.description, p.text_edited,
  p.details, p.support_count, p.responsible, p.latest_answer, p.photos, p.done_on::text AS done_on, p.created_at, p.updated_at,
  p.commitment_id, c.slug AS commitment_slug, c.title AS commitment_title`;

/** The fields of the contract, without its class. */
type PublicView = Pick<PublicProposal, keyof PublicProposal>;

/** A proposal as everyone sees it. */
export function publicProposal(row: PublicProposalRow, language: Language): PublicView {
  return {
    reference: row.reference,
    kind: row.kind,
    municipality: row.municipality,
    locality: row.locality,
    status: row.status,
    position: row.lng === null || row.lat === null ? null : [fiveDecimals(row.lng), fiveDecimals(row.lat)],
    placeName: row.place_name,
    description: row.description,
    textEdited: row.text_edited,
    details: row.details,
    supportCount: row.support_count,
    commitment:
      row.commitment_id && row.commitment_slug && row.commitment_title
        ? { id: row.commitment_id, slug: row.commitment_slug, title: row.commitment_title[language] }
        : null,
    responsible: row.responsible,
    latestAnswer: row.latest_answer,
    photos: row.photos,
    doneOn: row.done_on,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** About a metre: the position is the centre of a 25 m square anyway. */
const fiveDecimals = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
