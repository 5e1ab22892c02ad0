import type { CommitmentLink } from '@lofteskartan/shared/contracts/proposals';
import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import { statusFor } from '../proposals/viewer.rules.js';
import type { QueueRow } from './queue.repository.js';

/** Who reads, and in which language. */
export interface TriageViewer {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** A row of the queue as a person may read it. */
export function triageItem(row: QueueRow, { staff, language }: TriageViewer, now: Date): TriageItem {
  return {
    reference: row.reference,
    kind: row.kind,
    status: statusFor(row, staff),
    municipality: row.municipality,
    locality: row.locality,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    placement: row.placement,
    placeName: row.placeName,
    description: row.description,
    details: row.details,
    roadListed: row.roadListed,
    language: row.language,
    publication: row.publication,
    photosPending: row.photosPending,
    personalDataCount: row.personalDataCount,
    openReports: row.openReports,
    heldWords: row.heldWords,
    replied: row.replied,
    outcomeWaits: row.outcomeWaits,
    source: row.source,
    toCall: row.toCall,
    toAsk: row.toAsk,
    doneNearby: row.doneNearby,
    bodyAnswered: row.bodyAnswered,
    supportCount: row.supportCount,
    commitment: commitmentOf(row, language),
    assignee: row.assignee,
    answerDueAt: row.answerDueAt?.toISOString() ?? null,
    overdue: row.answerDueAt !== null && row.answerDueAt <= now,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function commitmentOf(row: QueueRow, language: Language): CommitmentLink | null {
  const { commitmentId: id, commitmentSlug: slug, commitmentTitle: title } = row;
  return id !== null && slug !== null && title !== null ? { id, slug, title: title[language] } : null;
}
