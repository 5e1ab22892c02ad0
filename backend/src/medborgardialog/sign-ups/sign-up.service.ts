import type {
  OwnSignUp,
  SignUpInput,
  SignUpReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { hashToken, newToken } from '../../platform/security/tokens.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { whyNotSignUp } from '../medborgardialog.rules.js';
import { Seats } from './seats.service.js';
import { SignUpRepository, type SignUpRecord } from './sign-up.repository.js';
import { whyNotGiveUp } from './sign-up.rules.js';

/** Signs people up for a medborgardialog, without a name, and lets who did it change their mind. */
@Injectable()
export class SignUps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly signUps: SignUpRepository,
    private readonly seats: Seats,
  ) {}

  /** @throws Refused `not.found`, `dialogue.cancelled`, `dialogue.noSignUp`, `dialogue.signUpClosed` */
  async make(reference: string, given: SignUpInput, key: string): Promise<Reply<SignUpReceipt>> {
    const dialogue = await this.access.public(this.dataSource.manager, reference);
    return this.idempotency.run({
      key,
      route: 'POST /medborgardialoger/{reference}/sign-ups',
      caller: dialogue.id,
      body: given,
      work: async (manager) => new Reply(201, await this.makeWithin(manager, dialogue.reference, given)),
    });
  }

  /** The same in the caller's transaction. */
  async makeWithin(manager: EntityManager, reference: string, given: SignUpInput): Promise<SignUpReceipt> {
    const dialogue = await this.access.publicLocked(manager, reference);
    const now = this.clock.now();
    const refusal = whyNotSignUp(dialogue, now);
    if (refusal) throw new Refused(refusal);
    const free = await this.seats.free(manager, dialogue);
    const state = given.people <= free ? 'confirmed' : 'waiting';
    const followToken = newToken();
    const { people, needs } = given;
    const signUp = { people, needs, dialogueId: dialogue.id, state } as const;
    await this.signUps.insert(manager, { ...signUp, tokenHash: hashToken(followToken) }, now);
    return { ...this.view(dialogue, signUp), followToken };
  }

  /** @throws Refused `followToken.wrong` */
  async own(followToken: string | null): Promise<OwnSignUp> {
    const { manager } = this.dataSource;
    const signUp = await this.opened(manager, followToken);
    return this.view(await this.dialogueOf(manager, signUp), signUp);
  }

  /**
   * Another number of people or other needs. Who has a seat keeps it; who waits keeps their place.
   * @throws Refused `followToken.wrong`, `dialogue.cancelled`, `dialogue.noSignUp`, `dialogue.signUpClosed`, `signUp.cancelled`, `signUp.noRoom`
   */
  change(followToken: string | null, given: SignUpInput): Promise<OwnSignUp> {
    return this.within(followToken, async (manager, dialogue, signUp) => {
      const refusal = whyNotSignUp(dialogue, this.clock.now());
      if (refusal) throw new Refused(refusal);
      const free = await this.seats.free(manager, dialogue);
      if (signUp.state === 'confirmed' && given.people > free + signUp.people)
        throw new Refused('signUp.noRoom');
      await this.signUps.change(manager, signUp.id, given, this.clock.now());
    });
  }

  /** The seat goes to the first of the waiting who fits. @throws Refused `followToken.wrong`, `dialogue.cancelled`, `dialogue.signUpClosed`, `signUp.cancelled` */
  giveUp(followToken: string | null): Promise<OwnSignUp> {
    return this.within(followToken, async (manager, dialogue, signUp) => {
      const refusal = whyNotGiveUp(dialogue.status);
      if (refusal) throw new Refused(refusal);
      await this.signUps.become(manager, [signUp.id], 'cancelled', this.clock.now());
    });
  }

  private within(
    followToken: string | null,
    work: (manager: EntityManager, dialogue: MedborgardialogRecord, signUp: SignUpRecord) => Promise<void>,
  ): Promise<OwnSignUp> {
    return this.dataSource.transaction(async (manager) => {
      const { dialogueId } = await this.opened(manager, followToken);
      await this.dialogues.lock(manager, dialogueId);
      const signUp = await this.opened(manager, followToken);
      const dialogue = await this.dialogueOf(manager, signUp);
      if (signUp.state === 'cancelled') throw new Refused('signUp.cancelled');
      await work(manager, dialogue, signUp);
      await this.seats.give(manager, dialogue);
      return this.view(dialogue, await this.opened(manager, followToken));
    });
  }

  private async opened(manager: EntityManager, followToken: string | null): Promise<SignUpRecord> {
    const signUp = followToken && (await this.signUps.byToken(manager, hashToken(followToken)));
    if (!signUp) throw new Refused('followToken.wrong');
    return signUp;
  }

  private async dialogueOf(manager: EntityManager, signUp: SignUpRecord): Promise<MedborgardialogRecord> {
    const dialogue = await this.dialogues.byId(manager, signUp.dialogueId);
    if (!dialogue?.isTownOpen) throw new Refused('followToken.wrong');
    return dialogue;
  }

  private view(
    dialogue: MedborgardialogRecord,
    { people, needs, state }: Pick<SignUpRecord, 'people' | 'needs' | 'state'>,
  ): Pick<OwnSignUp, keyof OwnSignUp> {
    const { reference, municipality, title, startsAt, status, cancelledReason } = dialogue;
    const mayChange = state !== 'cancelled' && whyNotSignUp(dialogue, this.clock.now()) === null;
    return {
      dialogue: reference,
      municipality,
      title,
      startsAt: startsAt.toISOString(),
      status,
      cancelledReason,
      mayChange,
      people,
      needs,
      state,
    };
  }
}
