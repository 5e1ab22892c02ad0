import type { ActivityState, StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { Language } from '@lofteskartan/shared/vocabulary';
import type { StaffMember } from '../platform/staff-member.js';
import { allowedOnActivity } from './activity.rules.js';
import type { StaffActivityRow } from './staff-activities.repository.js';
import { inLanguage } from './words.js';

/** Who reads an activity, and in which language. */
export interface ActivityViewer {
  readonly staff: StaffMember;
  readonly language: Language;
}

/** What signed-in staff of the municipality read about an activity. */
export function staffActivityView(row: StaffActivityRow, viewer: ActivityViewer): StaffActivity {
  return {
    id: row.id,
    commitmentId: row.commitmentId,
    commitmentTitle: inLanguage(row.commitmentTitle, viewer.language),
    municipality: row.municipality,
    state: stateOf(row),
    version: row.version,
    occurredOn: row.occurredOn,
    publicText: row.publicText,
    position: row.lng === null || row.lat === null ? null : [row.lng, row.lat],
    locality: row.locality,
    result: row.result,
    proposalReferences: row.references,
    counts: row.counts,
    whyNot: row.whyNot,
    organisation: row.organisation,
    organisationName: row.organisationName,
    loggedBy: row.loggedBy,
    sourceNote: row.sourceNote,
    loggedAt: row.createdAt.toISOString(),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    releaseAt: row.releaseAt?.toISOString() ?? null,
    releasedAt: row.releasedAt?.toISOString() ?? null,
    allowed: allowedOnActivity(viewer.staff.memberships, row),
  };
}

function stateOf(row: StaffActivityRow): ActivityState {
  if (row.releasedAt) return 'released';
  return row.confirmedAt ? 'awaiting-release' : 'awaiting-confirmation';
}
