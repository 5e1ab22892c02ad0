import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import type {
  FollowedProposal,
  ProposalReceipt,
  ProposalStory,
} from '@lofteskartan/shared/contracts/proposals';
import type {
  ProposalResponsibility,
  ReferralPreview,
  ReferredCase,
} from '@lofteskartan/shared/contracts/referrals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Place } from '../../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { linkIn, MailServer } from '../../../test/support/mail-server.js';
import { submitProposal } from '../../../test/support/proposal.js';
import { makeStaff } from '../../../test/support/staff.js';
import { RemindBodies } from './remind-bodies.service.js';

const roads = 'arenden@vagarna.example';
const kim = 'kim@example.org';
const answerWords = 'Vi byter lampan i vår.';

describe('a proposal goes to the body that answers for the place', () => {
  let server: MailServer;
  let app: TestApp;
  let place: Place;
  let body: ResponsibleBody;
  let sent: ProposalReceipt;

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
    body = await register({ name: 'Vägarna', kind: 'trafikverket', email: roads, roads: ['Storgatan'] });
    sent = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
      description: 'Hemligt: jag bor i gula huset',
      placeName: 'Vid min port',
      contact: { email: kim, name: 'Kim' },
    });
    await app.runJobs();
    const { token } = linkIn(mailTo(kim), '/bekrafta');
    await app.api().post('/contact-confirmations', { body: { token } });
    await app.runJobs();
    server.taken.length = 0;
    server.unknown.clear();
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  const officer = () => place.people['case-officer'].api;
  const triage = (path = '') => `/triage/proposals/${sent.reference}${path}`;

  async function register(given: object): Promise<ResponsibleBody> {
    const path = `/municipalities/${place.municipality.slug}/bodies`;
    const { status, body: added } = await place.people.coordinator.api.post<ResponsibleBody>(path, {
      key: true,
      body: given,
    });
    expect([status, added]).toEqual([201, expect.anything()]);
    return added;
  }

  function mailTo(address: string) {
    const mail = server.to(address).at(-1);
    if (!mail) throw new Error(`No mail to ${address}`);
    return mail;
  }

  async function refer(more: object = {}): Promise<void> {
    const { status, body: answer } = await officer().post(triage('/moves'), {
      body: {
        to: 'referred',
        version: 1,
        publicText: 'Vägarna ansvarar för belysningen här.',
        bodyId: body.id,
        responsible: body.name,
        asked: 'Kan ni laga lampan?',
        ...more,
      },
    });
    expect([status, answer]).toEqual([200, expect.anything()]);
    await app.runJobs();
  }

  const responsibility = async () =>
    (await officer().get<ProposalResponsibility>(triage('/responsibility'))).body;
  const story = async () => (await app.api().get<ProposalStory>(`/proposals/${sent.reference}`)).body;
  const answer = (token: string, text = answerWords) =>
    app.api().post<ReferredCase>('/referral-answers', { key: true, body: { token, text } });

  it('which is mailed what is public and what it is asked, and nothing of the sender', async () => {
    const path = `/municipalities/${place.municipality.slug}/referral-settings`;
    await place.people.coordinator.api.put(path, {
      body: { version: 0, reminderDays: 30, noAnswerDays: 60, replyTo: 'funktion@kommun.example' },
    });
    const preview = await officer().post<ReferralPreview>(triage('/referral-previews'), {
      body: { bodyId: body.id, asked: 'Kan ni laga lampan?' },
    });
    await refer();
    const { mail, source } = mailTo(roads);
    expect(preview.body).toMatchObject({
      to: roads,
      subject: mail.subject,
      replyTo: 'funktion@kommun.example',
    });
    const { token } = linkIn(mailTo(roads), '/hanvisning');
    expect(mail.text?.trim().replace(/\s+/g, ' ')).toBe(
      preview.body.text.replace('#…', `#${token}`).trim().replace(/\s+/g, ' '),
    );
    expect(mail.text).toContain('Kan ni laga lampan?');
    expect(mail.text).toContain(sent.reference);
    expect(mail.replyTo?.text).toBe('funktion@kommun.example');
    for (const secret of ['Kim', kim, 'gula huset', 'min port', sent.followToken])
      expect(`${mail.text ?? ''} ${String(mail.html)} ${source}`).not.toContain(secret);
    const [lng] = place.municipality.center;
    expect(mail.text).not.toContain(lng.toFixed(5));
    expect(app.log.text()).not.toContain(roads);
  });

  it('the words once they are released', async () => {
    await officer().post(triage('/publication'), { body: { text: 'release' } });
    await refer({ version: 2 });
    expect(mailTo(roads).mail.text).toContain('gula huset');
  });

  it('everybody can read who has it, and the list by body finds it', async () => {
    await refer();
    expect(await story()).toMatchObject({ status: 'referred', responsible: 'Vägarna' });
    const list = await app
      .api()
      .get<{ items: unknown[] }>('/proposals', { query: { owner: 'body:Vägarna' } });
    expect(list.body.items).toHaveLength(1);
    await expect(responsibility()).resolves.toMatchObject({
      referrals: [{ body: 'Vägarna', mailed: true, answer: null, endedAt: null, mayEndUnanswered: false }],
    });
  });

  it('is suggested by the road that is named, and by its area', async () => {
    const [west, south, east, north] = place.municipality.bbox;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, south],
    ];
    await register({
      kind: 'housing-company',
      name: 'Bolaget',
      area: { type: 'Polygon', coordinates: [ring] },
    });
    const speed = await submitProposal(app, {
      kind: 'speed-check',
      position: [east - 0.01, south + 0.005],
      details: { roadName: 'storgatan' },
    });
    const { body: found } = await officer().get<ProposalResponsibility>(
      `/triage/proposals/${speed.reference}/responsibility`,
    );
    expect(found.choices.map(({ name, suggestedBy }) => [name, suggestedBy])).toEqual([
      ['Vägarna', 'road'],
      ['Bolaget', 'area'],
    ]);
  });

  it('answers by the link: staff read it first, then the sender is told', async () => {
    await refer();
    const { token } = linkIn(mailTo(roads), '/hanvisning');
    const opened = await app.api().post<ReferredCase>('/referral-openings', { body: { token } });
    expect(opened.body).toMatchObject({
      state: 'open',
      body: 'Vägarna',
      description: null,
      place: expect.anything(),
    });
    expect((await answer(token)).status).toBe(201);
    expect((await answer(token, 'Ett till')).body).toMatchObject({ code: 'referral.answered' });
    await app.runJobs();
    expect(JSON.stringify(await story())).not.toContain(answerWords);
    const { body: queue } = await officer().get<TriagePage>('/triage/proposals', {
      query: { referral: 'answered' },
    });
    expect(queue.items.map(({ reference, bodyAnswered }) => [reference, bodyAnswered])).toEqual([
      [sent.reference, true],
    ]);
    const officerMail = mailTo(place.people['case-officer'].staff.email);
    expect(officerMail.mail.text).not.toContain(answerWords);
    const ended = await officer().post<TriageProposal>(triage('/referral-endings'), {
      body: { outcome: 'answered', publicText: `De svarar: ${answerWords}`, version: 2 },
    });
    expect(ended.body).toMatchObject({ status: 'answered', bodyAnswered: false });
    await app.runJobs();
    app.clock.advance({ minutes: 20 });
    await app.runJobs();
    expect(mailTo(kim).mail.text).toContain(answerWords);
    expect((await app.api().post<ReferredCase>('/referral-openings', { body: { token } })).body.state).toBe(
      'answered',
    );
  });

  it('is reminded once, as is the case officer; after the set time staff may go on without it', async () => {
    await refer();
    const { token } = linkIn(mailTo(roads), '/hanvisning');
    const remind = async (days: number) => {
      app.clock.advance({ hours: days * 24 });
      await app.get(RemindBodies).remindAll();
      await app.runJobs();
    };
    await remind(29);
    expect(server.to(roads)).toHaveLength(1);
    await remind(2);
    await remind(1);
    expect(server.to(roads).map(({ mail }) => mail.subject?.split(' ')[0])).toEqual([
      `${sent.reference}:`,
      'Påminnelse',
    ]);
    expect(server.to(place.people['case-officer'].staff.email)).toHaveLength(1);
    // Weeks have passed: the session of the one who referred it is over.
    const fresh = async () => (await makeStaff(app, 'case-officer', place.municipality)).api;
    const end = async (outcome: string, version = 2) =>
      (await fresh()).post<{ code: string }>(triage('/referral-endings'), {
        body: { outcome, publicText: 'Inget svar från Vägarna.', version },
      });
    expect((await end('no-answer')).body.code).toBe('referral.tooEarly');
    await remind(30);
    const overdue = await (
      await fresh()
    ).get<TriagePage>('/triage/proposals', { query: { referral: 'overdue' } });
    expect(overdue.body.items).toHaveLength(1);
    expect((await end('no-answer')).status).toBe(200);
    const told = await (await fresh()).get<ProposalResponsibility>(triage('/responsibility'));
    expect(told.body.referrals).toMatchObject([{ outcome: 'no-answer' }]);
    expect((await answer(token)).body).toMatchObject({ code: 'referral.ended' });
    expect((await end('answered', 3)).body.code).toBe('referral.none');
  });

  it('a mail that does not arrive is told to staff, and no answer is said only when it was sent otherwise', async () => {
    server.unknown.add(roads);
    await refer();
    expect((await responsibility()).referrals).toMatchObject([{ mailed: false, mail: 'failed' }]);
    const seen = (api: typeof place.people.coordinator.api) =>
      api.get<TriagePage>('/triage/proposals', { query: { referral: 'overdue' } });
    expect((await seen(officer())).body.items).toHaveLength(1);
    const officerMails = () =>
      server.to(place.people['case-officer'].staff.email).map(({ mail }) => mail.subject);
    for (let day = 0; day < 2; day++) {
      await app.get(RemindBodies).remindAll();
      await app.runJobs();
    }
    expect(officerMails()).toEqual([`Mejlet till Vägarna om ${sent.reference} kom inte fram`]);
    app.clock.advance({ hours: 61 * 24 });
    await app.get(RemindBodies).remindAll();
    await app.runJobs();
    expect(mailTo(place.people['case-officer'].staff.email).mail.text).toContain(
      'inget mejl från oss har kommit fram',
    );
    const { api } = await makeStaff(app, 'case-officer', place.municipality);
    const end = (more: object) =>
      api.post<{ code: string }>(triage('/referral-endings'), {
        body: { outcome: 'no-answer', publicText: 'Inget svar från Vägarna.', version: 2, ...more },
      });
    expect((await end({})).body.code).toBe('referral.notSent');
    expect((await end({ sentOtherwise: false })).body.code).toBe('referral.notSent');
    expect((await end({ sentOtherwise: true })).status).toBe(200);
    const { body: kept } = await api.get<ProposalResponsibility>(triage('/responsibility'));
    expect(kept.referrals).toMatchObject([{ outcome: 'no-answer', sentOtherwise: true, remindedAt: null }]);
  });

  it('an officer who handles nothing here any more is told nothing; whoever has the proposal now is', async () => {
    const left = place.people['case-officer'].staff.email;
    const { staff, api } = await makeStaff(app, 'case-officer', place.municipality);
    await refer();
    const { token } = linkIn(mailTo(roads), '/hanvisning');
    await app.dataSource.query(
      'DELETE FROM memberships WHERE account_id = (SELECT id FROM accounts WHERE email = $1)',
      [left],
    );
    const taken = await api.post('/triage/assignments', {
      key: true,
      body: { accountId: staff.accountId, proposals: [{ reference: sent.reference, version: 2 }] },
    });
    expect([taken.status, taken.body]).toEqual([200, expect.anything()]);
    expect((await answer(token)).status).toBe(201);
    await app.runJobs();
    expect(server.to(left)).toEqual([]);
    expect(mailTo(staff.email).mail.subject).toBe(`Vägarna har svarat om ${sent.reference}`);
  });

  it('a reminder goes to the address that was mended, and counts', async () => {
    server.unknown.add(roads);
    await refer();
    await place.people.coordinator.api.put(`/municipalities/${place.municipality.slug}/bodies/${body.id}`, {
      body: { kind: 'trafikverket', name: 'Vägarna', email: 'nya@vagarna.example', version: body.version },
    });
    app.clock.advance({ hours: 31 * 24 });
    await app.get(RemindBodies).remindAll();
    await app.runJobs();
    expect(server.to('nya@vagarna.example')).toHaveLength(1);
    const { api } = await makeStaff(app, 'case-officer', place.municipality);
    const { body: seen } = await api.get<ProposalResponsibility>(triage('/responsibility'));
    expect(seen.referrals).toMatchObject([{ mail: 'sent', remindedAt: app.clock.now().toISOString() }]);
  });

  it('a name that is not in the register is referred to as ever, and nobody is mailed', async () => {
    await refer({ bodyId: undefined, responsible: 'Grannkommunen' });
    expect(server.to(roads)).toEqual([]);
    expect(await story()).toMatchObject({ responsible: 'Grannkommunen' });
    await expect(responsibility()).resolves.toMatchObject({
      referrals: [{ body: 'Grannkommunen', mailed: false, mail: 'none' }],
    });
  });

  it('only its own municipality’s register is chosen from', async () => {
    const other = await Place.make(app);
    const theirs = await other.people.coordinator.api.post<ResponsibleBody>(
      `/municipalities/${other.municipality.slug}/bodies`,
      { key: true, body: { kind: 'other', name: 'Deras' } },
    );
    const refused = await officer().post(triage('/moves'), {
      body: { to: 'referred', version: 1, publicText: 'Nej', bodyId: theirs.body.id, responsible: 'Deras' },
    });
    expect(refused.status).toBe(422);
    const set = await officer().put(triage('/body'), { body: { bodyId: theirs.body.id } });
    expect(set.status).toBe(422);
  });

  it('staff set who answers for the place, and link a fault report that the sender sees', async () => {
    const set = await officer().put<ProposalResponsibility>(triage('/body'), { body: { bodyId: body.id } });
    expect(set.body.body).toEqual({ id: body.id, kind: 'trafikverket', name: 'Vägarna' });
    for (const number of ['F-17', 'f-17'])
      await officer().post(triage('/fault-reports'), { body: { body: 'Vägarna', number } });
    const own = await app.api().get<FollowedProposal>('/follow', { followToken: sent.followToken });
    expect(own.body.faultReports).toEqual([
      { body: 'Vägarna', number: 'F-17', linkedAt: app.clock.now().toISOString() },
    ]);
    const { body: seen } = await officer().get<TriageProposal>(triage());
    expect(seen.events.map(({ type }) => type)).toEqual(expect.arrayContaining(['body-set', 'fault-linked']));
    expect(JSON.stringify(await story())).not.toContain('F-17');
  });

  it('names are unique, areas are areas, and a stale change is refused', async () => {
    const path = `/municipalities/${place.municipality.slug}/bodies`;
    const { api } = place.people.coordinator;
    const taken = await api.post(path, { key: true, body: { kind: 'other', name: 'vägarna' } });
    const cross = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ],
    };
    const crossing = await api.post(path, { key: true, body: { kind: 'other', name: 'X', area: cross } });
    const odd = await api.post(path, {
      key: true,
      body: { kind: 'other', name: 'Y', area: { type: 'Point' } },
    });
    expect([taken.status, crossing.status, odd.status]).toEqual([422, 422, 422]);
    const change = (version: number) =>
      api.put(`${path}/${body.id}`, { body: { kind: 'other', name: 'Vägarna', version } });
    expect([(await change(1)).status, (await change(1)).status]).toEqual([200, 409]);
  });
});
