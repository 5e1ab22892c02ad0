import type { TriageQuery } from '@lofteskartan/shared/contracts/triage';
import { type Box, parseNumbers } from '@lofteskartan/shared/position';
import { ASSIGNEE_ME, ASSIGNEE_NOBODY, REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';
import { isUUID } from 'class-validator';
import { invalidField } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import type { QueueQuestion } from './queue-filters.repository.js';
import { assignedTo, queueScope } from './queue.rules.js';

/**
 * What a person asks of the queue at a moment.
 * @throws Refused `input.invalid` on `assignee` that is no account's id
 */
export function queueQuestion(staff: StaffMember, query: TriageQuery, now: Date): QueueQuestion {
  const {
    municipality,
    kind,
    status,
    commitment,
    locality,
    publication,
    placement,
    report,
    outcome,
    deadline,
  } = query;
  const { source, call, referral } = query;
  const isAssignee = (each: string) => each === ASSIGNEE_ME || each === ASSIGNEE_NOBODY || isUUID(each);
  if (query.assignee && !query.assignee.every(isAssignee)) throw invalidField('assignee', 'malformed');
  return {
    municipality,
    kind,
    status,
    commitment,
    locality,
    publication,
    placement,
    report,
    outcome,
    deadline,
    source,
    call,
    referral,
    assigned: assignedTo(query, staff),
    now,
    scope: queueScope(staff),
    box: (parseNumbers(query.bbox, 4) as Box | undefined) ?? null,
    search: searchOf(query.q),
  };
}

function searchOf(typed: string | undefined): QueueQuestion['search'] {
  const words = typed?.trim() ?? '';
  if (words === '') return null;
  const reference = words.toUpperCase();
  return REFERENCE_PATTERN.test(reference) ? { reference } : { words };
}
