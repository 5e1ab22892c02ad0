import type { DarkPlace } from '@lofteskartan/shared/contracts/dark-places';
import type { OwnProposals } from '@lofteskartan/shared/contracts/contacts';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type {
  FollowedProposal,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import type { SupporterData, SupporterOutcome } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { stockholmDate } from '../platform/dates.js';
import { DisposalRepository } from '../proposals/disposal/disposal.repository.js';
import { ProjectPlace } from './project-place.service.js';

const address = 'sam@example.org';
type Answer = SupporterOutcome & ProblemBody;

/** What those who sent in and those who support are asked once something was done at a place, with real mails. */
describe('asked again', () => {
  let server: MailServer;
  let app: TestApp;
  let town: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
  });
  beforeEach(async () => {
    await app.empty();
    server.taken.length = 0;
    app.clock.set('2026-11-20T12:00:00Z');
    town = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', town);
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const dark = (details: object = {}) =>
    submitProposal(app, { kind: 'dark-place', position: town.center, details });
  const place = async (proposals: readonly ProposalReceipt[]): Promise<StaffPlace> => {
    const body = {
      municipality: town.slug,
      name: 'Tunneln',
      position: town.center,
      causes: ['underpass'],
      when: ['dark'],
      seasons: [],
      isPublic: true,
      proposals: proposals.map(({ reference }) => reference),
    };
    return (await officer.api.post<StaffPlace>('/inventory/places', { key: true, body })).body;
  };
  const read = async ({ reference }: StaffPlace) =>
    (await officer.api.get<StaffPlace>(`/inventory/places/${reference}`)).body;
  const plan = async ({ reference }: StaffPlace, isPublic = true): Promise<void> => {
    const { body: now } = await officer.api.get<StaffPlace>(`/inventory/places/${reference}`);
    const body = { version: now.version, kind: 'new-lamp', isPublic };
    await officer.api.post<StaffPlace>(`/inventory/places/${reference}/measures`, { key: true, body });
  };
  /** The first of the measures that are planned is done, without a commitment. */
  const complete = async ({ reference }: StaffPlace): Promise<void> => {
    const path = `/inventory/places/${reference}`;
    const { body: now } = await officer.api.get<StaffPlace>(path);
    const open = now.measures.find(({ doneOn }) => doneOn === null)?.id ?? '';
    const doneOn = stockholmDate(app.clock.now());
    const body = { version: now.version, doneOn, text: 'Det lyser.' };
    const { status } = await officer.api.post(`${path}/measures/${open}/completions`, { key: true, body });
    expect(status).toBe(201);
  };
  const lampAt = async (tunnel: StaffPlace, isPublic = true): Promise<void> => {
    await plan(tunnel, isPublic);
    await complete(tunnel);
  };
  const support = (api: Api, { reference }: ProposalReceipt, contact?: object) =>
    api.post(`/proposals/${reference}/support`, { key: true, body: contact ? { contact } : {} });
  const aQuarterPasses = async (): Promise<void> => {
    await app.runJobs();
    app.clock.advance({ minutes: 15 });
    await app.runJobs();
  };
  const lastMail = () => {
    const mail = server.to(address).at(-1);
    if (!mail) throw new Error('No mail');
    return mail;
  };
  /** Somebody who supports and has confirmed an address. */
  const byMail = async (proposal: ProposalReceipt, api = app.api()): Promise<Api> => {
    await support(api, proposal, { email: address });
    await app.runJobs();
    const { token } = linkIn(lastMail(), '/bekrafta');
    expect((await app.api().post('/contact-confirmations', { body: { token } })).status).toBe(200);
    await aQuarterPasses();
    return api;
  };
  const tell = (token: string, given: object) =>
    app.api().post<Answer>('/supporter-outcomes', { body: { token, ...given } });
  const onDevice = ({ reference }: ProposalReceipt) => `/proposals/${reference}/support/outcome`;
  const triage = async ({ reference }: ProposalReceipt) =>
    (await officer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;

  it('a measure that counts for nothing ends the proposal, and is told in its story and by mail', async () => {
    const proposal = await dark({ safetyNow: 1 });
    await byMail(proposal);
    await lampAt(await place([proposal]));
    const { body: story } = await app.api().get<ProposalStory>(`/proposals/${proposal.reference}`);
    expect([story.status, story.events.at(-1)]).toMatchObject([
      'done',
      { type: 'activity', text: 'Det lyser.' },
    ]);
    await aQuarterPasses();
    const { mail } = lastMail();
    expect(mail.subject).toBe(`Det här gjordes: ${proposal.reference}`);
    expect(mail.text).toContain('Den 20 november 2026 gjordes det här på platsen');
    expect(mail.text).toContain('> Det lyser.');
  });

  it('while more is planned people are told and not asked, and the proposal stays open', async () => {
    const proposal = await dark();
    await byMail(proposal);
    const tunnel = await place([proposal]);
    for (const _ of ['one lamp', 'another']) await plan(tunnel);
    await complete(tunnel);
    await aQuarterPasses();
    expect((await triage(proposal)).status).toBe('received');
    expect(lastMail().mail.text).toContain('> Det lyser.');
    expect(lastMail().mail.text).not.toContain('/hur-kanns-det');
    await complete(tunnel);
    await aQuarterPasses();
    expect((await triage(proposal)).status).toBe('done');
    expect(linkIn(lastMail(), '/hur-kanns-det').token).not.toBe('');
  });

  it('what is not public is told to nobody, and ends nothing', async () => {
    const proposal = await dark();
    await byMail(proposal);
    const before = server.taken.length;
    await lampAt(await place([proposal]), false);
    await aQuarterPasses();
    expect([(await triage(proposal)).status, server.taken.length]).toEqual(['received', before]);
  });

  it('a supporter says by the link of the mail how safe it feels now, and can change it; it is one person', async () => {
    const proposal = await dark({ safetyNow: 1 });
    const device = await byMail(proposal);
    const tunnel = await place([proposal]);
    await lampAt(tunnel);
    await aQuarterPasses();
    const { page, token } = linkIn(lastMail(), '/hur-kanns-det');
    expect(page).toBe(`/${town.slug}/hur-kanns-det`);
    const opened = await app.api().post<Answer>('/supporter-outcome-openings', { body: { token } });
    expect(opened.body).toEqual({
      reference: proposal.reference,
      municipality: town.slug,
      supports: true,
      asked: true,
      outcome: null,
    });
    const first = await tell(token, { helped: 'yes', safetyNow: 5 });
    expect([first.status, first.body.outcome]).toMatchObject([
      200,
      { helped: 'yes', safetyNow: 5, text: null },
    ]);
    expect((await read(tunnel)).ratings).toEqual({
      before: { mean: 1, answers: 1 },
      after: { mean: 5, answers: 1 },
    });
    app.clock.advance({ minutes: 1 });
    await tell(token, { helped: 'partly', safetyNow: 3 });
    await tell(token, { helped: 'partly', safetyNow: 3 });
    expect((await read(tunnel)).ratings.after).toEqual({ mean: 3, answers: 1 });
    // The device on which the same person supported is no second one.
    app.clock.advance({ minutes: 1 });
    await device.put(onDevice(proposal), { body: { helped: 'yes', safetyNow: 4 } });
    const { ratings, given } = await read(tunnel);
    expect([ratings.after, given.length]).toEqual([{ mean: 4, answers: 1 }, 4]);
    const { events, supporterOutcomes } = await triage(proposal);
    expect(events.filter(({ type }) => type === 'supporter-told').map(({ changes }) => changes)).toEqual([
      { helped: 'yes', safetyNow: 5 },
      { helped: 'partly', safetyNow: 3 },
      { helped: 'yes', safetyNow: 4 },
    ]);
    expect(supporterOutcomes).toMatchObject([{ helped: 'yes', safetyNow: 4, waits: false }]);
  });

  it('a no waits for a human, with what the sender says; it is seen, or opens the proposal again', async () => {
    const proposal = await dark();
    const [one, other] = [app.api(), app.api()];
    for (const each of [one, other]) await support(each, proposal);
    await lampAt(await place([proposal]));
    const waiting = async () => {
      const query = { municipality: town.slug, outcome: 'not-helped' };
      const { body } = await officer.api.get<TriagePage>('/triage/proposals', { query });
      const summary = await officer.api.get<WorkSummaryPage>('/triage/summary');
      return [body.items.map(({ reference }) => reference), summary.body.items[0]?.notHelped];
    };
    expect(await waiting()).toEqual([[], 0]);
    await one.put(onDevice(proposal), { body: { helped: 'no', text: 'Lika mörkt', safetyNow: 1 } });
    await other.put(onDevice(proposal), { body: { helped: 'no' } });
    expect(await waiting()).toEqual([[proposal.reference], 1]);
    const { supporterOutcomes, version, outcomeWaits } = await triage(proposal);
    expect([outcomeWaits, supporterOutcomes.map(({ waits, text }) => [waits, text])]).toEqual([
      true,
      expect.arrayContaining([
        [true, 'Lika mörkt'],
        [true, null],
      ]),
    ]);
    const close = (outcomes: string[], decision: string, by = officer) =>
      by.api.post<TriageProposal & ProblemBody>(
        `/triage/proposals/${proposal.reference}/supporter-outcome-closings`,
        { body: { outcomes, decision, note: 'Vi mäter ljuset', version } },
      );
    const [first = '', second = ''] = supporterOutcomes.map(({ id }) => id);
    const seen = await close([first], 'seen');
    expect([seen.status, seen.body.supporterOutcomes.map(({ waits }) => waits)]).toEqual([
      200,
      [false, true],
    ]);
    expect((await close([first], 'seen')).body.code).toBe('outcome.changed');
    const reopened = await close([second], 'reopened');
    expect([reopened.status, reopened.body.status, await waiting()]).toEqual([200, 'under-review', [[], 0]]);
    // About an earlier end: they are asked anew at the next one.
    const { body } = await one.get<Answer>(onDevice(proposal));
    expect(body).toMatchObject({ supports: true, asked: false, outcome: null });
  });

  it('who left no address answers on the device that supported; others and the sender are asked nothing there', async () => {
    const sender = app.api();
    const sent = {
      kind: 'dark-place',
      position: town.center,
      details: { causes: [], when: [] },
    };
    const proposal = (await sender.post<ProposalReceipt>('/proposals', { key: true, body: sent })).body;
    const device = app.api();
    await support(device, proposal);
    const early = await device.put<Answer>(onDevice(proposal), { body: { helped: 'yes' } });
    expect([early.status, early.body.code]).toEqual([409, 'outcome.tooEarly']);
    const tunnel = await place([proposal]);
    await lampAt(tunnel);
    for (const stranger of [app.api(), sender]) {
      const { status, body } = await stranger.get<Answer>(onDevice(proposal));
      expect([status, body]).toMatchObject([200, { supports: false, asked: false, outcome: null }]);
      const refused = await stranger.put<Answer>(onDevice(proposal), { body: { helped: 'yes' } });
      expect([refused.status, refused.body.code]).toEqual([409, 'support.none']);
    }
    expect((await device.get<Answer>(onDevice(proposal))).body).toMatchObject({ asked: true, outcome: null });
    await device.put(onDevice(proposal), { body: { helped: 'yes', safetyNow: 4 } });
    expect((await read(tunnel)).ratings.after).toEqual({ mean: 4, answers: 1 });
    const gone = await device.delete<Answer>(onDevice(proposal));
    expect([gone.status, gone.body.outcome, (await read(tunnel)).ratings.after]).toEqual([200, null, null]);
    expect((await triage(proposal)).supporterOutcomes).toMatchObject([
      { safetyNow: 4, waits: false, withdrawnAt: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  it('a second measure asks anew, also whoever feels the same; the answer about the first counts as before', async () => {
    const sent = await dark({ safetyNow: 1 });
    const device = app.api();
    await support(device, sent);
    const tunnel = await place([sent]);
    await lampAt(tunnel);
    const given = { helped: 'partly', safetyNow: 3 };
    const asked = async () => [
      (await device.get<Answer>(onDevice(sent))).body.outcome?.safetyNow,
      (await app.api().get<FollowedProposal>('/follow', { followToken: sent.followToken })).body.outcome
        ?.safetyNow,
    ];
    const everyoneTells = async () => {
      await device.put(onDevice(sent), { body: given });
      await app.api().put('/follow/outcome', { followToken: sent.followToken, body: given });
    };
    await everyoneTells();
    expect([await asked(), (await read(tunnel)).ratings.after]).toEqual([[3, 3], { mean: 3, answers: 2 }]);
    app.clock.advance({ days: 2 });
    officer = await makeStaff(app, 'case-officer', town);
    await lampAt(tunnel);
    expect([await asked(), (await read(tunnel)).ratings]).toEqual([
      [undefined, undefined],
      { before: { mean: 3, answers: 2 }, after: null },
    ]);
    await everyoneTells();
    expect([await asked(), (await read(tunnel)).ratings]).toEqual([
      [3, 3],
      { before: { mean: 3, answers: 2 }, after: { mean: 3, answers: 2 } },
    ]);
  });

  it('who confirmed an address for one proposal alone is one person among those of a place, and of a case', async () => {
    const [first, second] = [await dark(), await dark()];
    const device = await byMail(first);
    await support(device, second);
    const tunnel = await place([first, second]);
    // Two senders and one who supports both.
    expect((await read(tunnel)).people).toBe(3);
    await lampAt(tunnel);
    for (const proposal of [first, second])
      await device.put(onDevice(proposal), { body: { helped: 'yes', safetyNow: 4 } });
    expect((await read(tunnel)).ratings.after).toEqual({ mean: 4, answers: 1 });
  });

  it('what a place felt like is of the same people when the proposal has been disposed of; the words are gone', async () => {
    const sent = await dark({ safetyNow: 1 });
    const device = await byMail(sent);
    const other = app.api();
    await support(other, sent);
    const tunnel = await place([sent]);
    await lampAt(tunnel);
    await device.put(onDevice(sent), { body: { helped: 'partly', text: 'Hemligt skäl', safetyNow: 2 } });
    await device.put(onDevice(sent), { body: { helped: 'yes', safetyNow: 4 } });
    await other.put(onDevice(sent), { body: { helped: 'no', text: 'Hemligt missnöje', safetyNow: 3 } });
    await app.api().put('/follow/outcome', {
      followToken: sent.followToken,
      body: { helped: 'yes', safetyNow: 5 },
    });
    const before = await read(tunnel);
    expect([before.people, before.ratings]).toEqual([
      3,
      { before: { mean: 1, answers: 1 }, after: { mean: 4, answers: 3 } },
    ]);
    const [row] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM proposals WHERE reference = $1',
      [sent.reference],
    );
    const ids = [row?.id ?? ''];
    const disposal = app.get(DisposalRepository);
    await app.dataSource.transaction(async (manager) => {
      await disposal.forgetPeople(manager, ids, 'salt');
      await disposal.emptyWords(manager, ids);
    });
    const { people, ratings } = await read(tunnel);
    expect([people, ratings]).toEqual([before.people, before.ratings]);
    const kept = await app.dataSource.query<object[]>('SELECT body, waits FROM supporter_outcomes');
    expect(kept).toEqual(Array.from({ length: 3 }, () => ({ body: null, waits: false })));
    expect((await device.get<Answer>(onDevice(sent))).body).toMatchObject({ supports: false, outcome: null });
  });

  it('words that came by mail do not show on the device', async () => {
    const proposal = await dark();
    const device = await byMail(proposal);
    await lampAt(await place([proposal]));
    await aQuarterPasses();
    const { token } = linkIn(lastMail(), '/hur-kanns-det');
    await tell(token, { helped: 'partly', text: 'Min granne vågar inte gå där', safetyNow: 2 });
    expect((await device.get<Answer>(onDevice(proposal))).body.outcome).toMatchObject({
      helped: 'partly',
      text: null,
    });
  });

  it('can be taken along and taken back, and goes with the address', async () => {
    const proposal = await dark();
    await byMail(proposal);
    const tunnel = await place([proposal]);
    await lampAt(tunnel);
    await aQuarterPasses();
    const { token } = linkIn(lastMail(), '/hur-kanns-det');
    await tell(token, { helped: 'no', text: 'Lika mörkt', safetyNow: 2 });
    await app.api().post('/own-proposal-links', { body: { email: address } });
    await app.runJobs();
    const link = linkIn(lastMail(), '/mina').token;
    const own = await app.api().post<OwnProposals>('/own-proposals', { body: { token: link } });
    const [supported] = own.body.supported;
    expect(supported?.outcome).toMatchObject({ helped: 'no', text: 'Lika mörkt', safetyNow: 2 });
    const fetched = await app
      .api()
      .post<SupporterData>('/supporter-data', { body: { token: supported?.token ?? '' } });
    expect(fetched.body).toMatchObject({
      reference: proposal.reference,
      email: address,
      supportedAt: ['2026-11-20T12:00:00.000Z'],
      outcomes: [{ helped: 'no', text: 'Lika mörkt', safetyNow: 2, replacedAt: null, withdrawnAt: null }],
    });
    // A link is good for what it was made for alone.
    for (const [path, wrong] of [
      ['/supporter-data', token],
      ['/supporter-outcome-openings', supported?.token ?? ''],
      ['/contact-stops', token],
    ] as const)
      expect((await app.api().post<ProblemBody>(path, { body: { token: wrong } })).body.code).toBe(
        'mailLink.wrong',
      );
    const removed = await app.api().post<Answer>('/supporter-outcome-removals', { body: { token } });
    expect([removed.status, removed.body.outcome, (await read(tunnel)).ratings.after]).toEqual([
      200,
      null,
      null,
    ]);
    await tell(token, { helped: 'yes', safetyNow: 4 });
    await app.api().post('/supporter-address-removals', { body: { token: supported?.token ?? '' } });
    expect((await tell(token, { helped: 'yes' })).body.code).toBe('mailLink.wrong');
    expect((await read(tunnel)).ratings.after).toEqual({ mean: 4, answers: 1 });
  });

  it('counts people and not proposals, over gathered cases and merged places, and the public sees no fewer than five', async () => {
    const device = app.api();
    const sent = (safetyNow: number) =>
      device.post<ProposalReceipt>('/proposals', {
        key: true,
        body: {
          kind: 'dark-place',
          position: town.center,
          details: { causes: [], when: [], safetyNow },
        },
      });
    const first = (await sent(1)).body;
    app.clock.advance({ minutes: 1 });
    const second = (await sent(3)).body;
    const [tunnel, stairs] = [await place([first]), await place([second])];
    expect([(await read(tunnel)).ratings.before, (await read(stairs)).ratings.before]).toEqual([
      { mean: 1, answers: 1 },
      { mean: 3, answers: 1 },
    ]);
    const body = { version: stairs.version, into: tunnel.reference };
    await officer.api.post(`/inventory/places/${stairs.reference}/merges`, { body });
    expect((await read(tunnel)).ratings.before).toEqual({ mean: 3, answers: 1 });
    const supporters = Array.from({ length: 5 }, () => app.api());
    for (const each of supporters) for (const proposal of [first, second]) await support(each, proposal);
    await lampAt(tunnel);
    const page = async () => {
      await app.get(ProjectPlace).projectAll();
      return (await app.api().get<DarkPlace>(`/dark-places/${tunnel.reference}`)).body.ratings;
    };
    for (const [index, each] of supporters.entries()) {
      expect((await page()).after).toBeNull();
      for (const proposal of [first, second])
        expect(
          (await each.put(onDevice(proposal), { body: { helped: 'yes', safetyNow: index < 2 ? 3 : 4 } }))
            .status,
        ).toBe(200);
    }
    expect((await read(tunnel)).ratings.after).toEqual({ mean: 3.6, answers: 5 });
    expect(await page()).toEqual({ before: null, after: { mean: 3.5, answers: 5 } });
  });
});
