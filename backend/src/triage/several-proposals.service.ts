import type { ChosenProposal, OutcomeOfOne, OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { problemOf } from '../platform/problem/problem.js';
import { Refused } from '../platform/problem/refused.js';
import { Reply } from '../platform/reply.js';
import type { TriageViewer } from './triage-item.view.js';

/** One act on several proposals. */
export interface ActOnSeveral<Chosen extends ChosenProposal> {
  readonly viewer: TriageViewer;
  readonly key: string;
  /** `POST /triage/moves` */
  readonly route: string;
  readonly body: { readonly proposals: readonly Chosen[] };
  /** Does it to one of them and answers with its new version. */
  readonly act: (manager: EntityManager, chosen: Readonly<Chosen>) => Promise<number>;
}

/**
 * Does the same to several proposals, each in a transaction of its own that also stores what became of it under the call's key. So one
 * that is refused stops no other, nothing is half done, and a repeat (after a lost answer, or after a process that died in the middle)
 * goes on where it was and answers the same.
 */
@Injectable()
export class SeveralProposals {
  constructor(private readonly idempotency: Idempotency) {}

  /** @throws Refused `idempotency.reused` when the key came with something else before */
  async each<Chosen extends ChosenProposal>(given: ActOnSeveral<Chosen>): Promise<OutcomeOfSeveral> {
    const { viewer, key, route, body } = given;
    const call = { key, caller: viewer.staff.accountId, body };
    // Takes the key for this body before anything is done.
    await this.idempotency.run({ ...call, route, work: () => Promise.resolve(new Reply(200, null)) });
    const items: OutcomeOfOne[] = [];
    for (const typed of body.proposals) {
      const chosen = Object.assign({}, typed, { reference: typed.reference.toUpperCase() });
      const reply = await this.idempotency.run({
        ...call,
        route: `${route} ${chosen.reference}`,
        work: async (manager) => new Reply(200, await one(manager, given, chosen)),
      });
      items.push(reply.body);
    }
    return { done: items.filter(({ done }) => done).length, items };
  }
}

/** What becomes of one: what a refusal has begun is taken back, and the refusal is the answer. */
async function one<Chosen extends ChosenProposal>(
  manager: EntityManager,
  { viewer, act }: ActOnSeveral<Chosen>,
  chosen: Readonly<Chosen>,
): Promise<OutcomeOfOne> {
  const { reference } = chosen;
  try {
    const version = await manager.transaction((own) => act(own, chosen));
    return { reference, done: true, version, code: null, message: null, errors: [] };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, detail, errors } = problemOf(error, viewer.language);
    return { reference, done: false, version: null, code, message: detail, errors: [...(errors ?? [])] };
  }
}
