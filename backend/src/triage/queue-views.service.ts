import type {
  ChangeView,
  KeepView,
  KeptView,
  KeptViewPage,
  OrderViews,
  QueueViews,
} from '@lofteskartan/shared/contracts/queue-views';
import { BUILT_IN_VIEW_NAMES, BUILT_IN_VIEWS } from '@lofteskartan/shared/queue';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { invalidField, Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { StaffMember } from '../platform/staff-member.js';
import { readFilters } from './queue-filters.js';
import { queueQuestion } from './queue-question.js';
import { QueueViewRepository } from './queue-view.repository.js';
import { keptFilters, orderFault, viewFault } from './queue-view.rules.js';
import { QueueRepository } from './queue.repository.js';

/** A person's own views are counted up to this: they may ask for anything. */
const countedAtMost = 1000;

/** The views of the queue: those that everyone has, and a person's own. */
@Injectable()
export class QueueViewsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly queue: QueueRepository,
    private readonly views: QueueViewRepository,
  ) {}

  /** All views with how many are in each, counted in one statement by the same conditions that the queue is read with. */
  async counted(staff: StaffMember, municipality: string | undefined): Promise<QueueViews> {
    const now = this.clock.now();
    const own = await this.views.of(this.dataSource.manager, staff.accountId);
    const where = municipality === undefined ? {} : { municipality: [municipality] };
    const totals = await this.queue.totals([
      ...BUILT_IN_VIEW_NAMES.map((view) => ({
        question: queueQuestion(staff, { ...BUILT_IN_VIEWS[view], ...where }, now),
        atMost: null,
      })),
      ...own.map(({ filters }) => ({
        question: queueQuestion(staff, readFilters(filters) ?? {}, now),
        atMost: countedAtMost,
      })),
    ]);
    const countOf = (index: number) => totals[index] ?? 0;
    return {
      builtIn: BUILT_IN_VIEW_NAMES.map((view, index) => ({ view, count: countOf(index) })),
      own: own.map(({ id, name, filters }, index) => ({
        id,
        name,
        filters,
        count: countOf(BUILT_IN_VIEW_NAMES.length + index),
      })),
    };
  }

  /**
   * Keeps a view, after the others.
   * @throws Refused `view.exists`, `view.tooMany`, `input.invalid`
   */
  keep(staff: StaffMember, key: string, body: KeepView): Promise<Reply<KeptView>> {
    const filters = this.checked(staff, body.filters);
    const name = body.name.trim();
    return this.idempotency.run({
      key,
      route: 'POST /triage/views',
      caller: staff.accountId,
      body,
      work: async (manager) => {
        const own = await this.own(manager, staff);
        const fault = viewFault(own, { name });
        if (fault) throw new Refused(fault);
        return new Reply(201, await this.views.add(manager, staff.accountId, { name, filters }));
      },
    });
  }

  /**
   * Gives a view another name or other filters.
   * @throws Refused `not.found`, `view.exists`, `input.invalid`
   */
  change(staff: StaffMember, id: string, body: ChangeView): Promise<KeptView> {
    const filters = body.filters === undefined ? undefined : this.checked(staff, body.filters);
    const name = body.name?.trim();
    return this.dataSource.transaction(async (manager) => {
      const own = await this.own(manager, staff);
      const before = own.find((each) => each.id === id);
      if (!before) throw new Refused('not.found');
      const fault = viewFault(own, { id, name: name ?? before.name });
      if (fault) throw new Refused(fault);
      await this.views.change(manager, id, { name, filters });
      return { id, name: name ?? before.name, filters: filters ?? before.filters };
    });
  }

  /**
   * Puts one's views in an order.
   * @throws Refused `input.invalid` when these are not all of them
   */
  order(staff: StaffMember, { ids }: OrderViews): Promise<KeptViewPage> {
    return this.dataSource.transaction(async (manager) => {
      const own = await this.own(manager, staff);
      const fault = orderFault(
        own.map(({ id }) => id),
        ids,
      );
      if (fault) throw invalidField('ids', fault);
      await this.views.order(manager, staff.accountId, ids);
      return { items: await this.views.of(manager, staff.accountId), nextCursor: null };
    });
  }

  /**
   * Removes a view.
   * @throws Refused `not.found`
   */
  async remove(staff: StaffMember, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const own = await this.own(manager, staff);
      if (!own.some((each) => each.id === id)) throw new Refused('not.found');
      await this.views.remove(manager, id);
    });
  }

  private async own(manager: EntityManager, { accountId }: StaffMember): Promise<KeptView[]> {
    await this.views.lock(manager, accountId);
    return this.views.of(manager, accountId);
  }

  /**
   * The filters that are kept.
   * @throws Refused `input.invalid` when the queue could not be asked for them
   */
  private checked(staff: StaffMember, given: string): string {
    const filters = keptFilters(given);
    const query = readFilters(filters);
    if (!query) throw invalidField('filters', 'malformed');
    queueQuestion(staff, query, this.clock.now());
    return filters;
  }
}
