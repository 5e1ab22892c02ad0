import type { ReferredCase } from '@lofteskartan/shared/contracts/referrals';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.js';
import { stockholmDate } from '../../platform/dates.js';
import { Secrets } from '../../platform/security/secrets.js';
import { ProjectProposal } from '../project-proposal.service.js';
import type { PublicRow } from '../projection.repository.js';
import { ProposalRepository } from '../proposal.repository.js';
import type { ReferredFacts } from './referral-letter.js';
import { ReferralRepository, type ReferralRecord } from './referral.repository.js';
import { stateForBody } from './referral.rules.js';

/** A referral that there is, or that somebody thinks of. */
export interface AskedBody {
  readonly proposalId: string;
  readonly body: string;
  readonly asked: string | null;
  readonly answerLink: string;
  readonly replyTo: string | null;
}

/** Cases as the bodies that have them see them: nothing but what is public, and what they are asked for. */
@Injectable()
export class ReferredCases {
  constructor(
    private readonly config: Config,
    private readonly secrets: Secrets,
    private readonly proposals: ProposalRepository,
    private readonly projection: ProjectProposal,
    private readonly referrals: ReferralRepository,
  ) {}

  /** What a body's mail says; null when the proposal is gone. */
  async facts(manager: EntityManager, asked: AskedBody): Promise<ReferredFacts | null> {
    const proposal = await this.proposals.byId(manager, asked.proposalId);
    if (!proposal) return null;
    const row = await this.listed(manager, asked.proposalId);
    const names = await this.referrals.names(manager, asked.proposalId);
    const { reference, kind, municipality } = proposal;
    return {
      reference,
      kind,
      body: asked.body,
      municipality: names.municipality,
      cameIn: this.day(proposal.createdAt),
      asked: asked.asked,
      place: placeOf(row, names.locality),
      position: row && row.lng !== null && row.lat !== null ? [row.lng, row.lat] : null,
      description: row?.description ?? null,
      photos: row?.photos.map(({ url }) => `${this.config.publicUrl}${url}`) ?? [],
      supportCount: row?.supportCount ?? 1,
      page: row ? `${this.config.publicUrl}/${municipality}/forslag/${encodeURIComponent(reference)}` : null,
      answerLink: asked.answerLink,
      replyTo: asked.replyTo,
    };
  }

  /** What the page shows that the link in the mail opens; null when the proposal is gone. */
  async page(manager: EntityManager, referral: ReferralRecord): Promise<ReferredCase | null> {
    const proposal = await this.proposals.byId(manager, referral.proposalId);
    if (!proposal) return null;
    const row = await this.listed(manager, referral.proposalId);
    const names = await this.referrals.names(manager, referral.proposalId);
    return {
      municipality: proposal.municipality,
      municipalityName: names.municipality,
      reference: proposal.reference,
      kind: proposal.kind,
      body: referral.body,
      // By what is public: a check that is not public yet shows here as little as elsewhere.
      state: stateForBody({
        ended: referral.endedAt !== null || proposal.publicStatus !== 'referred',
        answered: referral.answeredAt !== null,
      }),
      referredAt: referral.openedAt.toISOString(),
      asked: referral.asked,
      place: placeOf(row, names.locality),
      position: row && row.lng !== null && row.lat !== null ? [row.lng, row.lat] : null,
      description: row?.description ?? null,
      photos: row?.photos ?? [],
    };
  }

  /** The number of a proposal, or null. */
  async reference(manager: EntityManager, proposalId: string): Promise<string | null> {
    return (await this.proposals.byId(manager, proposalId))?.reference ?? null;
  }

  /** The link of a referral; its secret stands in the fragment. */
  answerLink(municipality: string, referralId: string): string {
    return this.linkWith(municipality, this.secrets.sign('referral-answer', referralId));
  }

  /** The same without a secret, for who reads what would be sent. */
  linkWith(municipality: string, secret: string): string {
    return `${this.config.publicUrl}/${municipality}/hanvisning#${secret}`;
  }

  /** `3 november 2026`. */
  day(moment: Date): string {
    const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' });
    return format.format(new Date(`${stockholmDate(moment)}T00:00:00Z`));
  }

  private async listed(manager: EntityManager, proposalId: string): Promise<PublicRow | null> {
    const row = await this.projection.publicView(manager, proposalId);
    return row?.listed ? row : null;
  }
}

/** Where, in words that are public. */
function placeOf(row: PublicRow | null, locality: string | null): string | null {
  const road = row && 'roadName' in row.details ? row.details.roadName : null;
  const words = [row?.placeName, road, locality].filter((each): each is string => Boolean(each));
  return words.length > 0 ? [...new Set(words)].join(', ') : null;
}
