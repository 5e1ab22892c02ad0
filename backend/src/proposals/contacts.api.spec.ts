import type { OwnContact } from '@lofteskartan/shared/contracts/contacts';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { mailing, Place } from '../../test/support/access-scene.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { ContactSecrets, type ContactLink } from './contact-secrets.js';
import { OwnProposalsService } from './own-proposals.service.js';

const contact = { email: 'Kim@Example.org', name: '  Kim ' };

describe('contacts', () => {
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
    place = await Place.make(app);
  });
  afterAll(() => app.stop());

  const send = () =>
    submitProposal(app, { kind: 'dark-place', position: place.municipality.center, contact });
  const own = async (followToken: string) => {
    const { status, body } = await app.api().get<FollowedProposal>('/follow', { followToken });
    expect(status).toBe(200);
    return body.contact;
  };
  const idsOf = async (reference: string) =>
    (
      await app.dataSource.query<{ id: string }[]>(
        'SELECT c.id FROM proposal_contacts c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1',
        [reference],
      )
    ).map(({ id }) => id);
  const tokenOf = async (link: ContactLink, reference: string) =>
    app.get(ContactSecrets).linkToken(link, (await idsOf(reference))[0] ?? '');
  const confirm = async (reference: string) =>
    app.api().post<{ state: string } & ProblemBody>('/contact-confirmations', {
      body: { token: await tokenOf('contact-confirm', reference) },
    });

  it('are offered where mail is sent', async () => {
    const { body } = await app.api().get<Municipality>(`/municipalities/${place.municipality.slug}`);
    expect(body.mail).toBe(true);
  });

  it('are kept once for a call that is repeated', async () => {
    const body = {
      kind: 'dark-place',
      position: place.municipality.center,
      details: { causes: [], when: [] },
      contact,
    };
    const api = app.api();
    const key = crypto.randomUUID();
    const first = await api.post<{ reference: string }>('/proposals', { body, key });
    expect((await api.post('/proposals', { body, key })).body).toEqual(first.body);
    expect((await idsOf(first.body.reference)).length).toBe(1);
  });

  it.each([
    ['no address', { email: 'kim' }, 'contact.email'],
    ['a name of nothing', { email: 'kim@example.org', name: ' ' }, 'contact.name'],
    ['a telephone', { email: 'kim@example.org', phone: '070' }, 'contact.phone'],
  ])('%s is refused', async (_what, given, field) => {
    const body = { kind: 'idea', details: { topic: 'safety' }, description: 'x', contact: given };
    const answer = await app.api().post<ProblemBody>('/proposals', {
      key: true,
      body: { ...body, municipality: place.municipality.slug },
    });
    expect([answer.status, answer.body.errors?.map((each) => each.field)]).toEqual([422, [field]]);
  });

  it('the sender sees, changes and removes their own', async () => {
    const { reference, followToken } = await send();
    expect(await own(followToken)).toEqual({ email: 'Kim@Example.org', name: 'Kim', state: 'unconfirmed' });
    expect((await confirm(reference)).body.state).toBe('confirmed');
    const put = (body: object) => app.api().put<OwnContact>('/follow/contact', { followToken, body });

    const named = await put({ email: 'kim@example.org', name: 'Kim K' });
    expect(named.body).toEqual({ email: 'Kim@Example.org', name: 'Kim K', state: 'confirmed' });
    const moved = await put({ email: 'ny@example.org' });
    expect(moved.body).toEqual({ email: 'ny@example.org', name: null, state: 'unconfirmed' });

    const remove = () => app.api().delete('/follow/contact', { followToken });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 204]);
    expect(await own(followToken)).toBeNull();
    expect(await idsOf(reference)).toEqual([]);
  });

  it('a sender who gives the address of somebody who supports learns nothing of them, and cannot stop their mail', async () => {
    const { reference, followToken } = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
    });
    const neighbour = { email: 'granne@example.org', name: 'Granne Grannsson' };
    const body = { contact: neighbour };
    await app.api().post(`/proposals/${reference}/support`, { key: true, body });
    expect((await confirm(reference)).body.state).toBe('confirmed');
    const [supporter] = await idsOf(reference);

    const put = (email: string) =>
      app.api().put<OwnContact>('/follow/contact', { followToken, body: { email } });
    for (const email of [neighbour.email, 'ingen@example.org', neighbour.email])
      expect((await put(email)).body).toEqual({ email, name: null, state: 'unconfirmed' });
    expect((await own(followToken))?.state).toBe('unconfirmed');
    const asked = (await idsOf(reference)).find((id) => id !== supporter) ?? '';
    const token = app.get(ContactSecrets).linkToken('contact-confirm', asked);
    const pressed = await app.api().post('/contact-confirmations', { body: { token } });
    expect(pressed.body).toMatchObject({ role: 'sender', state: 'confirmed' });
    expect(await own(followToken)).toEqual({ email: neighbour.email, name: null, state: 'confirmed' });

    await app.api().delete('/follow/contact', { followToken });
    const left = await app.dataSource.query(
      `SELECT role, state, name_sealed IS NOT NULL AS named FROM proposal_contacts WHERE id = $1`,
      [supporter],
    );
    expect(left).toEqual([{ role: 'supporter', state: 'confirmed', named: true }]);
    expect(await idsOf(reference)).toEqual([supporter]);
  });

  it('the page that a link from a mailbox opened goes on when the address is changed there', async () => {
    const { reference } = await send();
    await confirm(reference);
    const links = app.get(OwnProposalsService);
    await links.ask(contact.email, 'sv');
    const [link] = await app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM own_proposal_links WHERE used_at IS NULL ORDER BY asked_at DESC LIMIT 1',
    );
    const { items } = await links.use(app.get(ContactSecrets).ownProposalsToken(link?.id ?? ''));
    const followToken = items.find((each) => each.reference === reference)?.followToken ?? '';
    await app.api().put('/follow/contact', { followToken, body: { email: 'annan@example.org' } });
    expect((await own(followToken))?.email).toBe('annan@example.org');
  });

  it('two confirmations answer the same, one after 14 days is refused', async () => {
    const early = await send();
    const late = await send();
    expect((await confirm(early.reference)).body).toEqual((await confirm(early.reference)).body);
    const now = app.clock.now();
    app.clock.advance({ days: 14, seconds: 1 });
    expect((await confirm(early.reference)).status).toBe(200);
    expect((await confirm(late.reference)).body.code).toBe('mailLink.wrong');
    await app.get(OwnProposalsService).forgetOld();
    expect([await idsOf(early.reference), await idsOf(late.reference)]).toEqual([[expect.any(String)], []]);
    app.clock.set(now);
  });

  it('one click of a mail program stops the mail, from whatever origin; a page of another site does not', async () => {
    const { reference, followToken } = await send();
    await confirm(reference);
    const token = await tokenOf('contact-stop', reference);
    const headers = { Origin: 'https://mail.example' };
    const page = await app.api().post<ProblemBody>('/contact-stops', { headers, body: { token } });
    expect([page.status, page.body.code]).toEqual([403, 'origin.foreign']);
    const click = await fetch(`${app.url}/api/v1/contact-stops/${token}`, {
      method: 'POST',
      headers,
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(click.status).toBe(200);
    expect((await own(followToken))?.state).toBe('stopped');
    // Who asks once more is asked to confirm once more.
    await app.api().put('/follow/contact', { followToken, body: { email: contact.email } });
    expect((await own(followToken))?.state).toBe('unconfirmed');
    expect((await confirm(reference)).body.state).toBe('confirmed');
  });

  it('a token for one thing is worthless for another', async () => {
    const { reference } = await send();
    const token = await tokenOf('contact-stop', reference);
    for (const path of ['/contact-confirmations', '/own-proposals'])
      expect((await app.api().post(path, { body: { token } })).status).toBe(404);
    expect((await app.api().get('/follow', { followToken: token })).status).toBe(401);
  });

  it('are opened by the responsible organisation, and the history says who did', async () => {
    const { reference } = await send();
    const path = `/triage/proposals/${reference}`;
    const officer = place.people['case-officer'];
    const police = place.people['police-officer'];
    const access = async ({ api }: typeof officer) => (await api.get<TriageProposal>(path)).body.contact;
    expect([await access(officer), await access(police)]).toEqual(['allowed', 'refused']);
    const refused = await police.api.post<ProblemBody>(`${path}/contact-openings`, { body: {} });
    expect([refused.status, refused.body.code]).toEqual([403, 'contact.otherOrganisation']);
    const opened = await officer.api.post(`${path}/contact-openings`, { body: {} });
    expect(opened.body).toEqual({ email: 'Kim@Example.org', phone: null, name: 'Kim' });
    expect(opened.headers.get('Cache-Control')).toBe('private, no-store');
    const { body } = await police.api.get<TriageProposal>(path);
    expect(body.events.filter(({ type }) => type === 'contact-opened')).toEqual([
      expect.objectContaining({ actor: officer.staff.name, publicText: null }),
    ]);
    const story = await app.api().get<{ events: { type: string }[] }>(`/proposals/${reference}`);
    expect(story.body.events.map(({ type }) => type)).toEqual(['received']);
  });

  it('that were sealed with another key are as if nobody had left an address, until somebody does', async () => {
    const { reference, followToken } = await send();
    const other = Buffer.alloc(60, 7);
    await app.dataSource.query('UPDATE proposal_contacts SET address_sealed = $2 WHERE id = $1', [
      (await idsOf(reference))[0],
      other,
    ]);
    expect(await own(followToken)).toBeNull();
    const path = `/triage/proposals/${reference}/contact-openings`;
    expect((await place.people['case-officer'].api.post(path, { body: {} })).status).toBe(404);
    await app.api().put('/follow/contact', { followToken, body: { email: 'ny@example.org' } });
    expect((await own(followToken))?.email).toBe('ny@example.org');
  });

  it('there is nothing to open where nobody left an address', async () => {
    const { reference } = await submitProposal(app, {
      kind: 'dark-place',
      position: place.municipality.center,
    });
    const { api } = place.people['case-officer'];
    expect((await api.get<TriageProposal>(`/triage/proposals/${reference}`)).body.contact).toBe('none');
    const answer = await api.post<ProblemBody>(`/triage/proposals/${reference}/contact-openings`, {
      body: {},
    });
    expect([answer.status, answer.body.code]).toEqual([404, 'contact.none']);
  });
});

