import type { MailPreview, PreviewMail } from '@lofteskartan/shared/contracts/mail-previews';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MailBlock } from '../platform/mail/mail-text.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { isPolicePlan } from '../proposals/proposal-moves.rules.js';
import type { ProposalRecord } from '../proposals/proposal-record.js';
import { ProposalsForStaff } from '../proposals/proposals-for-staff.service.js';
import { mayOpenSecret } from '../proposals/secrecy.rules.js';
import { handlesProposalsIn, organisationIn } from '../proposals/viewer.rules.js';
import { newsLetter } from './letters.js';
import { NewsRepository, type NewsRow } from './news.repository.js';
import { topicOf } from './news.rules.js';

/** Shows staff the mail that a move would send, before it is made. It is written to nobody: no address is opened. */
@Injectable()
export class PreviewMailService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly proposals: ProposalsForStaff,
    private readonly news: NewsRepository,
  ) {}

  /**
   * The mail to the sender, as it would be put together.
   * @throws Refused `not.found`, also for a proposal of a municipality in which the person does not work, and a secret one
   *   of another organisation
   */
  async preview(staff: StaffMember, reference: string, move: PreviewMail): Promise<MailPreview> {
    const proposal = await this.proposals.byReference(this.dataSource.manager, reference.toUpperCase());
    if (!proposal || !handlesProposalsIn(staff, proposal.municipalityId)) throw new Refused('not.found');
    if (!mayOpenSecret(proposal, staff.memberships)) throw new Refused('not.found');
    const { language, kind } = proposal;
    const item = await this.item(proposal, staff, move);
    // What the police plan, and what is no news, is told to nobody.
    if (isPolicePlan(kind, move.to) || !topicOf(item)) return { language, subject: null, lines: [] };
    const tokens = { followToken: 'none', outcomeToken: null };
    const { subject, blocks } = newsLetter({ contact: nobody(proposal), kind, page: '' }, [item], tokens);
    return { language, subject, lines: blocks.flatMap(lineOf) };
  }

  private async item(
    { id, kind, language, municipalityId }: ProposalRecord,
    staff: StaffMember,
    { to, publicText, responsible, commitmentId }: PreviewMail,
  ): Promise<NewsRow> {
    const names = await this.news.names(this.dataSource.manager, {
      municipalityId,
      commitmentId: commitmentId ?? null,
      organisationId: organisationIn(staff, municipalityId),
      language,
    });
    return {
      id: '',
      proposalId: id,
      type: to === 'awaiting-reply' ? 'asked' : 'moved',
      toStatus: to,
      publicText: publicText?.trim() ?? null,
      kind,
      ...names,
      responsible: responsible?.trim() ?? null,
      leader: null,
      occurredOn: null,
    };
  }
}

/** A sender of whom nothing is known but the language. */
const nobody = ({ reference, municipality, language, id }: ProposalRecord) => ({
  id: '',
  proposalId: id,
  reference,
  municipality,
  role: 'sender' as const,
  state: 'confirmed' as const,
  language,
  email: '',
  name: null,
  confirmToken: '',
  stopToken: '',
});

/** A part of the mail as a line; the small print is the same in all and left out. */
function lineOf(block: MailBlock): string[] {
  if (block.type === 'footer') return [];
  if (block.type === 'link') return [`[${block.label}]`];
  return [block.type === 'quote' ? `> ${block.text}` : block.text];
}
