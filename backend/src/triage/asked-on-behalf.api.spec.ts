import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { FollowedProposal, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { mailing, Place } from '../../test/support/access-scene.js';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { mend } from '../../test/support/mended.js';
import { emptyDetails, submitProposal } from '../../test/support/proposal.js';

const phone = '070-123 45 67';
type Answered = TriageProposal & ProblemBody;

/** Those who reached staff by telephone, on paper or in person are asked how it is by staff. */
describe('asked by staff', () => {
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set('2026-11-20T12:00:00Z');
    place = await Place.make(app);
  });
  afterAll(() => app.stop());

  const officer = (): Api => place.people['case-officer'].api;
  const registered = async (more: object = {}): Promise<ProposalReceipt> => {
    const body = {
      kind: 'dark-place',
      source: 'phone',
      position: place.municipality.center,
      details: { causes: ['lamp-broken'], when: [], safetyNow: 1 },
      contact: { phone },
      ...more,
    };
    return (await officer().post<ProposalReceipt>('/registrations', { key: true, body })).body;
  };
  const supported = async ({ reference }: { reference: string }, number: string | null): Promise<void> => {
    const body = { source: number ? 'phone' : 'paper', ...(number ? { contact: { phone: number } } : {}) };
    const path = `/triage/proposals/${reference}/supports`;
    app.clock.advance({ minutes: 1 });
    expect((await officer().post(path, { key: true, body })).status).toBe(201);
  };
  const read = async ({ reference }: { reference: string }) =>
    (await officer().get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const tell = ({ reference }: { reference: string }, body: object, api = officer()) =>
    api.post<Answered>(`/triage/proposals/${reference}/outcomes`, { body });
  /** A lamp is mended at the place of some proposals, an hour later. */
  const mended = async (...proposals: readonly { reference: string }[]): Promise<StaffPlace> => {
    app.clock.advance({ hours: 1 });
    const { slug: municipality, center: position } = place.municipality;
    const references = proposals.map(({ reference }) => reference);
    const tunnel = { municipality, position, proposals: references, name: 'Tunneln', doneOn: '2026-11-20' };
    const after = await mend(officer(), tunnel);
    app.clock.advance({ minutes: 5 });
    return after;
  };
  const ratings = async ({ reference }: { reference: string }) =>
    (await officer().get<StaffPlace>(`/inventory/places/${reference}`)).body.ratings;

  it('a caller is asked in the call, and what they say is their answer', async () => {
    const sent = await registered();
    expect((await read(sent)).asked).toEqual([]);
    const tunnel = await mended(sent);
    const { body: queue } = await officer().get<TriagePage>('/triage/proposals', {
      query: { call: 'to-call' },
    });
    expect(queue.items.map(({ reference, toAsk }) => [reference, toAsk])).toEqual([[sent.reference, true]]);
    const before = await read(sent);
    expect([before.toCall, before.toAsk, before.asked]).toMatchObject([
      true,
      true,
      [{ supporter: null, source: 'phone', toldAt: null }],
    ]);
    const outcome = { helped: 'partly', text: 'En lampa till är trasig', safetyNow: 4 };
    const path = `/triage/proposals/${sent.reference}/call-backs`;
    const { status, body } = await officer().post<TriageProposal>(path, { body: { outcome } });
    expect([status, body.toCall, body.toAsk, body.outcome]).toMatchObject([
      200,
      false,
      false,
      { ...outcome, onBehalf: true, waits: true },
    ]);
    expect(
      body.events.slice(-2).map(({ type, actor, changes, reason }) => [type, actor, changes, reason]),
    ).toEqual([
      ['called-back', place.people['case-officer'].staff.name, null, null],
      [
        'outcome-told',
        place.people['case-officer'].staff.name,
        { helped: 'partly', safetyNow: 4, onBehalf: true },
        'En lampa till är trasig',
      ],
    ]);
    expect(await ratings(tunnel)).toEqual({
      before: { mean: 1, answers: 1 },
      after: { mean: 4, answers: 1 },
    });
    const { body: own } = await app.api().get<FollowedProposal>('/follow', { followToken: sent.followToken });
    expect(own.outcome).toMatchObject({ helped: 'partly', safetyNow: 4 });
  });

  it('the call alone asks nothing, and the answer can be written down later, once', async () => {
    const sent = await registered();
    await mended(sent);
    const path = `/triage/proposals/${sent.reference}/call-backs`;
    const called = await officer().post<TriageProposal>(path, { body: {} });
    expect([called.body.toCall, called.body.outcome]).toEqual([false, null]);
    const first = await tell(sent, { helped: 'yes', safetyNow: 5 });
    expect([first.status, first.body.asked]).toMatchObject([200, [{ toldAt: expect.any(String) as string }]]);
    app.clock.advance({ minutes: 5 });
    const again = await tell(sent, { helped: 'yes', safetyNow: 5 });
    expect(again.body.events.filter(({ type }) => type === 'outcome-told')).toHaveLength(1);
    expect(again.body.outcome?.toldAt).toBe(first.body.outcome?.toldAt);
  });

  it('the sender is meant by null too, as they are listed', async () => {
    const sent = await registered();
    await supported(sent, '0701112233');
    await mended(sent);
    const { status, body } = await tell(sent, { supporter: null, helped: 'yes' });
    expect([status, body.outcome]).toMatchObject([200, { helped: 'yes', onBehalf: true }]);
  });

  it('those whose support was registered are asked each for themselves', async () => {
    const sent = await submitProposal(app, { kind: 'dark-place', position: place.municipality.center });
    await app.api().post(`/proposals/${sent.reference}/support`, { key: true, body: {} });
    await supported(sent, phone);
    await supported(sent, phone);
    await supported(sent, null);
    const tunnel = await mended(sent);
    const { asked } = await read(sent);
    expect(asked.map(({ source, toldAt }) => [source, toldAt])).toEqual([
      ['phone', null],
      ['paper', null],
    ]);
    const [caller, writer] = asked.map(({ supporter }) => supporter ?? '');
    expect((await tell(sent, { supporter: caller, helped: 'yes', safetyNow: 4 })).status).toBe(200);
    app.clock.advance({ minutes: 1 });
    const { body } = await tell(sent, { supporter: writer, helped: 'no', text: 'Lika mörkt' });
    expect(body.supporterOutcomes.map(({ text, onBehalf, waits }) => [text, onBehalf, waits])).toEqual([
      ['Lika mörkt', true, true],
      [null, true, false],
    ]);
    expect(body.events.at(-1)).toMatchObject({
      type: 'supporter-told',
      actor: place.people['case-officer'].staff.name,
      reason: null,
      changes: { helped: 'no', onBehalf: true },
    });
    expect((await ratings(tunnel)).after).toEqual({ mean: 4, answers: 1 });
  });

  it('those who support what has become secret are asked no more, as their answers would be refused', async () => {
    const sent = await registered();
    await supported(sent, '0701112233');
    await mended(sent);
    const senderAndCaller = (await read(sent)).asked;
    expect(senderAndCaller).toHaveLength(2);
    await app.dataSource.query('UPDATE proposals SET secret_for = $2 WHERE reference = $1', [
      sent.reference,
      place.people['case-officer'].staff.memberships[0]?.organisationId,
    ]);
    const { asked } = await read(sent);
    expect(asked).toMatchObject([{ supporter: null }]);
    const refused = await tell(sent, { supporter: senderAndCaller[1]?.supporter, helped: 'yes' });
    expect(refused.body.code).toBe('outcome.tooEarly');
  });

  it('who sent it themselves, and whoever was not registered, answers nowhere here', async () => {
    const sent = await submitProposal(app, { kind: 'dark-place', position: place.municipality.center });
    const device = app.api();
    await device.post(`/proposals/${sent.reference}/support`, { key: true, body: {} });
    await mended(sent);
    expect((await read(sent)).asked).toEqual([]);
    const own = await tell(sent, { helped: 'yes' });
    expect([own.status, own.body.code]).toEqual([409, 'outcome.notRegistered']);
    const unknown = await tell(sent, { supporter: '00000000-0000-4000-8000-000000000000', helped: 'yes' });
    expect([unknown.status, unknown.body.errors]).toMatchObject([
      422,
      [{ field: 'supporter', code: 'notFound' }],
    ]);
  });

  it('nobody is asked before the case has ended, and how safe a speed check feels is not asked', async () => {
    const early = await registered();
    await supported(early, '0701112233');
    expect((await tell(early, { helped: 'yes' })).body.code).toBe('outcome.tooEarly');
    const speed = await registered({ kind: 'speed-check', details: emptyDetails['speed-check'] });
    const path = `/triage/proposals/${speed.reference}`;
    const answer = { to: 'answered', version: 1, publicText: 'Tack!' };
    await officer().post(`${path}/moves`, { body: answer });
    const refused = await tell(speed, { helped: 'yes', safetyNow: 3 });
    expect([refused.status, refused.body.errors]).toMatchObject([422, [{ field: 'safetyNow' }]]);
    expect((await tell(speed, { helped: 'yes' })).status).toBe(200);
  });

  it('a call that is refused keeps no answer', async () => {
    const sent = await registered();
    await mended(sent);
    const police = place.people['police-officer'].api;
    const path = `/triage/proposals/${sent.reference}/call-backs`;
    const refused = await police.post<Answered>(path, { body: { outcome: { helped: 'no' } } });
    expect(refused.body.code).toBe('contact.otherOrganisation');
    const { outcome, events } = await read(sent);
    expect([outcome, events.filter(({ type }) => type === 'outcome-told')]).toEqual([null, []]);
  });
});
