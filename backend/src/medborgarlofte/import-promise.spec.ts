import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { TestClock } from '../../test/support/clock.js';
import { emptyTables, openTestDataSource } from '../../test/support/database.js';
import { makeMunicipality } from '../../test/support/municipality.js';
import { ImportMunicipalityRepository } from '../municipalities/import-municipality.repository.js';
import { ImportMunicipality } from '../municipalities/import-municipality.service.js';
import { ImportPromiseRepository } from './import-promise.repository.js';
import { PromiseSurroundingsRepository } from './promise-editor/promise-surroundings.repository.js';
import { PromiseVersionsRepository } from './promise-editor/promise-versions.repository.js';
import { ImportPromise } from './import-promise.service.js';

const file = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../seeds/ale/promise.json'), 'utf8'),
) as Record<string, unknown>;

let dataSource: DataSource;
let clock: TestClock;
let service: ImportPromise;

beforeAll(async () => {
  dataSource = await openTestDataSource();
});
beforeEach(async () => {
  await emptyTables(dataSource);
  clock = new TestClock('2026-11-22T12:00:00Z');
  const municipalities = new ImportMunicipality(new ImportMunicipalityRepository(), clock);
  service = new ImportPromise(
    new ImportPromiseRepository(),
    municipalities,
    new PromiseSurroundingsRepository(),
    new PromiseVersionsRepository(),
    clock,
  );
});
afterAll(() => dataSource.destroy());

const importInto = (municipalityId: string, promise: unknown = file): Promise<string> =>
  dataSource.transaction((manager) => service.importPromise(manager, municipalityId, promise));

describe('Ale’s promise', () => {
  it('has its ten commitments with their types, owners and milestones', async () => {
    const { id } = await makeMunicipality(dataSource);
    await importInto(id);
    const rows = await dataSource.query(
      `SELECT c.number, c.type, coalesce(c.target, c.per_year) AS figure, c.requires_wish, c.public_position,
          (SELECT string_agg(o.slug, ' ' ORDER BY co.sort) FROM commitment_organisations co
            JOIN organisations o ON o.id = co.organisation_id WHERE co.commitment_id = c.id AND co.part = 'owner') AS owners,
          (SELECT count(*)::integer FROM milestones s WHERE s.commitment_id = c.id) AS steps
        FROM commitments c ORDER BY c.number`,
    );
    expect(
      rows.map((row: Record<string, unknown>) =>
        [
          row.number,
          row.type,
          row.figure ?? '–',
          row.requires_wish ? 'wish' : '',
          row.steps,
          row.owners,
        ].join(' '),
      ),
    ).toEqual([
      '1 count 6  0 polisen-kungalv-ale',
      '2 recurring 2  0 ale-kommun polisen-kungalv-ale',
      '3 count 4  0 polisen-kungalv-ale',
      '4 count 70 wish 0 polisen-kungalv-ale',
      '5 recurring 1  0 ale-kommun',
      '6 ongoing –  0 ale-kommun alebyggen polisen-kungalv-ale bohus-raddningstjanst',
      '7 ongoing –  0 ale-kommun polisen-kungalv-ale lansstyrelsen-vg bra',
      '8 milestones –  2 ale-kommun polisen-kungalv-ale',
      '9 ongoing –  0 ale-kommun',
      '10 ongoing –  0 ale-kommun',
    ]);
    expect(rows[0].public_position).toBe(false);
  });

  it('runs for three years that began on 1 January of last year', async () => {
    const { id } = await makeMunicipality(dataSource);
    await importInto(id);
    const [row] = await dataSource.query('SELECT starts_on::text, ends_on::text FROM medborgarloften');
    expect(row).toEqual({ starts_on: '2025-01-01', ends_on: '2027-12-31' });
  });
});

