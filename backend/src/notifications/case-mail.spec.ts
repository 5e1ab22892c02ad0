import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type {
  FollowedProposal,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { submitProposal } from '../../test/support/proposal.js';

const kim = 'kim@example.org';
const sam = 'sam@example.org';

describe('a case’s answer by mail', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(new Date());
    place = await Place.make(app);
    await app.runJobs();
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  async function from(email: string, kind: ProposalKind = 'dark-place'): Promise<ProposalReceipt> {
    const { center: position } = place.municipality;
    const sent = await submitProposal(app, { kind, position, contact: { email } });
    await app.runJobs();
    const mail = server.to(email).at(-1);
    if (!mail) throw new Error('No mail');
    const { token } = linkIn(mail, '/bekrafta');
    await app.api().post('/contact-confirmations', { body: { token } });
    await app.runJobs();
    return sent;
  }
  const staff = () => place.people['case-officer'].api;
  const versionOf = async (reference: string) =>
    (await staff().get<TriageProposal>(`/triage/proposals/${reference}`)).body.version;
  const answers = async ({ reference }: ProposalReceipt, publicText: string) => {
    const body = { to: 'answered', version: await versionOf(reference), publicText };
    expect((await staff().post(`/triage/proposals/${reference}/moves`, { body })).status).toBe(200);
  };
  const gathers = async (leader: ProposalReceipt, member: ProposalReceipt) => {
    const { reference } = member;
    const members = [{ reference, version: await versionOf(reference) }];
    const body = { version: await versionOf(leader.reference), members };
    expect(
      (await staff().post(`/triage/cases/${leader.reference}/members`, { key: true, body })).status,
    ).toBe(200);
  };
  async function aQuarterLater(): Promise<void> {
    await app.runJobs();
    app.clock.advance({ minutes: 15 });
    await app.runJobs();
  }
  const quoted = (address: string, words: string) =>
    server.to(address).filter(({ mail }) => mail.text?.includes(`> ${words}`)).length;

  it('reaches both senders once, and each is asked whether it helped', async () => {
    const [leader, member] = [await from(kim), await from(sam)];
    await gathers(leader, member);
    await aQuarterLater();
    expect(server.to(sam).at(-1)?.mail.text).toContain(`Förslaget har samlats med ${leader.reference}`);
    await answers(leader, 'Lampan är lagad.');
    await aQuarterLater();
    await aQuarterLater();
    expect([quoted(kim, 'Lampan är lagad.'), quoted(sam, 'Lampan är lagad.')]).toEqual([1, 1]);
    const mail = server.to(sam).at(-1);
    expect(mail?.mail.text).toContain('Hjälpte det?');
    const { page, token } = linkIn(mail ?? { to: '', mail: {} as never, source: '' }, '/folj/');
    expect(page).toBe(`/${place.municipality.slug}/folj/${member.reference}`);
    const own = (await app.api().get<FollowedProposal>('/follow', { followToken: token })).body;
    expect(own).toMatchObject({
      reference: member.reference,
      mayTellOutcome: true,
      case: { status: 'answered' },
    });
  });

  it('that was given before somebody was gathered is told to them, once', async () => {
    const [leader, member] = [await from(kim), await from(sam)];
    await answers(leader, 'Vi byter stolpen i vår.');
    await aQuarterLater();
    expect([quoted(kim, 'Vi byter stolpen i vår.'), quoted(sam, 'Vi byter stolpen i vår.')]).toEqual([1, 0]);
    await gathers(leader, member);
    await aQuarterLater();
    expect([quoted(kim, 'Vi byter stolpen i vår.'), quoted(sam, 'Vi byter stolpen i vår.')]).toEqual([1, 1]);
  });

  it('is told once when the gathering and the answer come in the same quarter of an hour', async () => {
    const [leader, member] = [await from(kim), await from(sam)];
    await gathers(leader, member);
    await answers(leader, 'Klart i dag.');
    await aQuarterLater();
    await aQuarterLater();
    const mails = server.to(sam).filter(({ mail }) => mail.text?.includes('> Klart i dag.'));
    expect(mails).toHaveLength(1);
    expect(mails[0]?.mail.text?.split('> Klart i dag.')).toHaveLength(2);
  });

  it('is what was done for one of them: the whole case is told of the check once, and only when it is released', async () => {
    const [leader, member] = [await from(kim, 'speed-check'), await from(sam, 'speed-check')];
    await gathers(leader, member);
    await aQuarterLater();
    const logged = await place.people['police-officer'].api.post<{ id: string }>('/activities', {
      key: true,
      body: { ...place.activity('police-officer'), proposalReferences: [member.reference] },
    });
    await place.people.coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    server.taken.length = 0;
    await aQuarterLater();
    expect(server.taken).toEqual([]);
    app.clock.advance({ hours: 48 });
    await aQuarterLater();
    await aQuarterLater();
    expect(server.to(kim).map(({ mail }) => mail.subject)).toEqual([
      `Kontrollen är gjord: ${leader.reference}`,
    ]);
    expect(server.to(sam).map(({ mail }) => mail.subject)).toEqual([
      `Kontrollen är gjord: ${member.reference}`,
    ]);
    const story = await app.api().get<ProposalStory>(`/proposals/${leader.reference}`);
    expect(story.body.status).toBe('done');
  });

  it('reaches no longer whom the case was let go of', async () => {
    const [leader, member] = [await from(kim), await from(sam)];
    await gathers(leader, member);
    const { reference } = member;
    const members = [{ reference, version: await versionOf(reference) }];
    const path = `/triage/cases/${leader.reference}/releases`;
    expect((await staff().post(path, { key: true, body: { members, reason: 'Fel' } })).status).toBe(200);
    await answers(leader, 'Bara till Kim.');
    await aQuarterLater();
    expect([quoted(kim, 'Bara till Kim.'), quoted(sam, 'Bara till Kim.')]).toEqual([1, 0]);
  });
});
