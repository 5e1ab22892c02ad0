import { randomUUID } from 'node:crypto';
import type { ImportReport } from '@lofteskartan/shared/contracts/activity-import';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { northOf, submitProposal } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let coordinator: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-01T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  await makeCommitment(app.dataSource, town, { slug: 'hastighetskontroller' });
  coordinator = await makeStaff(app, 'coordinator', town);
});
afterAll(() => app.stop());

/** Nineteen days after what residents have sent in; a session does not last that long. */
async function later(): Promise<void> {
  app.clock.set('2026-11-20T12:00:00Z');
  coordinator = await makeStaff(app, 'coordinator', town);
}

const source = 'Mejl från kommunpolisen';
const body = (csv: string, more: object = {}) => ({
  municipality: town.slug,
  csv,
  onBehalfOf: town.police.slug,
  sourceNote: source,
  ...more,
});
const preview = (csv: string, more: object = {}, { api } = coordinator) =>
  api.post<ImportReport & ProblemBody>('/activities/imports/preview', { body: body(csv, more) });
const save = (csv: string, more: object = {}, key: string | true = true) =>
  coordinator.api.post<ImportReport & ProblemBody>('/activities/imports', { key, body: body(csv, more) });
const logged = async (): Promise<number> =>
  (await app.dataSource.query<{ count: number }[]>('SELECT count(*)::integer AS count FROM activities'))[0]
    ?.count ?? -1;
const comma = (degrees: number): string => degrees.toFixed(5).replace('.', ',');
const place = (metres = 0): string => {
  const [lng, lat] = northOf(town.center, metres);
  return `${comma(lat)};${comma(lng)}`;
};

describe('a file of activities', () => {
  const heads = 'datum;åtagande;text;latitud;longitud;förslag;mätta';

  it('is read as Excel in Sweden writes it, and told line by line; the preview keeps nothing', async () => {
    const { reference } = await submitProposal(app, { kind: 'speed-check', position: town.center });
    await later();
    const csv = [
      `\uFEFF${heads}`,
      `2026-11-03;1;Kontroll vid skolan;${place()};${reference};120`,
      `4.11.2026;Åtagandet;"Kontroll; på kvällen";${place(600)};;`,
      `5.11.2026;hastighetskontroller;Kontroll utan plats;;;;många`,
      `2026-12-24;1;Framtid;${place()};;`,
      `3.11.2026;1;kontroll  vid skolan;${place(20)};${reference};120`,
    ].join('\r\n');
    const { status, body: report } = await preview(csv);
    expect(status).toBe(200);
    expect(
      report.lines.map(({ line, state, counts, whyNot, faults }) => [
        line,
        state,
        counts,
        whyNot,
        faults.map(({ column, value }) => `${column}=${value}`).join(),
      ]),
    ).toEqual([
      [2, 'accepted', true, null, ''],
      [3, 'accepted', false, 'wish.missing', ''],
      [4, 'refused', null, null, 'mätta=många'],
      [5, 'refused', null, null, 'datum=2026-12-24'],
      [6, 'duplicate', null, null, '='],
    ]);
    expect(report.lines[1]).toMatchObject({ publicText: 'Kontroll; på kvällen', suggestion: { reference } });
    expect(report.refusedCsv).toContain('mätta: ');
    expect(await logged()).toBe(0);
  });

  it('saves what is accepted once, and tells what was logged before', async () => {
    await later();
    const csv = `${heads}\n2026-11-03;1;Ett;${place()};;\n2026-11-04;1;Två;${place()};;\n2026-11-05;7;Tre;${place()};;`;
    const key = randomUUID();
    const first = await save(csv, {}, key);
    const again = await save(csv, {}, key);
    expect([first.status, first.body.accepted, first.body.refused, again.body]).toEqual([
      201,
      2,
      1,
      first.body,
    ]);
    expect(await logged()).toBe(2);
    const { body: repeated } = await preview(csv);
    expect(repeated.lines.map(({ state }) => state)).toEqual(['duplicate', 'duplicate', 'refused']);
    const rows = await app.dataSource.query(
      'SELECT organisation_id, source_note, release_at IS NOT NULL AS secret FROM activities',
    );
    expect(rows).toEqual(
      Array(2).fill({ organisation_id: town.police.id, source_note: source, secret: true }),
    );
  });

  it('says how a check was made, in words that the police use', async () => {
    await later();
    const csv = `${heads};metod\n2026-11-03;1;Ett;${place()};;;20 Minuter\n2026-11-04;1;Två;${place()};;;radar`;
    const { body: report } = await save(csv);
    expect(report.lines[1]?.faults).toMatchObject([{ column: 'metod', value: 'radar' }]);
    const rows = await app.dataSource.query(`SELECT result ->> 'method' AS method FROM activities`);
    expect(rows).toEqual([{ method: 'twenty-minutes' }]);
  });

  it('links a suggested wish that a person accepts', async () => {
    const { reference } = await submitProposal(app, { kind: 'speed-check', position: town.center });
    await later();
    const csv = `${heads}\n2026-11-03;1;Kontroll;${place(100)};;`;
    const { body: report } = await save(csv, { links: [{ line: 2, reference }] });
    expect(report.lines).toMatchObject([{ state: 'accepted', references: [reference], counts: true }]);
  });

  it('needs to know who did it and where it comes from', async () => {
    await later();
    const csv = `datum;åtagande;text;organisation\n2026-11-03;1;Kontroll;`;
    const nobody = await preview(csv, { onBehalfOf: undefined });
    expect(nobody.body.lines[0]?.faults[0]?.column).toBe('organisation');
    const unsourced = await preview(csv, { sourceNote: undefined });
    expect(unsourced.body.lines[0]?.faults[0]?.column).toBe('källa');
    const strange = await preview(`${csv}Brandkåren`);
    expect(strange.body.lines[0]?.faults[0]).toMatchObject({ column: 'organisation', value: 'Brandkåren' });
  });

  it.each([
    ['a column that nobody knows', 'datum;åtagande;text;fordon\n', 'unknownColumns'],
    ['a column that is missing', 'datum;text\n', 'missingColumns'],
    ['no lines', 'datum;åtagande;text\n\n', 'required'],
    ['a quote that never ends', 'datum;åtagande;text\n1;2;"tre', 'notCsv'],
  ])('with %s is not read at all', async (_, csv, code) => {
    const { status, body: problem } = await preview(csv);
    expect([status, problem.errors?.map((each) => [each.field, each.code])]).toEqual([422, [['csv', code]]]);
  });

  it('is for coordinators of the municipality', async () => {
    const stranger = await makeStaff(app, 'coordinator', await makeMunicipality(app.dataSource));
    expect((await preview(heads, {}, stranger)).status).toBe(404);
    const officer = await makeStaff(app, 'police-officer', town);
    expect((await preview(heads, {}, officer)).status).toBe(403);
  });

  it('is logged in a municipality that is a draft, too', async () => {
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [town.id]);
    const { status, body: report } = await preview(`datum;åtagande;text\n2026-10-03;1;Ett.`);
    expect([status, report.lines.length]).toEqual([200, 1]);
  });
});
