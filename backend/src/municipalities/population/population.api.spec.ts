import type { WhoWasHeard } from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { Population, PopulationReport } from '@lofteskartan/shared/contracts/population';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { Api, ProblemBody } from '../../../test/support/api.js';
import { done } from '../../../test/support/done.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff } from '../../../test/support/staff.js';

describe('the population of a municipality', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let coordinator: Api;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    town = await makeMunicipality(app.dataSource);
    coordinator = (await makeStaff(app, 'coordinator', town)).api;
  });

  const path = (more = '') => `/municipalities/${town.slug}/population${more}`;
  const read = () => done<Population>(coordinator.get(path()));
  const put = async (body: object) =>
    coordinator.put<Population & ProblemBody>(path(), {
      body: { version: (await read()).version, source: 'SCB', ...body },
    });
  const heard = () => done<WhoWasHeard>(app.api().get(`/municipalities/${town.slug}/dialogue-heard`));

  it('is laid beside those who were heard, with its year and source', async () => {
    expect(await heard()).toMatchObject({ bands: [], populationOf: null });
    const { body } = await put({ year: 2025, bands: { women: 490, men: 510 } });
    expect(body.years).toEqual([{ year: 2025, source: 'SCB', bands: { women: 490, men: 510 } }]);
    expect(await heard()).toMatchObject({
      populationOf: { year: 2025, source: 'SCB' },
      bands: [
        { band: 'women', people: null, population: 490, populationShare: 0.49 },
        { band: 'men', people: null, population: 510, populationShare: 0.51 },
      ],
    });
  });

  it('is changed by whoever has read the latest, told to the log, and taken away', async () => {
    const { version } = await read();
    const figures = { version, year: 2025, source: 'SCB', bands: { women: 490, men: 510 } };
    await done(coordinator.put(path(), { body: figures }));
    const late = await coordinator.put(path(), { body: { ...figures, source: 'Annan' } });
    expect(late.body).toMatchObject({ code: 'version.stale' });
    const partly = await put({ year: 2025, bands: { women: 490 } });
    expect([partly.status, partly.body.errors?.[0]?.field]).toEqual([422, 'bands.men']);
    const { body } = await put({ year: 2025, bands: {} });
    expect(body.years).toEqual([]);
    const [logged] = await app.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM admin_events WHERE type = 'population.changed' AND municipality_id = $1`,
      [town.id],
    );
    expect(logged?.count).toBe(2);
  });

  it('comes from a file, told line by line before anything is kept', async () => {
    await done(put({ year: 2024, bands: { women: 480, men: 500 } }));
    const file = [
      'år;grupp;antal;källa',
      '2024;kvinnor;480;SCB',
      '2024;män;505;SCB',
      '2025;kvinnor;490;SCB',
      '2025;män;510;SCB',
      '2025;män;511;SCB',
      '2023;kvinnor;470;SCB',
      '2022;pojkar;4;SCB',
    ].join('\n');
    const told = (report: PopulationReport) => report.lines.map(({ line, state }) => [line, state]);
    const lines = [
      [2, 'same'],
      [3, 'changed'],
      [4, 'new'],
      [5, 'new'],
      [6, 'refused'],
      [7, 'refused'],
      [8, 'refused'],
    ];
    const preview = await done<PopulationReport>(
      coordinator.post(path('/imports/preview'), { body: { file } }),
    );
    expect([told(preview), preview.accepted, preview.refused]).toEqual([lines, 3, 3]);
    expect(preview.lines[5]?.faults[0]?.message).toMatch(/gruppen är inte hel/i);
    expect((await read()).years).toHaveLength(1);
    const body = { file, version: (await read()).version };
    const key = 'population-file-1';
    const kept = await done<PopulationReport>(coordinator.post(path('/imports'), { key, body }));
    expect(told(kept)).toEqual(lines);
    const again = await done<PopulationReport>(coordinator.post(path('/imports'), { key, body }));
    expect(told(again)).toEqual(lines);
    expect((await read()).years).toEqual([
      { year: 2025, source: 'SCB', bands: { women: 490, men: 510 } },
      { year: 2024, source: 'SCB', bands: { women: 480, men: 505 } },
    ]);
  });
});
