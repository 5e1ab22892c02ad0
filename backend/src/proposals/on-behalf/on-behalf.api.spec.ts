import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type { OpenedContact } from '@lofteskartan/shared/contracts/contacts';
import type {
  FollowedProposal,
  ProposalPage,
  ProposalReceipt,
} from '@lofteskartan/shared/contracts/proposals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { Api } from '../../../test/support/api.js';
import { mailing, Place } from '../../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { submitProposal } from '../../../test/support/proposal.js';
import { makeStaff } from '../../../test/support/staff.js';
import { ContactSecrets } from '../contact-secrets.js';

const phone = '070-123 45 67';

describe('staff register for residents', () => {
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    app = await startTestApp({ config: { ...mailing, logLevel: 'trace' } });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(new Date('2026-11-20T12:00:00Z'));
    place = await Place.make(app);
  });
  afterAll(() => app.stop());

  const officer = (): Api => place.people['case-officer'].api;
  const dark = (more: object = {}) => ({
    kind: 'dark-place',
    source: 'phone',
    position: place.municipality.center,
    description: 'Hon ringde: det är kolsvart',
    details: { causes: ['stairs'], when: [] },
    contact: { phone, name: 'Kim' },
    ...more,
  });

  async function registered(more: object = {}): Promise<ProposalReceipt> {
    const { status, body } = await officer().post<ProposalReceipt>('/registrations', {
      key: true,
      body: dark(more),
    });
    expect([status, body]).toEqual([201, expect.anything()]);
    return body;
  }

  async function moved({ reference }: ProposalReceipt, version: number, to = 'answered'): Promise<void> {
    app.clock.advance({ minutes: 1 });
    const { status } = await officer().post(`/triage/proposals/${reference}/moves`, {
      body: {
        to,
        version,
        publicText: 'Vi sätter upp en lampa.',
        ...(to === 'under-review' ? { reason: 'Nytt' } : {}),
      },
    });
    expect(status).toBe(200);
  }

  const seen = async ({ reference }: ProposalReceipt) =>
    (await officer().get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const ledger = async () =>
    (await app.api().get<AnswerLedger>('/answers', { query: { municipality: place.municipality.slug } }))
      .body;
  const listed = async (answer: string) =>
    (
      await app
        .api()
        .get<ProposalPage>('/proposals', { query: { municipality: place.municipality.slug, answer } })
    ).body.items.map(({ reference }) => reference);
  const calledBack = ({ reference }: ProposalReceipt, api = officer()) =>
    api.post<TriageProposal & { code: string }>(`/triage/proposals/${reference}/call-backs`, { body: {} });

  it('how it came in is kept, and words wait for a human as ever', async () => {
    const receipt = await registered();
    const item = await seen(receipt);
    expect(item).toMatchObject({
      source: 'phone',
      publication: 'pending',
      toCall: false,
      contact: 'allowed',
    });
    expect(item.events.map(({ type, actor }) => [type, actor])).toEqual([
      ['received', null],
      ['registered', place.people['case-officer'].staff.name],
    ]);
    const { body } = await officer().get<TriagePage>('/triage/proposals', { query: { source: 'phone' } });
    expect(body.items.map(({ reference }) => reference)).toEqual([receipt.reference]);
  });

  it('sent twice with one key it is registered once', async () => {
    const call = { key: 'en-enda-gang', body: dark() };
    const [first, second] = [
      await officer().post<ProposalReceipt>('/registrations', call),
      await officer().post<ProposalReceipt>('/registrations', call),
    ];
    expect(second.body).toEqual(first.body);
  });

  it('an answer counts once the sender has been called', async () => {
    const receipt = await registered();
    await moved(receipt, 1);
    expect(await seen(receipt)).toMatchObject({ status: 'answered', toCall: true });
    expect(await ledger()).toMatchObject({ total: 2, waiting: 2, answered: 0 });
    expect(await listed('waiting')).toContain(receipt.reference);
    expect(await listed('replied')).toEqual([]);
    const before = await app.api().get<{ updatedAt: string }>(`/proposals/${receipt.reference}`);
    const waiting = await officer().get<TriagePage>('/triage/proposals', { query: { call: 'to-call' } });
    expect(waiting.body.items.map(({ reference, toCall }) => [reference, toCall])).toEqual([
      [receipt.reference, true],
    ]);

    app.clock.advance({ minutes: 5 });
    const { status, body } = await calledBack(receipt);
    expect([status, body.toCall, body.events.at(-1)?.type]).toEqual([200, false, 'called-back']);
    expect(await ledger()).toMatchObject({ total: 2, waiting: 1, replied: 1 });
    expect(await listed('replied')).toEqual([receipt.reference]);
    expect((await calledBack(receipt)).body.code).toBe('call.notAwaited');
    const after = await app.api().get<{ updatedAt: string }>(`/proposals/${receipt.reference}`);
    expect(after.body.updatedAt).toBe(before.body.updatedAt);
  });

  it('an answer that nobody was called about is late when its time has passed, until the call', async () => {
    const receipt = await registered();
    await moved(receipt, 1);
    expect(await listed('overdue')).toEqual([]);
    app.clock.advance({ days: 30 });
    expect(await listed('overdue')).toContain(receipt.reference);
    const { api } = await makeStaff(app, 'case-officer', place.municipality);
    const overdue = async () =>
      (await api.get<TriageProposal>(`/triage/proposals/${receipt.reference}`)).body.overdue;
    expect(await overdue()).toBe(true);
    expect((await calledBack(receipt, api)).status).toBe(200);
    expect(await listed('overdue')).not.toContain(receipt.reference);
    expect(await overdue()).toBe(false);
  });

  it('a new answer is told by a new call', async () => {
    const receipt = await registered();
    await moved(receipt, 1);
    await calledBack(receipt);
    await moved(receipt, 2, 'under-review');
    expect((await seen(receipt)).toCall).toBe(false);
    await moved(receipt, 3);
    expect((await seen(receipt)).toCall).toBe(true);
  });

  it('a gathered proposal’s sender is called about what its leader is answered', async () => {
    const leader = await submitProposal(app, { kind: 'dark-place', position: place.municipality.center });
    const receipt = await registered();
    await officer().post(`/triage/proposals/${receipt.reference}/moves`, {
      body: { to: 'duplicate', version: 1, duplicateOf: leader.reference },
    });
    expect((await seen(receipt)).toCall).toBe(false);
    await moved(leader, 1);
    expect((await seen(receipt)).toCall).toBe(true);
    // One of the two has the answer, the other waits for the call: everyone reads the same as staff.
    const lists = async () => [await listed('waiting'), await listed('replied'), await listed('overdue')];
    expect(await ledger()).toMatchObject({ waiting: 2, replied: 1, overdue: 0 });
    const [waiting, replied, overdue] = await lists();
    expect([waiting?.includes(leader.reference), replied, overdue]).toEqual([true, [leader.reference], []]);
    app.clock.advance({ days: 30 });
    const late = await ledger();
    expect([late.waiting, late.overdue, (await listed('overdue')).includes(leader.reference)]).toEqual([
      2,
      2,
      true,
    ]);
    const { api } = await makeStaff(app, 'case-officer', place.municipality);
    expect((await calledBack(receipt, api)).body.toCall).toBe(false);
    expect(await ledger()).toMatchObject({ waiting: 1, replied: 2 });
    expect(await listed('overdue')).not.toContain(leader.reference);
  });

  it('who confirms an address is mailed and not called', async () => {
    const receipt = await registered({ contact: { phone, email: 'kim@example.org' } });
    await moved(receipt, 1);
    expect((await seen(receipt)).toCall).toBe(true);
    const [contact] = await app.dataSource.query<{ id: string }[]>(
      `SELECT c.id FROM proposal_contacts c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1`,
      [receipt.reference],
    );
    const token = app.get(ContactSecrets).linkToken('contact-confirm', contact?.id ?? '');
    await app.api().post('/contact-confirmations', { body: { token } });
    expect((await seen(receipt)).toCall).toBe(false);
    expect(await ledger()).toMatchObject({ replied: 1 });
  });

  it('the number is sealed, opened by the responsible organisation alone, and each opening is logged', async () => {
    const receipt = await registered();
    const open = (api: Api) =>
      api.post<OpenedContact>(`/triage/proposals/${receipt.reference}/contact-openings`, { body: {} });
    expect((await open(officer())).body).toEqual({ email: null, phone, name: 'Kim' });
    expect((await open(place.people['police-officer'].api)).status).toBe(403);
    expect((await calledBack(receipt, place.people['police-officer'].api)).status).toBe(403);
    expect((await seen(receipt)).events.at(-1)?.type).toBe('contact-opened');
    const rows = JSON.stringify(
      await app.dataSource.query('SELECT * FROM proposal_phones, proposal_supports'),
    );
    expect(rows).not.toContain(Buffer.from(phone).toString('hex'));
    expect(app.log.text()).not.toContain(phone);
  });

  it('the sender sees the number on the own page and can remove it', async () => {
    const receipt = await registered();
    await moved(receipt, 1);
    const { followToken } = receipt;
    const own = () => app.api().get<FollowedProposal>('/follow', { followToken });
    expect((await own()).body.phone).toBe(phone);
    expect((await app.api().delete('/follow/phone', { followToken })).status).toBe(204);
    expect((await own()).body.phone).toBeNull();
    expect(await ledger()).toMatchObject({ replied: 1 });
  });

  it('residents do not leave numbers, and a name alone reaches nobody', async () => {
    const { source: _source, ...body } = dark();
    const sent = await app.api().post<{ errors: { field: string }[] }>('/proposals', { key: true, body });
    expect([sent.status, sent.body.errors.map(({ field }) => field)]).toEqual([
      422,
      expect.arrayContaining(['contact.phone']),
    ]);
    const nameless = await officer().post<{ errors: { field: string; code: string }[] }>('/registrations', {
      key: true,
      body: dark({ contact: { name: 'Kim' } }),
    });
    expect(nameless.body.errors).toMatchObject([{ field: 'contact.phone', code: 'phoneOrEmail' }]);
  });

  it('nothing is registered where one does not work', async () => {
    const other = await Place.make(app);
    const { status, body } = await officer().post<{ code: string }>('/registrations', {
      key: true,
      body: dark({ position: other.municipality.center }),
    });
    expect([status, body.code]).toEqual([403, 'registration.otherMunicipality']);
    const { body: queue } = await other.people['case-officer'].api.get<TriagePage>('/triage/proposals');
    expect(queue.total).toBe(1);
  });

  it('a neighbour’s support is registered, and the same caller counts once', async () => {
    const support = (reference: string, contact?: object) =>
      officer().post<{ supportCount: number }>(`/triage/proposals/${reference}/supports`, {
        key: true,
        body: { source: 'phone', contact },
      });
    const receipt = await registered();
    const other = await submitProposal(app, { kind: 'dark-place', position: place.municipality.center });
    expect((await support(other.reference, { phone })).body.supportCount).toBe(2);
    expect((await support(other.reference, { phone: '+46 70 123 45 67' })).body.supportCount).toBe(2);
    expect((await support(other.reference)).body.supportCount).toBe(3);
    expect((await support(receipt.reference, { phone })).body.supportCount).toBe(1);
  });
});
