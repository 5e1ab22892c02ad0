import type { TriagePage, TriageQuery } from '@lofteskartan/shared/contracts/triage';
import { type Box, parseNumbers } from '@lofteskartan/shared/position';
import { REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { invalidField } from '../platform/problem/refused.js';
import { QueueRepository, type QueueQuestion, type QueueRow } from './queue.repository.js';
import { queueParts, queueScope } from './queue.rules.js';
import { triageItem, type TriageViewer } from './triage-item.view.js';

/** The queue of proposals in a person's own municipalities. */
@Injectable()
export class ReadQueueService {
  constructor(private readonly repository: QueueRepository) {}

  /** A page of the queue, and how many fit the filters in all. Municipalities that are not one's own are as if empty. */
  async list(viewer: TriageViewer, query: TriageQuery): Promise<TriagePage> {
    const question = questionOf(viewer, query);
    const rows = pageSize(query.limit) + 1;
    const [found, total] = await Promise.all([
      this.inParts(question, query, rows),
      this.repository.total(question),
    ]);
    const page = pageOf(found, query.limit, ({ key }) => key);
    return { items: page.rows.map((row) => triageItem(row, viewer)), nextCursor: page.nextCursor, total };
  }

  /** Reads one part after the other until the page is full; a cursor says in which part to go on, and after which row. */
  private async inParts(
    question: QueueQuestion,
    query: Pick<TriageQuery, 'sort' | 'report' | 'cursor'>,
    rows: number,
  ): Promise<QueueRow[]> {
    const parts = queueParts(query);
    const [name, ...key] = readCursor(query.cursor, ['text', 'integer', 'moment', 'uuid']) ?? [];
    const first = name === undefined ? 0 : parts.findIndex((part) => part === name);
    if (first < 0) throw invalidField('cursor', 'malformed');
    const found: QueueRow[] = [];
    for (const [index, part] of parts.entries()) {
      if (index < first || found.length >= rows) continue;
      const after = index === first && key.length > 0 ? key : null;
      const read = await this.repository.page(question, { part, after, rows: rows - found.length });
      found.push(...read.map((row) => ({ ...row, key: [part, ...row.key] })));
    }
    return found;
  }
}

function questionOf({ staff }: TriageViewer, query: TriageQuery): QueueQuestion {
  const { municipality, kind, status, commitment, locality, publication, placement, report, outcome } = query;
  const { source, call, referral } = query;
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
    source,
    call,
    referral,
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
