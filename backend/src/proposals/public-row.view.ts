import { canonicalJson } from '../platform/idempotency/canonical-json.js';
import { photoAddresses } from './photo.rules.js';
import { hasLeftMap } from './pin.rules.js';
import type { ProjectionFacts, PublicRow } from './projection.repository.js';
import { waitsAgainSince } from './public/answer-ledger.rules.js';
import type { GridPoint } from './public/map-grid.rules.js';
import { emptyDetails, isListedStatus, publicShape, publicWords } from './publication.rules.js';
import { latestAnswer, storyOf } from './story.rules.js';

/** The public row that the facts make, or null when nothing is public. */
export function publicRow(
  { proposal, snapped, photos, events, pinMonths, supportCount, gatheredCount, duplicateOf }: ProjectionFacts,
  toCall: number,
  now: Date,
): PublicRow | null {
  const shape = publicShape(proposal);
  if (shape === 'none') return null;
  const same = {
    proposalId: proposal.id,
    reference: proposal.reference,
    municipalityId: proposal.municipalityId,
    municipality: proposal.municipality,
    kind: proposal.kind,
    createdAt: proposal.createdAt,
  };
  if (shape === 'pointer' || !isListedStatus(proposal.publicStatus)) {
    const nothing = {
      locality: null,
      lng: null,
      lat: null,
      placeName: null,
      description: null,
      textEdited: false,
      commitmentId: null,
      responsible: null,
      latestAnswer: null,
      answeredAt: null,
      waitsAgainSince: null,
      answerDueAt: null,
      toCall: 0,
      doneOn: null,
    };
    const details = emptyDetails(proposal.kind, proposal.details);
    return {
      ...same,
      ...nothing,
      status: 'duplicate',
      listed: false,
      details,
      supportCount: 0,
      gatheredCount: 0,
      duplicateOf,
      photos: [],
      events: [],
    };
  }
  const story = storyOf(events, 'public');
  const answer = latestAnswer(story);
  const waitsSince = waitsAgainSince(story);
  const isOnMap = !hasLeftMap(proposal.publicStatus, story.at(-1)?.at ?? null, pinMonths, now);
  return {
    ...same,
    ...publicWords(proposal),
    locality: proposal.locality,
    status: proposal.publicStatus,
    listed: true,
    lng: (isOnMap && snapped?.lng) || null,
    lat: (isOnMap && snapped?.lat) || null,
    supportCount,
    gatheredCount,
    commitmentId: proposal.commitmentId,
    responsible: proposal.responsible,
    duplicateOf: null,
    latestAnswer: answer,
    answeredAt: answer ? new Date(answer.at) : null,
    waitsAgainSince: waitsSince === null ? null : new Date(waitsSince),
    answerDueAt: proposal.answerDueAt,
    toCall: Math.min(toCall, 1 + gatheredCount),
    photos: photos.map(({ id, address, width, height }) => ({
      id,
      ...photoAddresses(address),
      width,
      height,
    })),
    events: story,
    doneOn: proposal.publicDoneOn,
  };
}

/** A public row as text, without the number of supporters of those gathered, and of those still to be called: none is news. */
export const news = (row: PublicRow): string =>
  canonicalJson({ ...row, supportCount: 0, gatheredCount: 0, toCall: 0 });

/** A public row as it is once it has left the map. */
export const withoutPosition = (row: PublicRow): PublicRow => ({ ...row, lng: null, lat: null });

export function gridPoint(row: PublicRow | null): GridPoint | null {
  if (!row || row.status === 'duplicate' || row.lng === null || row.lat === null) return null;
  return {
    municipalityId: row.municipalityId,
    kind: row.kind,
    status: row.status,
    lng: row.lng,
    lat: row.lat,
  };
}
