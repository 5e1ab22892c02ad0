import type { TriagePage, TriageQuery } from '@lofteskartan/shared/contracts/triage';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { pageOf, pageSize, readCursor } from '../platform/paging.js';
import { invalidField } from '../platform/problem/refused.js';
import type { QueueQuestion } from './queue-filters.repository.js';
import { queueQuestion } from './queue-question.js';
import { QueueRepository, type QueueRow } from './queue.repository.js';
import { queueParts } from './queue.rules.js';
import { triageItem, type TriageViewer } from './triage-item.view.js';

/** The queue of proposals in a person's own municipalities. */
@Injectable()
export class ReadQueueService {
  constructor(
    private readonly repository: QueueRepository,
    private readonly clock: Clock,
  ) {}

  /** A page of the queue, and how many fit the filters in all. Municipalities that are not one's own are as if empty. */
  async list(viewer: TriageViewer, query: TriageQuery): Promise<TriagePage> {
    const question = queueQuestion(viewer.staff, query, this.clock.now());
    const rows = pageSize(query.limit) + 1;
    const [found, total] = await Promise.all([
      this.inParts(question, query, rows),
      this.repository.total(question),
    ]);
    const page = pageOf(found, query.limit, ({ key }) => key);
    return {
      items: page.rows.map((row) => triageItem(row, viewer, question.now)),
      nextCursor: page.nextCursor,
      total,
    };
  }

  /** Reads one part after the other until the page is full; a cursor says in which part to go on, and after which row. */
  private async inParts(question: QueueQuestion, query: TriageQuery, rows: number): Promise<QueueRow[]> {
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
