import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import type { LikenessCounts, TriageCase } from '@lofteskartan/shared/contracts/cases';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import type { DisposalPreview } from '@lofteskartan/shared/contracts/records';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import type { LogPage } from '@lofteskartan/shared/contracts/work-log';
import { mailing, Place } from '../../../test/support/access-scene.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { stockholmDate } from '../../platform/dates.js';

const secretWords = 'Skyddat boende';

/** The police call proposals secret; the municipality's own people go on with what lies beside them. */
describe('what is secret for another organisation', () => {
  let app: TestApp;
  let place: Place;
  let police: TestPerson;
  let others: readonly TestPerson[];
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ config: mailing });
  });
  beforeEach(async () => {
    await app.empty();
    place = await Place.make(app);
    police = place.people['police-officer'];
    officer = place.people['case-officer'];
    others = [officer, place.people.coordinator];
  });
  afterAll(() => app.stop());

  const receipt = (metres = 0, description = 'För fort') => {
    // Each came a minute after the one before, so that they have an order.
    app.clock.advance({ minutes: 1 });
    const position = northOf(place.municipality.center, 2000 + metres);
    return submitProposal(app, { kind: 'speed-check', position, description });
  };
  const sent = async (metres = 0, description = 'För fort') => (await receipt(metres, description)).reference;
  const marked = async (reference: string): Promise<string> => {
    const body = { version: 0, secrecyGround: '18 kap. 1 § OSL' };
    expect((await police.api.put(`/triage/proposals/${reference}/record`, { body })).status).toBe(200);
    return reference;
  };
  const secretOne = async (metres = 0) => marked(await sent(metres, secretWords));
  const read = async (reference: string, { api }: TestPerson) =>
    (await api.get<TriageCase>(`/triage/cases/${reference}`)).body;
  const page = async (reference: string, { api }: TestPerson) =>
    (await api.get<TriageProposal & ProblemBody>(`/triage/proposals/${reference}`)).body;
  const versionOf = async (reference: string) => (await page(reference, police)).version;
  const namedOne = async (reference: string) => ({ reference, version: await versionOf(reference) });
  const act = (reference: string, what: string, body: object, { api }: TestPerson) =>
    api.post<TriageCase & ProblemBody>(`/triage/cases/${reference}/${what}`, { key: true, body });
  const gather = async (leader: string, member: string, by = police) => {
    const body = { version: await versionOf(leader), members: [await namedOne(member)] };
    return act(leader, 'members', body, by);
  };
  const fieldsOf = ({ body }: { readonly body: ProblemBody }) =>
    (body.errors ?? []).map(({ field, code }) => [field, code]);
  const numbers = ({ leader, members, suggestions }: TriageCase) =>
    [leader, ...members, ...suggestions].map(({ reference }) => reference);

  it('is no suggestion beside an open one, and is not counted on the rows of the queue', async () => {
    const [open, secret] = [await sent(), await secretOne(10)];
    expect(numbers(await read(open, police))).toEqual([open, secret]);
    const counts = ({ api }: TestPerson) =>
      api.get<LikenessCounts>('/triage/likenesses', { query: { reference: open } });
    expect((await counts(police)).body.items).toEqual([{ reference: open, count: 1 }]);
    for (const person of others) {
      expect(numbers(await read(open, person))).toEqual([open]);
      expect((await counts(person)).body.items).toEqual([]);
      const asked = { query: { reference: secret } };
      expect((await person.api.get<LikenessCounts>('/triage/likenesses', asked)).body.items).toEqual([]);
    }
  });

  it('is no member of a case, nor under which another one lies, nor a line of its history', async () => {
    const [leader, between, member] = [await sent(), await sent(10, secretWords), await sent(20)];
    expect((await gather(between, member)).status).toBe(200);
    expect((await gather(leader, between)).status).toBe(200);
    await marked(between);
    const seen = await read(leader, police);
    expect(seen.members.map(({ reference, under }) => [reference, under])).toEqual([
      [between, leader],
      [member, leader],
    ]);
    for (const person of others) {
      const told = await read(leader, person);
      expect(told.members.map(({ reference, under }) => [reference, under])).toEqual([[member, leader]]);
      const pages = [
        told,
        await page(leader, person),
        await page(member, person),
        await read(member, person),
      ];
      expect(JSON.stringify(pages)).not.toContain(between);
      expect(JSON.stringify(pages)).not.toContain(secretWords);
      expect((await page(leader, person)).gathered).toEqual([member]);
    }
    expect((await page(leader, police)).gathered).toEqual([between, member]);
    expect(JSON.stringify(await page(member, police))).toContain(between);
  });

  it('leads nothing that is for more eyes: what it led is taken up again, and its sender reads no more of it', async () => {
    const [leader, beside, member] = [await receipt(0, secretWords), await sent(10), await receipt(20)];
    expect((await gather(leader.reference, beside)).status).toBe(200);
    expect((await gather(leader.reference, member.reference)).status).toBe(200);
    const answered = { to: 'answered', version: 1, publicText: secretWords };
    const moves = `/triage/proposals/${leader.reference}/moves`;
    expect((await police.api.post(moves, { body: answered })).status).toBe(200);
    await marked(leader.reference);
    const own = await app.api().get<FollowedProposal>('/follow', { followToken: member.followToken });
    expect(own.body).toMatchObject({
      status: 'under-review',
      duplicateOf: null,
      case: null,
      publicNow: true,
    });
    expect(JSON.stringify(own.body)).not.toContain(leader.reference);
    expect(JSON.stringify(own.body)).not.toContain(secretWords);
    expect(await read(leader.reference, police)).toMatchObject({ members: [] });
    for (const person of others) {
      const told = [await page(member.reference, person), await read(member.reference, person)];
      expect(told[0]).toMatchObject({ status: 'under-review', duplicateOf: null });
      expect(JSON.stringify(told)).not.toContain(leader.reference);
      expect((await person.api.get(`/triage/cases/${leader.reference}`)).status).toBe(404);
    }
    const stories = [member.reference, beside].map((each) => app.api().get(`/proposals/${each}`));
    expect((await Promise.all(stories)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('takes under it only what is as secret, and lets go of what is so no more', async () => {
    const [open, one, other] = [await sent(), await secretOne(10), await secretOne(20)];
    const refused = await gather(one, open);
    expect([refused.status, refused.body.code]).toEqual([409, 'case.secret']);
    const body = { to: 'duplicate', version: 1, duplicateOf: one };
    const moved = await police.api.post<ProblemBody>(`/triage/proposals/${open}/moves`, { body });
    expect([moved.status, fieldsOf(moved)]).toEqual([422, [['duplicateOf', 'secretLeader']]]);
    expect((await gather(one, other)).status).toBe(200);
    const lifted = await police.api.put(`/triage/proposals/${other}/record`, { body: { version: 1 } });
    expect(lifted.status).toBe(200);
    expect(await page(other, officer)).toMatchObject({ status: 'under-review', duplicateOf: null });
    expect(JSON.stringify(await page(other, officer))).not.toContain(one);
    expect((await app.api().get(`/proposals/${other}`)).status).toBe(200);
    expect((await gather(open, one)).status).toBe(200);
    const lead = { version: await versionOf(open), leader: await namedOne(one) };
    const taken = await act(open, 'leaders', lead, police);
    expect([taken.status, taken.body.code]).toEqual([409, 'case.secret']);
    expect((await read(open, police)).members.map(({ mayLead }) => mayLead)).toEqual([false]);
  });

  it('is as if it were not there for those who were gathered under it before, too', async () => {
    const [leader, member] = [await receipt(0, secretWords), await receipt(20)];
    await gather(leader.reference, member.reference);
    await app.dataSource.query('UPDATE proposals SET secret_for = $2 WHERE reference = $1', [
      leader.reference,
      place.municipality.police.id,
    ]);
    const own = await app.api().get<FollowedProposal>('/follow', { followToken: member.followToken });
    expect(own.body).toMatchObject({ status: 'duplicate', duplicateOf: null, case: null });
    for (const person of others) {
      const told = await read(member.reference, person);
      expect(numbers(told)).toEqual([member.reference]);
      expect(await page(member.reference, person)).toMatchObject({ duplicateOf: null });
    }
    expect(numbers(await read(member.reference, police))).toEqual([leader.reference, member.reference]);
  });

  it('is in no log, and counted, not named, among what is to be disposed of', async () => {
    const { municipality, people } = place;
    const [open, secret] = [await sent(), await secretOne(10)];
    for (const reference of [open, secret]) {
      const kept = { decision: 'Gallringsbeslut 1', after: stockholmDate(app.clock.now()) };
      const version = reference === secret ? 1 : 0;
      const more = reference === secret ? { secrecyGround: '18 kap. 1 § OSL' } : {};
      const record = { version, disposal: kept, hold: `Väntar ${secretWords}`, ...more };
      const put = await police.api.put(`/triage/proposals/${reference}/record`, { body: record });
      expect(put.status).toBe(200);
      const body = { to: 'answered', version: 1, publicText: 'Svar' };
      expect((await police.api.post(`/triage/proposals/${reference}/moves`, { body })).status).toBe(200);
    }
    const { slug, police: district, id } = municipality;
    const both = await makeStaff(app, 'coordinator', municipality);
    await app.dataSource.query(
      `INSERT INTO memberships (account_id, organisation_id, municipality_id, role) VALUES ($1, $2, $3, 'police-officer')`,
      [both.staff.accountId, district.id, id],
    );
    const log = async ({ api }: TestPerson, query = {}) =>
      (await api.get<LogPage>('/work-log', { query: { municipality: slug, ...query } })).body.items.flatMap(
        ({ reference }) => reference ?? [],
      );
    expect(new Set(await log(both))).toEqual(new Set([open, secret]));
    expect(new Set(await log(people.coordinator))).toEqual(new Set([open]));
    expect(await log(people.coordinator, { reference: secret })).toEqual([]);
    const due = async ({ api }: TestPerson) =>
      (await api.get<DisposalPreview>(`/municipalities/${slug}/disposal-preview`)).body;
    expect((await due(both)).items.map(({ name }) => name).sort()).toEqual([open, secret].sort());
    const told = await due(people.coordinator);
    expect([told.items.map(({ name }) => name), told.total]).toEqual([[open], 2]);
  });

  it('is counted among those that a suggestion leads for those alone who may open it', async () => {
    const [open, leader, member] = [await sent(), await sent(10), await sent(20)];
    await gather(leader, member);
    await marked(member);
    const counted = async (person: TestPerson) => (await read(open, person)).suggestions[0]?.gatheredCount;
    expect([await counted(police), await counted(officer)]).toEqual([1, 0]);
  });

  it('cannot be gathered, taken out or made to lead: it is as a number that is not there', async () => {
    const [leader, member] = [await sent(), await sent(20)];
    const secret = await secretOne(10);
    for (const person of others) {
      const unknown = [
        await gather(leader, secret, person),
        await act(
          leader,
          'members',
          { version: await versionOf(leader), members: [{ reference: 'ALE-22222', version: 1 }] },
          person,
        ),
      ];
      expect(unknown.map(({ status }) => status)).toEqual([422, 422]);
      expect(unknown.map(fieldsOf)).toEqual([
        [['members[0].reference', 'notFound']],
        [['members[0].reference', 'notFound']],
      ]);
    }
    await gather(leader, member);
    await marked(member);
    for (const person of others) {
      const body = { members: [await namedOne(member)], reason: 'Olika platser' };
      expect(fieldsOf(await act(leader, 'releases', body, person))).toEqual([
        ['members[0].reference', 'notFound'],
      ]);
      const lead = { version: await versionOf(leader), leader: await namedOne(member) };
      expect(fieldsOf(await act(leader, 'leaders', lead, person))).toEqual([
        ['leader.reference', 'notInTheCase'],
      ]);
    }
    expect((await page(member, police)).duplicateOf).toBe(leader);
  });

  it('takes no duplicate, and shows no preview of its mails', async () => {
    const [open, secret] = [await sent(), await secretOne(10)];
    for (const { api } of others) {
      const body = { to: 'duplicate', version: 1, duplicateOf: secret };
      const moved = await api.post<ProblemBody>(`/triage/proposals/${open}/moves`, { body });
      expect([moved.status, fieldsOf(moved)]).toEqual([422, [['duplicateOf', 'notFound']]]);
      const preview = { body: { to: 'answered', publicText: 'Svar' } };
      expect((await api.post(`/triage/proposals/${secret}/mail-previews`, preview)).status).toBe(404);
    }
  });

  it('is not linked to what others log, is named nowhere there, and stays linked when they change it', async () => {
    const [open, secret] = [await sent(), await secretOne(10)];
    const log = ({ api }: TestPerson, proposalReferences: readonly string[]) =>
      api.post<StaffActivity & ProblemBody>('/activities', {
        key: true,
        body: { ...place.activity('police-officer'), proposalReferences },
      });
    const { coordinator } = place.people;
    const mine = { ...place.activity('coordinator'), onBehalfOf: place.municipality.office.slug };
    const refused = await coordinator.api.post<ProblemBody>('/activities', {
      key: true,
      body: { ...mine, sourceNote: 'Mejl', proposalReferences: [open, secret] },
    });
    expect([refused.status, fieldsOf(refused)]).toEqual([
      422,
      [['proposalReferences[1]', 'proposalUnknown']],
    ]);

    const { id } = (await log(police, [secret, open])).body;
    const path = `/activities/${id}`;
    const linked = async ({ api }: TestPerson) =>
      (await api.get<StaffActivity>(path)).body.proposalReferences;
    expect([await linked(police), await linked(coordinator)]).toEqual([[secret, open], [open]]);
    const guessed = { body: { proposalReferences: [secret] } };
    const guess = await coordinator.api.patch<ProblemBody>(`/activities/${id}`, guessed);
    expect([guess.status, fieldsOf(guess)]).toEqual([422, [['proposalReferences[0]', 'proposalUnknown']]]);
    const another = await sent(40);
    const change = { body: { proposalReferences: [another] } };
    expect((await coordinator.api.patch(`/activities/${id}`, change)).status).toBe(200);
    expect([await linked(police), await linked(coordinator)]).toEqual([[another, secret], [another]]);
  });

  it('is no suggestion for a line of a file', async () => {
    const [secret] = [await secretOne()];
    const [lng, lat] = northOf(place.municipality.center, 2000);
    const degrees = (value: number) => value.toFixed(5).replace('.', ',');
    const day = stockholmDate(app.clock.now());
    const csv = `datum;åtagande;text;latitud;longitud;förslag\r\n${day};1;Kontroll;${degrees(lat)};${degrees(lng)};`;
    const { slug, police: organisation } = place.municipality;
    const body = { municipality: slug, csv, onBehalfOf: organisation.slug, sourceNote: 'Mejl' };
    const { api } = place.people.coordinator;
    const suggested = async () =>
      (await api.post<ImportReport>('/activities/imports/preview', { body })).body.lines[0]?.suggestion;
    expect(await suggested()).toBeNull();
    const open = await sent(30);
    expect(await suggested()).toMatchObject({ reference: open });
    expect(secret).not.toBe(open);
  });
});
