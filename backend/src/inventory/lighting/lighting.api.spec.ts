import { randomUUID } from 'node:crypto';
import type { Lighting, LightingReport } from '@lofteskartan/shared/contracts/lighting';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { northOf } from '../../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
});
afterAll(() => app.stop());

const heads = 'typ;nummer;namn;latitud;longitud;tider;datum;text';
const lamp = (number: string, metres = 0, more = '00-05;;'): string => {
  const [lng, lat] = northOf(town.center, metres);
  return `släckt;${number};Gångvägen;${String(lat)};${String(lng)};${more}`;
};
const file = (...lines: string[]): string => [heads, ...lines].join('\n');
const body = (text: string, more: object = {}) => ({ municipality: town.slug, file: text, ...more });
const preview = (text: string, more: object = {}, { api } = officer) =>
  api.post<LightingReport & ProblemBody>('/inventory/lighting/imports/preview', { body: body(text, more) });
const save = (text: string, more: object = {}, key: string | true = true) =>
  officer.api.post<LightingReport & ProblemBody>('/inventory/lighting/imports', {
    key,
    body: body(text, more),
  });
const lit = async (near?: string) =>
  (
    await app
      .api()
      .get<Lighting>('/lighting', { query: { municipality: town.slug, ...(near ? { near } : {}) } })
  ).body.items;

describe('a file of lamps', () => {
  it('is told line by line before anything is kept', async () => {
    const text = file(lamp('A1'), 'släckt;A2;;0;0;;;', 'trasig;A3;;;;natt;;', lamp('A1', 50));
    const { status, body: report } = await preview(text);
    expect([status, report.accepted, report.refused]).toEqual([200, 1, 3]);
    expect(
      report.lines.map(({ line, state, faults }) => [line, state, faults.map(({ column }) => column)]),
    ).toEqual([
      [2, 'new', []],
      [3, 'refused', ['latitud']],
      [4, 'refused', ['typ', 'latitud', 'tider']],
      [5, 'refused', ['nummer']],
    ]);
    expect(await lit()).toEqual([]);
  });

  it('is kept once, by the numbers; what is whole takes out the rest', async () => {
    const key = randomUUID();
    const first = await save(file(lamp('A1'), lamp('A2', 500)), {}, key);
    const again = await save(file(lamp('A1'), lamp('A2', 500)), {}, key);
    expect([first.status, first.body.accepted, again.body]).toEqual([201, 2, first.body]);
    const later = await save(file(lamp('A1', 0, '23-05;;Sparar el'), lamp('A3', 900)), { whole: true });
    expect([later.body.lines.map(({ state }) => state), later.body.removed]).toEqual([['changed', 'new'], 1]);
    expect((await lit()).map(({ number, hours, text }) => [number, hours, text])).toEqual([
      ['A1', '23-05', 'Sparar el'],
      ['A3', '00-05', null],
    ]);
    const same = await preview(file(lamp('A3', 900)));
    expect([same.body.lines[0]?.state, same.body.removed]).toEqual(['same', 0]);
  });

  it('keeps a lamp whose line is wrong as it was, also when the file is whole', async () => {
    await save(file(lamp('A1'), lamp('A2', 500)));
    const { body } = await save(file(lamp('A1', 0, '22.30-05;;'), lamp('A3', 900)), { whole: true });
    expect([body.refused, body.removed]).toEqual([1, 1]);
    expect((await lit()).map(({ number, hours }) => [number, hours])).toEqual([
      ['A1', '00-05'],
      ['A3', '00-05'],
    ]);
  });

  it('is listed as people count, the second lamp before the tenth', async () => {
    await save(file(lamp('ALE 10'), lamp('ALE 2', 500), lamp('ALE 9b', 900), lamp('ALE 9a', 950)));
    expect((await lit()).map(({ number }) => number)).toEqual(['ALE 2', 'ALE 9a', 'ALE 9b', 'ALE 10']);
  });

  it('is met by whoever points at the lamp', async () => {
    await save(file(lamp('A1', 40), lamp('A2', 500)));
    expect((await lit(town.center.join())).map(({ number }) => number)).toEqual(['A1']);
  });

  it('is not read at all when it is none', async () => {
    const { status, body: problem } = await preview('typ;nummer\n');
    expect([status, problem.errors?.map(({ field, code }) => [field, code])]).toEqual([
      422,
      [['file', 'missingColumns']],
    ]);
  });

  it('is for the municipality’s own people', async () => {
    const police = await makeStaff(app, 'police-officer', town);
    expect((await preview(file(lamp('A1')), {}, police)).status).toBe(403);
    const stranger = await makeStaff(app, 'coordinator', await makeMunicipality(app.dataSource));
    expect((await preview(file(lamp('A1')), {}, stranger)).status).toBe(404);
  });
});
