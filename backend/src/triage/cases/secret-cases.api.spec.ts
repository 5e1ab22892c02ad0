import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import type { LikenessCounts, TriageCase } from '@lofteskartan/shared/contracts/cases';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { mailing, Place } from '../../../test/support/access-scene.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import type { TestPerson } from '../../../test/support/staff.js';
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

  const sent = async (metres = 0, description = 'För fort'): Promise<string> => {
    const position = northOf(place.municipality.center, 2000 + metres);
    return (await submitProposal(app, { kind: 'speed-check', position, description })).reference;
  };
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
  const one = async (reference: string) => ({ reference, version: await versionOf(reference) });
  const act = (reference: string, what: string, body: object, { api }: TestPerson) =>
    api.post<TriageCase & ProblemBody>(`/triage/cases/${reference}/${what}`, { key: true, body });
  const gather = async (leader: string, member: string, by = police) => {
    const body = { version: await versionOf(leader), members: [await one(member)] };
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
      [member, between],
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
      const body = { members: [await one(member)], reason: 'Olika platser' };
      expect(fieldsOf(await act(leader, 'releases', body, person))).toEqual([
        ['members[0].reference', 'notFound'],
      ]);
      const lead = { version: await versionOf(leader), leader: await one(member) };
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
