import type { ArrangedAlternative } from '@lofteskartan/shared/contracts/stretches';
import type { IsoDate } from '../platform/dates.js';
import type { AlternativeRow } from './stretch-detail.repository.js';

/** What is done instead of a check, as the police read it. */
export function alternativeView(row: AlternativeRow, today: IsoDate): ArrangedAlternative {
  const { stretchId: _, arrangedAt, endedAt, ...told } = row;
  return {
    ...told,
    overdue: row.state === 'arranged' && row.dueOn !== null && row.dueOn < today,
    arrangedAt: arrangedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}
