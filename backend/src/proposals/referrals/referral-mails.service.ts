import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ResponsibleBodies } from '../../municipalities/bodies/responsible-bodies.service.js';
import { Config } from '../../platform/config/config.js';
import { MailOutbox, type ClaimedMail } from '../../platform/mail/mail-outbox.js';
import { htmlText, plainText } from '../../platform/mail/mail-text.js';
import type { OutgoingMail } from '../../platform/mail/mailer.js';
import { Secrets } from '../../platform/security/secrets.js';
import { ReferredCases } from './referred-cases.service.js';
import {
  bodyLetter,
  officerLetter,
  reminderLetter,
  type OfficerNews,
  type ReferralLetter,
} from './referral-letter.js';
import { referralMail } from './referral.rules.js';
import { ReferralRepository, type ReferralMailFacts, type ReferralRecord } from './referral.repository.js';

/** The mails of a referral, by who gets them. */
const TO_BODY = ['referral', 'referral-reminder'] as const;
const TO_OFFICER = {
  'referral-waits': 'reminded',
  'referral-overdue': 'overdue',
  'referral-answered': 'answered',
  'referral-undelivered': 'undelivered',
} as const satisfies Readonly<Record<string, OfficerNews>>;

/** A kind of mail about a referral. */
export type ReferralMail = (typeof TO_BODY)[number] | keyof typeof TO_OFFICER;

/** The mails to bodies and to case officers about referrals, put together when they are sent. */
@Injectable()
export class ReferralMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly outbox: MailOutbox,
    private readonly bodies: ResponsibleBodies,
    private readonly referrals: ReferralRepository,
    private readonly cases: ReferredCases,
  ) {}

  onModuleInit(): void {
    for (const kind of TO_BODY) this.outbox.composeWith(kind, (claimed) => this.toBody(kind, claimed));
    for (const [kind, news] of Object.entries(TO_OFFICER))
      this.outbox.composeWith(kind, (claimed) => this.toOfficer(news, claimed));
  }

  /** Writes a mail, once of its kind for a referral, where mail is sent at all. */
  async write(manager: EntityManager, kind: ReferralMail, referralId: string): Promise<void> {
    if (this.config.smtpUrl === null) return;
    const facts = await this.referrals.mailFacts(manager, referralId);
    const address = isToBody(kind) ? facts?.bodyEmail : facts?.officerEmail;
    if (!address) return;
    await this.outbox.write(manager, {
      kind,
      cause: `${kind}:${referralId}`,
      subjectId: referralId,
      addressHash: this.secrets.pseudonym('body', address.toLowerCase()),
    });
  }

  private toBody(kind: (typeof TO_BODY)[number], claimed: ClaimedMail): Promise<OutgoingMail | null> {
    return this.compose(claimed, async (manager, referral, facts) => {
      if (!facts.bodyEmail || referral.endedAt || referral.answeredAt) return null;
      const { replyTo } = await this.bodies.settings(manager, referral.municipalityId);
      const told = await this.cases.facts(manager, {
        ...referral,
        answerLink: this.cases.answerLink(facts.municipality, referral.id),
        replyTo,
      });
      if (!told) return null;
      const letter =
        kind === 'referral' ? bodyLetter(told) : reminderLetter(told, this.cases.day(referral.openedAt));
      return {
        ...this.post(claimed, facts, facts.bodyEmail, letter),
        ...(replyTo ? { replyTo } : {}),
      };
    });
  }

  private toOfficer(news: OfficerNews, claimed: ClaimedMail): Promise<OutgoingMail | null> {
    return this.compose(claimed, async (manager, referral, facts) => {
      const reference = await this.cases.reference(manager, referral.proposalId);
      if (!facts.officerEmail || !reference || referral.endedAt) return null;
      const page = `${this.config.publicUrl}/arbete/forslag/${encodeURIComponent(reference)}`;
      const since = this.cases.day(referral.openedAt);
      const letter = officerLetter(
        { reference, body: referral.body, since, page, reached: referralMail(referral) === 'sent' },
        news,
      );
      return this.post(claimed, facts, facts.officerEmail, letter);
    });
  }

  private compose(
    { subjectId }: ClaimedMail,
    make: (
      manager: EntityManager,
      referral: ReferralRecord,
      facts: ReferralMailFacts,
    ) => Promise<OutgoingMail | null>,
  ): Promise<OutgoingMail | null> {
    return this.dataSource.transaction(async (manager) => {
      const referral = subjectId && (await this.referrals.byId(manager, subjectId));
      const facts = referral && (await this.referrals.mailFacts(manager, referral.id));
      return facts ? make(manager, referral, facts) : null;
    });
  }

  private post(
    { id }: ClaimedMail,
    { municipalityName }: ReferralMailFacts,
    to: string,
    { subject, blocks }: ReferralLetter,
  ): OutgoingMail {
    return {
      id,
      to,
      fromName: `${municipalityName} (Löfteskartan)`,
      subject,
      text: plainText(blocks),
      html: htmlText('sv', subject, blocks),
      oneClickStop: null,
    };
  }
}

const isToBody = (kind: ReferralMail): boolean => TO_BODY.some((each) => each === kind);