describe('a promise that is imported again', () => {
  const snapshot = async () =>
    JSON.stringify([
      await dataSource.query('SELECT * FROM medborgarloften'),
      await dataSource.query('SELECT * FROM commitments ORDER BY number'),
      await dataSource.query('SELECT * FROM milestones ORDER BY id'),
      await dataSource.query(
        'SELECT * FROM commitment_organisations ORDER BY commitment_id, organisation_id',
      ),
    ]);

  it('stays as it was, its period and its moments of change too', async () => {
    const { id } = await makeMunicipality(dataSource);
    const first = await importInto(id);
    const before = await snapshot();
    clock.advance({ days: 400 });
    expect(await importInto(id)).toBe(first);
    expect(await snapshot()).toBe(before);
  });

  it('takes new words, and says when that was', async () => {
    const { id } = await makeMunicipality(dataSource);
    await importInto(id);
    clock.advance({ days: 1 });
    const [first, ...others] = structuredClone(file.commitments) as Record<string, unknown>[];
    await importInto(id, { ...file, commitments: [{ ...first, title: { sv: 'Ny', en: 'New' } }, ...others] });
    const rows = await dataSource.query('SELECT title, updated_at FROM commitments ORDER BY number LIMIT 2');
    expect(rows[0]).toEqual({ title: { sv: 'Ny', en: 'New' }, updated_at: clock.now() });
    expect(rows[1].updated_at).toEqual(new Date('2026-11-22T12:00:00Z'));
  });

  it('belongs to each municipality on its own', async () => {
    const [one, other] = [await makeMunicipality(dataSource), await makeMunicipality(dataSource)];
    expect(await importInto(one.id)).not.toBe(await importInto(other.id));
  });
});

describe('a file that is wrong', () => {
  const withFirst = (changes: object) => {
    const [first, ...others] = file.commitments as object[];
    return { ...file, commitments: [{ ...first, ...changes }, ...others] };
  };
  const rows: [string, object, RegExp][] = [
    [
      'an unknown organisation',
      withFirst({ owners: [{ organisation: 'ingen' }] }),
      /narkotikainsatser.*ingen/,
    ],
    ['an unknown focus area', withFirst({ focusArea: 'kultur' }), /kultur/],
    ['a count without a target', withFirst({ target: undefined }), /commitments\.0\.target/],
    [
      'a period that ends before it begins',
      { ...file, period: { from: '2025-01-01', to: '2024-01-01' } },
      /period/,
    ],
    ['a title in one language', { ...file, title: { sv: 'Löfte' } }, /title\.en/],
  ];
  it.each(rows)('names %s', async (_name, wrong, message) => {
    const { id } = await makeMunicipality(dataSource);
    await expect(importInto(id, wrong)).rejects.toThrow(message);
  });
});

describe('the versions of an imported promise', () => {
  const versionsOf = (promiseId: string) =>
    dataSource.query<{ number: number; content: { title: { sv: string }; commitments: unknown[] } }[]>(
      'SELECT number, content FROM promise_versions WHERE medborgarlofte_id = $1 ORDER BY number',
      [promiseId],
    );

  it('begin with what was imported, once', async () => {
    const { id } = await makeMunicipality(dataSource);
    const promiseId = await importInto(id);
    await importInto(id);
    const versions = await versionsOf(promiseId);
    expect(
      versions.map(({ number, content }) => [number, content.title.sv, content.commitments.length]),
    ).toEqual([[1, 'Medborgarlöfte för Ale', 10]]);
  });

  it('are left alone by a later import once a person has edited the promise', async () => {
    const { id } = await makeMunicipality(dataSource);
    const promiseId = await importInto(id);
    const [account] = await dataSource.query<{ id: string }[]>(
      `INSERT INTO accounts (email, name, password_hash) VALUES ('a@example.org', 'A', '-') RETURNING id`,
    );
    await dataSource.query(
      `INSERT INTO promise_versions (medborgarlofte_id, number, content, note, published_at, published_by)
        SELECT medborgarlofte_id, 2, content, '{"sv": "Nytt", "en": "New"}', now(), $2 FROM promise_versions
        WHERE medborgarlofte_id = $1`,
      [promiseId, account?.id],
    );
    await dataSource.query(`UPDATE medborgarloften SET title = '{"sv": "Vårt", "en": "Ours"}'`);
    expect(await importInto(id)).toBe(promiseId);
    const [row] = await dataSource.query<{ title: { sv: string } }[]>('SELECT title FROM medborgarloften');
    expect(row?.title.sv).toBe('Vårt');
  });
});
