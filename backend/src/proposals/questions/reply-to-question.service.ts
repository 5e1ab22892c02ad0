import type { OwnQuestion, SendReply, StaffQuestion } from '@lofteskartan/shared/contracts/questions';
import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { stockholmDate } from '../../platform/dates.js';
import { Idempotency } from '../../platform/idempotency/idempotency.service.js';
import { Refused } from '../../platform/problem/refused.js';
import { Reply } from '../../platform/reply.js';
import { HoldTexts } from '../block-list/hold-texts.service.js';
import { cleanText } from '../details.rules.js';
import { MoveProposalService } from '../move-proposal.service.js';
import { ProposalEventRepository } from '../proposal-event.repository.js';
import type { ProposalRecord } from '../proposal-record.js';
import { ProposalRepository } from '../proposal.repository.js';
import { SenderAccess } from '../sender-access.js';
import { type QuestionRecord, QuestionRepository } from './question.repository.js';
import { isAsked, replyBy } from './question.rules.js';

/** What staff asked, and the sender's replies. */
@Injectable()
export class ReplyToQuestionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly sender: SenderAccess,
    private readonly proposals: ProposalRepository,
    private readonly questions: QuestionRepository,
    private readonly events: ProposalEventRepository,
    private readonly moves: MoveProposalService,
    private readonly held: HoldTexts,
  ) {}

  /** The questions about a proposal as its sender sees them, the latest first. */
  async own(manager: EntityManager, proposal: ProposalRecord): Promise<OwnQuestion[]> {
    return (await this.questions.ofProposal(manager, proposal.id)).map((each) => ownView(each, proposal));
  }

  /** The same as staff see them. */
  async forStaff(manager: EntityManager, proposal: ProposalRecord): Promise<StaffQuestion[]> {
    return (await this.questions.ofProposal(manager, proposal.id)).map((each) => ({
      ...view(each, proposal),
      askedBy: each.askedBy,
      remindedAt: each.remindedAt?.toISOString() ?? null,
      personalData: each.personalData,
      unhandled: isUnhandled(each, proposal),
    }));
  }

  /**
   * Keeps the reply to the question that is open, and gives the proposal back to staff. Nothing public changes.
   * @throws Refused `followToken.required`, `followToken.wrong`, `reply.notAsked`, `input.invalid`
   */
  async reply(followToken: string | null, key: string, given: SendReply): Promise<Reply<OwnQuestion>> {
    const { id } = await this.sender.proposal(this.dataSource.manager, followToken);
    return this.idempotency.run({
      key,
      route: 'POST /follow/replies',
      caller: id,
      body: given,
      work: async (manager) => new Reply(201, await this.keep(manager, id, given)),
    });
  }

  private async keep(manager: EntityManager, id: string, given: SendReply): Promise<OwnQuestion> {
    const text = cleanText(given.text);
    if (text === null) throw new Refused('input.invalid', { errors: [{ field: 'text', code: 'required' }] });
    await this.proposals.lock(manager, [id]);
    const proposal = await this.proposals.byId(manager, id);
    const [question] = await this.questions.ofProposal(manager, id);
    if (!proposal || !question || !isAsked(question.endedAt, proposal.publicStatus))
      throw new Refused('reply.notAsked');
    const at = this.clock.now();
    const personalData = findPersonalData(text);
    await this.questions.reply(manager, question.id, { text, personalData, at });
    if (proposal.status === 'awaiting-reply')
      await this.moves.move(manager, { proposalId: id, to: 'under-review', actor: null, reason: text });
    // A check was made that is not public yet: to the sender the reply is taken in as ever.
    else
      await this.events.append(manager, {
        proposalId: id,
        at,
        type: 'replied',
        audience: 'staff',
        reason: text,
      });
    await this.held.look(manager, id, 'reply', text);
    return ownView({ ...question, reply: text, repliedAt: at, endedAt: at }, proposal);
  }
}

const ownView = (question: QuestionRecord, proposal: ProposalRecord): OwnQuestion => view(question, proposal);

function view(
  { text, organisation, askedAt, endedAt, reply, repliedAt }: QuestionRecord,
  { publicStatus }: ProposalRecord,
) {
  const open = isAsked(endedAt, publicStatus);
  return {
    text,
    organisation,
    askedAt: askedAt.toISOString(),
    open,
    replyBy: open ? replyBy(stockholmDate(askedAt)) : null,
    reply,
    repliedAt: repliedAt?.toISOString() ?? null,
  };
}

const isUnhandled = ({ reply, handledAt }: QuestionRecord, { status }: ProposalRecord): boolean =>
  reply !== null && handledAt === null && status === 'under-review';
