import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ContactReceipt, OwnProposals } from '@lofteskartan/shared/contracts/contacts';
import type { FollowedProposal, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { submitProposal } from '../../test/support/proposal.js';
import { stockholmDate } from '../platform/dates.js';
import { JobRunner } from '../platform/jobs/job-runner.js';
import { dateWords } from '../platform/mail/date-words.js';
import { RemindSenders } from '../proposals/questions/remind-senders.service.js';
import { SendMail } from '../platform/mail/send-mail.service.js';

const kim = 'Kim.Avsandare@example.org';
const sam = 'sam.stod@example.org';

describe('the answer comes back by mail', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;
  let version: number;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({
      config: { smtpUrl: server.url, publicUrl: 'https://kartan.example', logLevel: 'trace' },
    });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(new Date());
    place = await Place.make(app);
    await app.runJobs();
    server.taken.length = 0;
    server.refusal = null;
    version = 1;
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const fromKim = (kind: 'speed-check' | 'dark-place' = 'dark-place') =>
    submitProposal(app, { kind, position: place.municipality.center, contact: { email: kim, name: 'Kim' } });

  async function confirmed(address: string): Promise<ContactReceipt> {
    await app.runJobs();
    const { token } = linkIn(last(address), '/bekrafta');
    const { status, body } = await app
      .api()
      .post<ContactReceipt>('/contact-confirmations', { body: { token } });
    expect(status).toBe(200);
    await app.runJobs();
    return body;
  }

  async function moves({ reference }: ProposalReceipt, to: string, more: object = {}): Promise<void> {
    const { api } = place.people['case-officer'];
    const { status, body } = await api.post(`/triage/proposals/${reference}/moves`, {
      body: { to, version, ...more },
    });
    expect([status, body]).toEqual([200, expect.anything()]);
    version += 1;
  }

  async function supports({ reference }: ProposalReceipt, email: string, api = app.api()) {
    const { status, body } = await api.post<{ supportCount: number }>(`/proposals/${reference}/support`, {
      key: true,
      body: { contact: { email } },
    });
    expect(status).toBe(200);
    return body.supportCount;
  }

  async function aQuarterLater(): Promise<void> {
    await app.runJobs();
    app.clock.advance({ minutes: 15 });
    await app.runJobs();
  }

  function last(address: string) {
    const mail = server.to(address).at(-1);
    if (!mail) throw new Error(`No mail to ${address}`);
    return mail;
  }

  it('a question goes to the sender alone, and once more after a week', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    await supports(proposal, sam);
    await confirmed(sam);
    server.taken.length = 0;
    await moves(proposal, 'under-review');
    await moves(proposal, 'awaiting-reply', { publicText: 'Vilken stolpe menar du?' });
    await aQuarterLater();
    expect(server.to(sam)).toEqual([]);
    expect(server.to(kim).length).toBe(1);
    expect(last(kim).mail.subject).toBe(`Vi har en fråga om ${proposal.reference}`);
    expect(last(kim).mail.text).toContain('Vilken stolpe menar du?');
    const { token } = linkIn(last(kim), '/folj');
    const own = await app.api().get<FollowedProposal>('/follow', { followToken: token });
    expect(own.body.reference).toBe(proposal.reference);

    app.clock.advance({ hours: 7 * 24 });
    await app.get(RemindSenders).remindAll();
    await aQuarterLater();
    expect(server.to(sam)).toEqual([]);
    expect(server.to(kim).length).toBe(2);
    expect(last(kim).mail.subject).toBe(`Vi väntar på ditt svar om ${proposal.reference}`);
  });

  it('a question that was replied to before the mail left is not asked again by mail', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    server.taken.length = 0;
    await moves(proposal, 'under-review');
    await moves(proposal, 'awaiting-reply', { publicText: 'Vilken stolpe menar du?' });
    await app.runJobs();
    const { status } = await app.api().post('/follow/replies', {
      key: true,
      followToken: proposal.followToken,
      body: { text: 'Den vid trappan.' },
    });
    expect(status).toBe(201);
    await aQuarterLater();
    expect(server.to(kim)).toEqual([]);
  });

  it('who supports it is told that its sender took it back, once, and not what waited; the sender is told nothing', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    await supports(proposal, sam);
    await confirmed(sam);
    const late = 'sen@example.org';
    await supports(proposal, late);
    await app.runJobs();
    const link = linkIn(last(late), '/bekrafta');
    server.taken.length = 0;
    await moves(proposal, 'committed', { commitmentId: place.commitment.id, publicText: 'Vi tar med den.' });
    const { status } = await app.api().post('/follow/withdraw', {
      body: { reason: 'Vi har flyttat till Hemligstad' },
      followToken: proposal.followToken,
    });
    expect(status).toBe(200);
    await aQuarterLater();
    await aQuarterLater();
    await app.api().post('/contact-confirmations', { body: { token: link.token } });
    await aQuarterLater();
    expect(server.to(kim)).toEqual([]);
    for (const supporter of [sam, late]) {
      expect(server.to(supporter).map(({ mail }) => mail.subject)).toEqual([
        `${proposal.reference} har tagits tillbaka`,
      ]);
      const { text } = last(supporter).mail;
      expect(text).toContain('Den som skickade in förslaget har tagit tillbaka det.');
      expect(text).toContain(`https://kartan.example/${place.municipality.slug}/karta`);
      expect(text).not.toMatch(/Hemligstad|Vi tar med den|\/forslag\//);
    }
  });

  it('from the form to one digest and the end of it', async () => {
    const proposal = await fromKim();
    const { reference, followToken } = proposal;
    expect((await app.api().get<FollowedProposal>('/follow', { followToken })).body.contact).toEqual({
      email: kim,
      name: 'Kim',
      state: 'unconfirmed',
    });
    expect(await confirmed(kim)).toEqual({
      reference,
      municipality: place.municipality.slug,
      role: 'sender',
      state: 'confirmed',
    });
    expect(server.to(kim).length).toBe(1);
    expect(last(kim).mail.subject).toBe(`Bekräfta din adress för ${reference}`);
    expect(last(kim).mail.text).toContain('Hej Kim!');

    await moves(proposal, 'under-review');
    await moves(proposal, 'referred', { responsible: 'Trafikverket', publicText: 'Vägen är statens.' });
    await app.runJobs();
    app.clock.advance({ minutes: 10 });
    await moves(proposal, 'answered', { publicText: 'Trafikverket sätter upp <ljus> & skylt.' });
    await app.runJobs();
    expect(server.to(kim).length).toBe(1);
    app.clock.advance({ minutes: 5 });
    await app.runJobs();

    expect(server.to(kim).length).toBe(2);
    const { mail, source } = last(kim);
    expect(mail.subject).toBe(`2 nyheter om ${reference}`);
    expect(mail.from?.value).toEqual([{ name: 'Löfteskartan', address: 'lofteskartan@kartan.example' }]);
    expect(mail.text).toContain('Förslaget har hänvisats till Trafikverket.');
    expect(mail.text).toContain('> Vägen är statens.');
    expect(mail.text).toContain('> Trafikverket sätter upp <ljus> & skylt.');
    expect(mail.html).toContain('Trafikverket sätter upp &lt;ljus&gt; &amp; skylt.');
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@kartan\.example>$/);
    expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);

    const page = linkIn(last(kim), '/folj/');
    expect(page.page).toBe(`/${place.municipality.slug}/folj/${reference}`);
    const followed = await app.api().get<FollowedProposal>('/follow', { followToken: page.token });
    expect([followed.status, followed.body.reference]).toEqual([200, reference]);

    const stop = linkIn(last(kim), '/avsluta');
    const stopped = await app.api().post<ContactReceipt>('/contact-stops', { body: { token: stop.token } });
    expect([stopped.status, stopped.body.state]).toEqual([200, 'stopped']);
    await moves(proposal, 'under-review', { reason: 'Ny uppgift', publicText: 'Vi tittar igen.' });
    await aQuarterLater();
    expect(server.to(kim).length).toBe(2);
  });

  it('tells supporters the same, each person once over the whole case', async () => {
    const leader = await fromKim();
    await confirmed(kim);
    const second = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
      contact: { email: kim.toLowerCase() },
    });
    await confirmed(kim.toLowerCase());
    const { api } = place.people['case-officer'];
    await api.post(`/triage/proposals/${second.reference}/moves`, {
      body: { to: 'duplicate', version: 1, duplicateOf: leader.reference },
    });
    await supports(leader, sam);
    await supports(leader, 'ny@example.org');
    await confirmed(sam);
    await aQuarterLater();
    server.taken.length = 0;

    await moves(leader, 'declined', {
      reason: 'not-our-responsibility',
      publicText: 'Det kostar för mycket.',
    });
    await aQuarterLater();
    expect(server.taken.map(({ to }) => to.toLowerCase()).sort()).toEqual([kim.toLowerCase(), sam]);
    expect(linkIn(last(sam), '/forslag/').page).toBe(
      `/${place.municipality.slug}/forslag/${leader.reference}`,
    );
    expect(last(sam).mail.text).not.toContain('/folj/');
  });

  it('counts a confirmed address and its devices as one', async () => {
    const proposal = await fromKim();
    const count = () => app.api().get<{ supportCount: number }>(`/proposals/${proposal.reference}`);
    expect(await supports(proposal, sam)).toBe(2);
    expect(await supports(proposal, sam)).toBe(3);
    await confirmed(sam);
    expect((await count()).body.supportCount).toBe(2);
    const third = await supports(proposal, sam);
    expect(third).toBe(2);
  });

  it('tells what was answered before the address was confirmed', async () => {
    const proposal = await fromKim();
    await moves(proposal, 'answered', { publicText: 'Klart i går.' });
    await aQuarterLater();
    expect(server.to(kim).length).toBe(1);
    await confirmed(kim);
    await aQuarterLater();
    expect(server.to(kim).length).toBe(2);
    expect(last(kim).mail.text).toContain('> Klart i går.');
  });

  it('promises no check, and tells of one only when it is released, with its date and no time', async () => {
    const proposal = await fromKim('speed-check');
    await confirmed(kim);
    await moves(proposal, 'committed', { commitmentId: place.commitment.id });
    await aQuarterLater();
    expect(last(kim).mail.text).toContain(
      'Med bland platserna polisen väljer mellan. Vi kan inte lova en kontroll just här.',
    );
    server.taken.length = 0;

    const made = new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'long',
      timeZone: 'Europe/Stockholm',
    }).format(app.clock.now());
    const police = place.people['police-officer'].api;
    await police.post(`/triage/proposals/${proposal.reference}/moves`, { body: { to: 'planned', version } });
    const logged = await police.post<{ id: string }>('/activities', {
      key: true,
      body: { ...place.activity('police-officer'), proposalReferences: [proposal.reference] },
    });
    await place.people.coordinator.api.post(`/activities/${logged.body.id}/confirm`);
    await aQuarterLater();
    expect(server.taken.map(({ mail }) => mail.subject)).toEqual([]);
    const planned = await app.dataSource.query<unknown[]>(`SELECT 1 FROM mails WHERE state = 'waiting'`);
    expect(planned).toEqual([]);

    app.clock.advance({ hours: 48 });
    await aQuarterLater();
    expect(server.to(kim).length).toBe(1);
    expect(last(kim).mail.text).toContain(
      `Den ${made} gjordes en hastighetskontroll, eftersom du bad om den.`,
    );
    expect(last(kim).mail.text).not.toMatch(/\d\d[.:]\d\d/);
  });

  it('a repeat of a job, and a call after the claim of a process that died, send nothing twice', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    await moves(proposal, 'answered', { publicText: 'Ja.' });
    const [event] = await app.dataSource.query<{ id: string }[]>(
      `SELECT max(id)::text AS id FROM proposal_events WHERE type = 'moved'`,
    );
    const jobs = app.get(JobRunner);
    await app.runJobs();
    await jobs.perform('proposal-news', { eventId: event?.id ?? '' });
    const [mail] = await app.dataSource.query<{ id: string }[]>(`SELECT id FROM mails WHERE kind = 'news'`);
    const mailId = mail?.id ?? '';
    app.clock.advance({ minutes: 15 });
    // What a process does before it dies between the claim and the server.
    await app.dataSource.query(
      `UPDATE mails SET state = 'sending', attempts = 1, claimed_at = $2 WHERE id = $1`,
      [mailId, app.clock.now()],
    );
    await app.runJobs();
    expect(server.to(kim).length).toBe(1);
    app.clock.advance({ minutes: 11 });
    await app.get(SendMail).lookAfter();
    await app.runJobs();
    expect(server.to(kim).length).toBe(2);
    await jobs.perform('send-mail', { mailId });
    await jobs.perform('proposal-news', { eventId: event?.id ?? '' });
    await app.get(SendMail).lookAfter();
    await aQuarterLater();
    expect(server.to(kim).length).toBe(2);
  });

  it('waits for a server that is away, gives up a mailbox that is not there, and sends each once', async () => {
    const proposal = await fromKim();
    await supports(proposal, sam);
    await confirmed(kim);
    await confirmed(sam);
    await moves(proposal, 'answered', { publicText: 'Ja.' });
    await app.runJobs();
    app.clock.advance({ minutes: 15 });
    await server.down();
    await expect(app.runJobs()).rejects.toThrow('did not take the mail');
    await expect(app.runJobs()).rejects.toThrow('did not take the mail');
    await server.up();
    server.unknown.add(sam);
    app.clock.advance({ hours: 8 });
    await app.get(SendMail).lookAfter();
    await app.runJobs();
    await app.get(SendMail).lookAfter();
    await app.runJobs();
    server.unknown.delete(sam);
    expect(server.taken.filter(({ mail }) => mail.subject?.startsWith('Svar')).length).toBe(1);
    const states = await app.dataSource.query<{ state: string }[]>(
      `SELECT state FROM mails WHERE kind = 'news' ORDER BY state`,
    );
    expect(states.map(({ state }) => state)).toEqual(['failed', 'sent']);
  });

  it('a relay that refuses us loses nothing, and what was given up is taken up again as operations.md says', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    await moves(proposal, 'answered', { publicText: 'Ja.' });
    await app.runJobs();
    const state = async () =>
      (await app.dataSource.query<{ state: string }[]>(`SELECT state FROM mails WHERE kind = 'news'`)).map(
        (each) => each.state,
      );
    server.refusal = '554 5.7.1 Relay access denied';
    app.clock.advance({ minutes: 15 });
    await expect(app.runJobs()).rejects.toThrow('did not take the mail: EENVELOPE 554 5.7.1');
    expect(await state()).toEqual(['waiting']);
    server.refusal = '550 5.1.1 User unknown';
    app.clock.advance({ hours: 8 });
    await app.get(SendMail).lookAfter();
    await app.runJobs();
    expect(await state()).toEqual(['failed']);
    server.refusal = null;
    const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const again = /```sql\n(WITH again[^`]+)```/.exec(page)?.[1] ?? '';
    await app.dataSource.query(again);
    expect(await state()).toEqual(['waiting']);
    await app.runJobs();
    expect(await state()).toEqual(['sent']);
    expect(server.to(kim).filter(({ mail }) => mail.subject?.startsWith('Svar')).length).toBe(1);
  });

  it('hands out one’s own proposals by a link that opens once within two hours', async () => {
    const ask = async (email: string) => {
      const { status, body } = await app.api().post('/own-proposal-links', { body: { email } });
      expect([status, body]).toEqual([202, null]);
      await app.runJobs();
    };
    const { reference } = await fromKim();
    await ask(kim);
    expect(server.to(kim).length).toBe(1);
    await confirmed(kim);
    await ask('okand@example.org');
    expect(server.to('okand@example.org')).toEqual([]);
    await ask(kim.toUpperCase());
    const { page, token } = linkIn(last(kim), '/mina');
    expect(page).toBe(`/${place.municipality.slug}/mina`);
    const use = () => app.api().post<OwnProposals>('/own-proposals', { body: { token } });
    const { status, body } = await use();
    expect([status, body.items.map((each) => each.reference)]).toEqual([200, [reference]]);
    const followToken = body.items[0]?.followToken ?? '';
    expect((await app.api().get<FollowedProposal>('/follow', { followToken })).body.reference).toBe(
      reference,
    );
    expect((await use()).status).toBe(404);

    await ask(kim);
    const late = linkIn(last(kim), '/mina').token;
    app.clock.advance({ hours: 2 });
    expect((await app.api().post('/own-proposals', { body: { token: late } })).status).toBe(404);
  });

  it('lists what an address supports, where the address is changed and removed', async () => {
    const proposal = await fromKim();
    await supports(proposal, sam);
    const use = async (address: string) => {
      await app.api().post('/own-proposal-links', { body: { email: address } });
      await app.runJobs();
      const { token } = linkIn(last(address), '/mina');
      return (await app.api().post<OwnProposals>('/own-proposals', { body: { token } })).body;
    };
    await confirmed(sam);
    const [supported, ...others] = (await use(sam)).supported;
    expect(others).toEqual([]);
    expect(supported).toMatchObject({
      reference: proposal.reference,
      status: 'received',
      state: 'confirmed',
    });
    const token = supported?.token ?? '';
    const count = async () =>
      (await app.api().get<{ supportCount: number }>(`/proposals/${proposal.reference}`)).body.supportCount;
    expect(await count()).toBe(2);

    const another = 'sam.ny@example.org';
    const changed = await app
      .api()
      .post<ContactReceipt>('/supporter-address-changes', { body: { token, email: another } });
    expect([changed.status, changed.body.state]).toEqual([200, 'unconfirmed']);
    await confirmed(another);
    expect(await count()).toBe(2);
    server.taken.length = 0;
    await moves(proposal, 'answered', { publicText: 'Ja.' });
    await aQuarterLater();
    expect(server.taken.map(({ to }) => to)).toEqual([another]);

    const [moved] = (await use(another)).supported;
    const remove = () =>
      app.api().post('/supporter-address-removals', { body: { token: moved?.token ?? '' } });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect(await count()).toBe(2);
    const left = await app.dataSource.query<unknown[]>(
      `SELECT 1 FROM proposal_contacts WHERE role = 'supporter'`,
    );
    expect(left).toEqual([]);
    const gone = await app
      .api()
      .post('/supporter-address-changes', { body: { token: moved?.token ?? '', email: sam } });
    expect(gone.status).toBe(404);
  });

  it('cannot be used to flood an address', async () => {
    await fromKim();
    await confirmed(kim);
    for (let n = 0; n < 6; n += 1) {
      await app.api().post('/own-proposal-links', { body: { email: kim } });
      await submitProposal(app, {
        kind: 'dark-place',
        position: place.municipality.center,
        contact: { email: sam },
      });
    }
    await app.runJobs();
    expect(server.to(kim).length).toBe(1 + 3);
    expect(server.to(sam).length).toBe(5);
  });

  it('who sends more in a day than an address is asked about is asked about the rest the days after', async () => {
    const until = dateWords(stockholmDate(new Date(app.clock.now().getTime() + 14 * 86_400_000)), 'sv');
    for (let n = 0; n < 12; n += 1) await fromKim();
    const asked: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      await app.runJobs();
      asked.push(server.to(kim).length);
      app.clock.advance({ hours: 24 });
    }
    expect(asked).toEqual([5, 10, 12, 12]);
    expect(last(kim).mail.text).toContain(`Länken gäller till den ${until}.`);
    await confirmed(kim);
  });

  it('leaves no address in the log, in a job or in plain in the database', async () => {
    const proposal = await fromKim();
    await confirmed(kim);
    await moves(proposal, 'answered', { publicText: 'Ja.' });
    await app.runJobs();
    const jobs = await app.dataSource.query<object[]>('SELECT * FROM graphile_worker._private_jobs');
    app.clock.advance({ minutes: 15 });
    server.unknown.add(kim);
    await app.runJobs();
    server.unknown.delete(kim);
    const tables = ['proposal_contacts', 'mails', 'mail_news', 'own_proposal_links', 'proposal_events'];
    const rows: object[] = [];
    for (const table of tables)
      rows.push(...(await app.dataSource.query<object[]>(`SELECT t::text FROM ${table} t`)));
    for (const text of [app.log.text(), JSON.stringify(jobs), JSON.stringify(rows)]) {
      expect(text.toLowerCase()).not.toMatch(/kim|sam\.stod|@example/);
    }
    expect(app.log.text()).toContain('550');
  });
});