describe('contacts where no mail is sent', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('are neither offered nor taken', async () => {
    const { slug: municipality } = await makeMunicipality(app.dataSource);
    const { body } = await app.api().get<Municipality>(`/municipalities/${municipality}`);
    expect(body.mail).toBe(false);
    const idea = { kind: 'idea', details: { topic: 'safety' }, description: 'x', municipality };
    const sent = await app.api().post<{ followToken: string; reference: string }>('/proposals', {
      key: true,
      body: idea,
    });
    const { followToken, reference } = sent.body;
    const email = { email: 'kim@example.org' };
    const told = async (answer: Promise<{ status: number; body: ProblemBody }>) => {
      const { status, body: problem } = await answer;
      return [status, ...(problem.errors ?? []).flatMap(({ field, code }) => [field, code])];
    };
    expect(
      await told(app.api().post('/proposals', { key: true, body: { ...idea, contact: email } })),
    ).toEqual([422, 'contact', 'notWanted']);
    expect(
      await told(app.api().post(`/proposals/${reference}/support`, { key: true, body: { contact: email } })),
    ).toEqual([422, 'contact', 'notWanted']);
    expect(await told(app.api().put('/follow/contact', { followToken, body: email }))).toEqual([
      422,
      'email',
      'notWanted',
    ]);
    expect(await told(app.api().post('/own-proposal-links', { body: email }))).toEqual([
      422,
      'email',
      'notWanted',
    ]);
    expect((await app.api().get<FollowedProposal>('/follow', { followToken })).body.contact).toBeNull();
  });
});
