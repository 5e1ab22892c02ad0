import type {
  OwnPoint,
  OwnPoints,
  PointChoiceQuery,
  PointChoices,
  PointHistory,
  StaffPoints,
  TakenBackPoint,
} from '@lofteskartan/shared/contracts/medborgardialog-points';
import { OUTCOME_LIMITS } from '@lofteskartan/shared/medborgardialog-outcomes';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Refused } from '../../platform/problem/refused.js';
import type { StaffMember } from '../../platform/staff-member.js';
import { mayActIn, municipalitiesWith } from '../../staff/access.rules.js';
import { MedborgardialogAccess } from '../medborgardialog-access.service.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { dialogueKeepers, dialogueReaders } from '../medborgardialog.rules.js';
import { FollowUpRepository } from '../reports/follow-up.repository.js';
import { resultOf } from '../statements/result.rules.js';
import { VoteRepository } from '../statements/vote.repository.js';
import { countsAsOpen, mayComplete, whyNotOutcome } from './outcome.rules.js';
import { OwnerRepository } from './owner.repository.js';
import { PointRepository, type PointRecord } from './point.repository.js';
import { pointView } from './point.view.js';
import { ReadThings } from './read-things.service.js';
import { ThingRepository } from './thing.repository.js';

const alphabet = new Intl.Collator('sv');
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  alphabet.compare(a.name, b.name);

/** The points of medborgardialoger as staff read them. */
@Injectable()
export class ReadPoints {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly access: MedborgardialogAccess,
    private readonly dialogues: MedborgardialogRepository,
    private readonly bodies: ResponsibleBodies,
    private readonly points: PointRepository,
    private readonly votes: VoteRepository,
    private readonly owners: OwnerRepository,
    private readonly things: ReadThings,
    private readonly choosing: ThingRepository,
    private readonly followUps: FollowUpRepository,
  ) {}

  /** @throws Refused `not.found` */
  list(staff: StaffMember, reference: string, language: Language): Promise<StaffPoints> {
    return this.dataSource.transaction(async (manager) => {
      const dialogue = await this.access.read(manager, staff, reference);
      return this.view(manager, staff, dialogue, language);
    });
  }

  /**
   * The points of a dialogue, those among them that its questions have become since somebody last looked. They get their numbers under the
   * dialogue's lock, as every other point does: two who read at once, or one who reads while another adds, never take the same.
   */
  async current(manager: EntityManager, dialogue: MedborgardialogRecord): Promise<PointRecord[]> {
    if (whyNotOutcome(dialogue.status) === null && (await this.points.lacksQuestions(manager, dialogue.id))) {
      await this.dialogues.lock(manager, dialogue.id);
      await this.points.takeInQuestions(manager, dialogue, this.clock.now());
    }
    return this.points.ofDialogue(manager, dialogue.id);
  }

  /** The same in the caller's transaction, as the person works with them. */
  async view(
    manager: EntityManager,
    staff: StaffMember,
    dialogue: MedborgardialogRecord,
    language: Language,
  ): Promise<StaffPoints> {
    const { reference, municipality, municipalityId, title, status, startsAt } = dialogue;
    const points = await this.current(manager, dialogue);
    const things = await this.things.of(manager, points, stockholmDate(startsAt), language);
    const today = stockholmDate(this.clock.now());
    const keeps = mayActIn(staff, municipalityId, dialogueKeepers);
    const counted = await this.votes.counted(manager, dialogue.id);
    const bodies = await this.bodies.list(manager, municipalityId);
    const organisations = await this.owners.organisations(manager, municipalityId);
    const people = await this.owners.people(manager, municipalityId, dialogueReaders);
    return {
      reference,
      municipality,
      title,
      status,
      mayChange: keeps && whyNotOutcome(status) === null,
      openCount: points.filter(countsAsOpen).length,
      points: points.map((point) =>
        pointView(point, things.get(point.thingId ?? '') ?? null, {
          today,
          mayComplete: !countsAsOpen(point) && mayComplete(staff, point, keeps),
        }),
      ),
      statements: counted.map(({ number, ...statement }) => {
        const point = points.find(({ statementId }) => statementId === statement.id)?.number ?? null;
        return Object.assign({ number, point }, resultOf(statement));
      }),
      organisations: organisations.sort(byName),
      people: people.sort(byName),
      bodies: bodies.filter(({ active }) => active).map(({ name }) => name),
    };
  }

  /** @throws Refused `not.found` */
  async choices(
    staff: StaffMember,
    reference: string,
    { kind, q = '' }: PointChoiceQuery,
  ): Promise<PointChoices> {
    const { manager } = this.dataSource;
    const { municipalityId } = await this.access.read(manager, staff, reference);
    const asked = { municipalityId, words: q.normalize('NFC').trim(), limit: OUTCOME_LIMITS.choices };
    return { items: await this.choosing.choices(manager, kind, asked) };
  }

  /** @throws Refused `not.found` */
  async history(staff: StaffMember, reference: string, id: string): Promise<PointHistory> {
    const { manager } = this.dataSource;
    const dialogue = await this.access.read(manager, staff, reference);
    const point = (await this.points.ofDialogue(manager, dialogue.id)).find((each) => each.id === id);
    if (!point) throw new Refused('not.found');
    return { items: await this.points.history(manager, dialogue.id, point.number) };
  }

  /** What waits for somebody: points that are late, those that need another outcome, and follow-ups that are due. */
  async own(staff: StaffMember): Promise<OwnPoints> {
    const { manager } = this.dataSource;
    const today = stockholmDate(this.clock.now());
    const places = staff.memberships
      .filter(({ municipalityId }) => mayActIn(staff, municipalityId, dialogueReaders))
      .map(({ municipalityId, organisationId }) => ({
        municipalityId,
        organisationId,
        keeps: mayActIn(staff, municipalityId, dialogueKeepers),
      }));
    const waiting = await this.points.waiting(manager, { accountId: staff.accountId, places }, today);
    const things = await this.things.of(manager, waiting, today, 'sv');
    const late: OwnPoint[] = [];
    const takenBack: TakenBackPoint[] = [];
    for (const point of waiting) {
      const thing = things.get(point.thingId ?? '') ?? null;
      const { standing } = pointView(point, thing, { today, mayComplete: true });
      const { reference, municipality, title, number, text, personId, organisation } = point;
      const named = { reference, municipality, title, number, text, isMine: personId === staff.accountId };
      const dueOn = point.dueOn ?? thing?.day ?? null;
      if (standing === 'withdrawn') takenBack.push({ ...named, organisation });
      else if ((standing === 'late' || standing === 'open') && dueOn !== null) late.push({ ...named, dueOn });
    }
    late.sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    const keeping = municipalitiesWith(staff, dialogueKeepers);
    return { late, takenBack, followUps: await this.followUps.due(manager, keeping, today) };
  }
}
