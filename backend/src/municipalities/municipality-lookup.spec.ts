import type { Position } from '@lofteskartan/shared/position';
import type { DataSource } from 'typeorm';
import { openTestDataSource } from '../../test/support/database.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { MunicipalityLookup } from './municipality-lookup.js';
import { MunicipalityRepository } from './municipality.repository.js';

/** Degrees for metres where the tests' municipalities lie. */
const north = (metres: number) => metres / 111_400;
const east = (metres: number, lat: number) => metres / (111_320 * Math.cos((lat * Math.PI) / 180));

describe('the lookup of municipalities', () => {
  const lookup = new MunicipalityLookup(new MunicipalityRepository());
  let dataSource: DataSource;
  let here: TestMunicipality;
  let elsewhere: TestMunicipality;

  beforeAll(async () => {
    dataSource = await openTestDataSource();
    here = await makeMunicipality(dataSource);
    elsewhere = await makeMunicipality(dataSource);
  });
  afterAll(() => dataSource.destroy());

  const positions: [string, (bbox: TestMunicipality['bbox'], center: Position) => Position, string | null][] =
    [
      ['in the middle', (_bbox, center) => center, 'inside'],
      ['on the edge', ([west], [, lat]) => [west, lat], 'inside'],
      ['290 m north of it', ([, , , top], [lng]) => [lng, top + north(290)], 'near-outline'],
      ['310 m north of it', ([, , , top], [lng]) => [lng, top + north(315)], null],
      ['290 m west of it', ([west], [, lat]) => [west - east(290, lat), lat], 'near-outline'],
      ['310 m west of it', ([west], [, lat]) => [west - east(315, lat), lat], null],
      ['in the sea', () => [0, 40], null],
    ];
  it.each(positions)('a position %s', async (_where, at, placement) => {
    const held = await lookup.holding(dataSource.manager, at(here.bbox, here.center));
    expect(held?.placement ?? null).toBe(placement);
    if (held) expect(held.municipality.id).toBe(here.id);
  });

  it('knows municipalities by slug and id, with their settings', async () => {
    const bySlug = await lookup.bySlug(dataSource.manager, here.slug);
    expect(bySlug).toEqual(await lookup.byId(dataSource.manager, here.id));
    expect(bySlug?.settings.releaseDelayHours).toBe(24);
    expect(await lookup.bySlug(dataSource.manager, 'atlantis')).toBeNull();
    expect(await lookup.idsBySlugs(dataSource.manager, [here.slug, 'atlantis'])).toEqual([here.id]);
  });

  it('finds the nearest locality of the municipality, never a neighbour’s', async () => {
    const nearest = await lookup.nearestLocality(dataSource.manager, here.id, elsewhere.center);
    expect(nearest).toMatchObject({ id: here.locality.id, slug: 'centrum', position: here.center });
  });

  const roads: [name: string, listed: boolean][] = [
    ['Storgatan', true],
    ['storgatan', true],
    ['Storgatan 5', false],
    ['Hemma hos mig', false],
  ];
  it.each(roads)('the road %s is listed: %s', async (name, listed) => {
    expect(await lookup.isListedRoad(dataSource.manager, here.id, name)).toBe(listed);
  });
});
