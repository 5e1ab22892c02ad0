import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { expect, type APIRequestContext } from '@playwright/test';
import { randomUUID } from 'node:crypto';

/** What a journey finds in place before it begins, and what it reads beside the browser. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  /** A wish for a speed check that somebody else has sent in. @param email where they want the answer */
  async aWishAt(
    position: readonly [number, number],
    description?: string,
    email?: string,
  ): Promise<ProposalReceipt> {
    return this.sends({
      kind: 'speed-check',
      position,
      description,
      contact: email ? { email } : undefined,
      details: { weekdays: ['mon'], hourBands: ['07-09'], problems: ['speeding'], near: [] },
    });
  }

  /** An unsafe place that somebody else has marked. */
  async anUnsafePlaceAt(position: readonly [number, number], description: string): Promise<ProposalReceipt> {
    return this.sends({
      kind: 'dark-place',
      position,
      description,
      details: { causes: ['underpass'], when: ['evening'] },
    });
  }

  /** The sender takes a proposal back. */
  async takesBack({ followToken }: ProposalReceipt): Promise<void> {
    const answer = await this.request.post('/api/v1/follow/withdraw', {
      headers: { 'Follow-Token': followToken, Cookie: '' },
      data: {},
    });
    expect(answer.ok()).toBe(true);
  }

  private async sends(data: object): Promise<ProposalReceipt> {
    const answer = await this.request.post('/api/v1/proposals', {
      headers: { 'Idempotency-Key': randomUUID(), Cookie: '' },
      data,
    });
    expect(answer.status()).toBe(201);
    return (await answer.json()) as ProposalReceipt;
  }

  /** The numbers of what is listed within some 200 metres. */
  async listedAround([lng, lat]: readonly [number, number]): Promise<string[]> {
    const bbox = [lng - 0.003, lat - 0.002, lng + 0.003, lat + 0.002].join(',');
    const answer = await this.request.get('/api/v1/proposals', { params: { bbox, limit: 100 } });
    const { items } = (await answer.json()) as { items: { reference: string }[] };
    return items.map(({ reference }) => reference);
  }

  /** The public story of a proposal as the API tells it, as text. */
  async publicStory(reference: string): Promise<string> {
    return (await this.request.get(`/api/v1/proposals/${reference}`)).text();
  }
}
