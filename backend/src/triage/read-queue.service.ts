import type { TriagePage, TriageQuery } from '@lofteskartan/shared/contracts/triage';
import { type Box, parseNumbers } from '@lofteskartan/shared/position';
import { REFERENCE_PATTERN } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { QueueRepository, type QueuePage, type QueueQuestion, type QueueRow } from './queue.repository.js';
import { queueScope } from './queue.rules.js';
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
      query.sort === 'most-supported'
        ? this.mostSupported(question, query.cursor, rows)
        : this.byTime(question, query.sort ?? 'newest', query.cursor, rows),
      this.repository.total(question),
    ]);
    const page = pageOf(found, query.limit, ({ key }) => key);
    return { items: page.rows.map((row) => triageItem(row, viewer)), nextCursor: page.nextCursor, total };
  }

  private byTime(
    question: QueueQuestion,
    order: 'newest' | 'oldest',
    cursor: string | undefined,
    rows: number,
  ): Promise<QueueRow[]> {
    const after = readCursor(cursor, ['integer', 'moment', 'uuid']);
    return this.repository.page(question, { order, after, rows });
  }

  /** What the public sees and supports comes first; what it does not see cannot be supported and follows, newest first. */
  private async mostSupported(
    question: QueueQuestion,
    cursor: string | undefined,
    rows: number,
  ): Promise<QueueRow[]> {
    const [part, ...key] = readCursor(cursor, ['text', 'integer', 'moment', 'uuid']) ?? [];
    const after = key.length > 0 ? key : null;
    const read = async (order: QueuePage['order'], from: QueuePage['after'], count: number) => {
      const found = await this.repository.page(question, { order, after: from, rows: count });
      return found.map((row) => ({ ...row, key: [order, ...row.key] }));
    };
    if (part === 'unlisted') return read('unlisted', after, rows);
    const listed = await read('supported', after, rows);
    return listed.length === rows
      ? listed
      : [...listed, ...(await read('unlisted', null, rows - listed.length))];
  }
}

function questionOf({ staff }: TriageViewer, query: TriageQuery): QueueQuestion {
  const { municipality, kind, status, commitment, locality, publication, placement } = query;
  return {
    municipality,
    kind,
    status,
    commitment,
    locality,
    publication,
    placement,
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
