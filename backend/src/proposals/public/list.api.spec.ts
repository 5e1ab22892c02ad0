import type { ProposalPage, PublicProposal } from '@lofteskartan/shared/contracts/proposals';
import {
  LISTED_STATUSES,
  PROPOSAL_KINDS,
  PROPOSAL_SORTS,
  type ProposalSort,
} from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { makeCrowd, makePublicProposal } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';

type Query = Record<string, string | number | readonly (string | number)[] | undefined>;

describe('GET /proposals', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let neighbour: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule });
  });
  afterAll(() => app.stop());

  const page = async (query: Query = {}, language = 'sv'): Promise<ProposalPage> => {
    const headers = { 'Accept-Language': language };
    const { status, body } = await app.api().get<ProposalPage>('/proposals', { query, headers });
    expect([status, status === 200 ? null : body]).toEqual([200, null]);
    return body;
  };
  const all = async (query: Query): Promise<PublicProposal[]> => {
    const items: PublicProposal[] = [];
    let cursor: string | undefined;
    do {
      const next = await page({ limit: 100, ...query, cursor });
      items.push(...next.items);
      cursor = next.nextCursor ?? undefined;
    } while (cursor);
    return items;
  };
  const references = async (query: Query): Promise<string[]> =>
    (await all(query)).map(({ reference }) => reference);

  describe('of a few proposals', () => {
    let commitment: { id: string; slug: string };
    let told: { reference: string };

    beforeAll(async () => {
      await app.empty();
      town = await makeMunicipality(app.dataSource);
      commitment = await makeCommitment(app.dataSource, town);
      told = await makePublicProposal(app.dataSource, town, {
        status: 'committed',
        position: [town.center[0] + 0.0000012, town.center[1]],
        locality: town.locality.slug,
        placeName: 'Gångtunneln vid stationen',
        description: 'Bilarna kör för fort förbi skolorna',
        supportCount: 12,
        commitmentId: commitment.id,
        latestAnswer: { at: '2026-03-05T08:00:00.000Z', status: 'committed', text: 'Med bland platserna.' },
        createdAt: '2026-03-02T10:00:00Z',
      });
      await makePublicProposal(app.dataSource, town, {
        kind: 'idea',
        position: null,
        createdAt: '2026-03-01T10:00:00Z',
      });
      await makePublicProposal(app.dataSource, town, { status: 'duplicate' });
    });

    it('shows what is public, newest first, and no duplicates', async () => {
      const { items, nextCursor } = await page();
      expect(nextCursor).toBeNull();
      expect(items.map(({ kind }) => kind)).toEqual(['speed-check', 'idea']);
      expect(items[0]).toEqual({
        reference: told.reference,
        kind: 'speed-check',
        municipality: town.slug,
        locality: 'centrum',
        status: 'committed',
        position: town.center.map((degrees) => Number(degrees.toFixed(5))),
        placeName: 'Gångtunneln vid stationen',
        description: 'Bilarna kör för fort förbi skolorna',
        details: expect.objectContaining({ postedLimit: 50 }),
        supportCount: 12,
        textEdited: false,
        commitment: { id: commitment.id, slug: commitment.slug, title: 'Åtagandet' },
        responsible: null,
        latestAnswer: { at: '2026-03-05T08:00:00.000Z', status: 'committed', text: 'Med bland platserna.' },
        photos: [],
        doneOn: null,
        createdAt: '2026-03-02T10:00:00.000Z',
        updatedAt: '2026-03-02T10:00:00.000Z',
      });
    });

    it('names a commitment in the reader’s language', async () => {
      expect((await page({}, 'en')).items[0]?.commitment?.title).toBe('Åtagandet (en)');
    });

    it.each([
      ['another form of a word', 'skola', 1],
      ['the beginning of a word', 'gångt', 1],
      ['the beginning of a word after a whole one', 'stationen gångtun', 1],
      ['capitals', 'STATION', 1],
      ['a phrase', '"förbi skolorna"', 1],
      ['a phrase in another order', '"skolorna förbi"', 0],
      ['an exclusion', 'fort -skola', 0],
      ['a word that nobody wrote', 'badplats', 0],
      ['words of which one is missing', 'skola badplats', 0],
      ['only words that say nothing', 'och', 0],
      ['signs that mean something in queries', "skola & | ! ( : * ' \\", 1],
      ['spaces', '  ', 2],
    ])('finds by %s', async (_, q, count) => {
      expect((await page({ q })).items).toHaveLength(count);
    });

    it('finds by the number, in small letters too', async () => {
      expect(await references({ q: told.reference.toLowerCase() })).toEqual([told.reference]);
    });

    it.each([
      ['a limit of 0', { limit: 0 }, 'limit'],
      ['a limit of 101', { limit: 101 }, 'limit'],
      ['a limit in words', { limit: 'ten' }, 'limit'],
      ['a cursor that is nonsense', { cursor: 'nonsense' }, 'cursor'],
      [
        'a cursor of another order',
        {
          sort: 'most-supported',
          cursor: Buffer.from('["2026-01-01T00:00:00Z","00000000-0000-4000-8000-000000000000"]').toString(
            'base64url',
          ),
        },
        'cursor',
      ],
      [
        'a cursor with a date that is none',
        {
          cursor: Buffer.from('["2026-02-30T00:00:00Z","00000000-0000-4000-8000-000000000000"]').toString(
            'base64url',
          ),
        },
        'cursor',
      ],
      [
        'a cursor with SQL in it',
        { cursor: Buffer.from(`["2026-01-01T00:00:00Z","' OR true --"]`).toString('base64url') },
        'cursor',
      ],
      ['a sort that is none', { sort: 'random' }, 'sort'],
      ['a status that is in no list', { status: 'withdrawn' }, 'status[0]'],
      ['a commitment that is no id', { commitment: 'speed' }, 'commitment[0]'],
      ['half a box', { bbox: '12,57' }, 'bbox'],
      ['an unknown filter', { colour: 'red' }, 'colour'],
    ])('refuses %s', async (_, query, field) => {
      const { status, body } = await app.api().get<ProblemBody>('/proposals', { query: query });
      expect([status, body.errors?.map((each) => each.field)]).toEqual([422, [field]]);
    });

    it('has nothing of a municipality that does not exist', async () => {
      expect(await page({ municipality: 'atlantis' })).toEqual({ items: [], nextCursor: null });
    });

    it('counts a west and south edge in, an east and north edge out', async () => {
      const [lng, lat] = [11.25, 56.25];
      const { reference } = await makePublicProposal(app.dataSource, town, { position: [lng, lat] });
      expect(await references({ bbox: [lng, lat, lng + 1, lat + 1].join() })).toContain(reference);
      expect(await references({ bbox: [lng - 1, lat - 1, lng, lat + 1].join() })).not.toContain(reference);
      expect(await references({ bbox: [lng - 1, lat - 1, lng + 1, lat].join() })).not.toContain(reference);
      expect(
        await references({ bbox: [lng + 1e-9, lat, lng + 1, lat + 1].map((edge) => edge.toFixed(9)).join() }),
      ).not.toContain(reference);
    });
  });

  describe('of many proposals', () => {
    let everything: PublicProposal[];

    beforeAll(async () => {
      await app.empty();
      town = await makeMunicipality(app.dataSource);
      neighbour = await makeMunicipality(app.dataSource);
      await makeCrowd(app.dataSource, town, 400);
      await makeCrowd(app.dataSource, neighbour, 100);
      everything = await all({});
    });

    const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
    const orders: Record<ProposalSort, (a: PublicProposal, b: PublicProposal) => number> = {
      newest: (a, b) => byText(b.createdAt, a.createdAt),
      oldest: (a, b) => byText(a.createdAt, b.createdAt),
      'most-supported': (a, b) => b.supportCount - a.supportCount || byText(b.createdAt, a.createdAt),
      // The crowd's answers came 20 days after the proposal.
      'latest-answer': (a, b) =>
        Number(answered.has(b.status)) - Number(answered.has(a.status)) || byText(b.createdAt, a.createdAt),
    };
    const answered = new Set(['done', 'answered', 'declined']);

    it.each(PROPOSAL_SORTS)('pages through everything once, in the order %s', async (sort) => {
      const expected = [...everything].sort(orders[sort]).map(({ createdAt }) => createdAt);
      for (const filters of [{}, { municipality: [town.slug, neighbour.slug] }]) {
        const items = await all({ sort, limit: 37, ...filters });
        expect(new Set(items.map(({ reference }) => reference)).size).toBe(500);
        if (sort === 'newest' || sort === 'oldest')
          expect(items.map(({ createdAt }) => createdAt)).toEqual(expected);
        else
          expect(
            items.map(
              ({ supportCount, status }) =>
                [supportCount, answered.has(status)][sort === 'most-supported' ? 0 : 1],
            ),
          ).toEqual(
            [...everything]
              .sort(orders[sort])
              .map(
                ({ supportCount, status }) =>
                  [supportCount, answered.has(status)][sort === 'most-supported' ? 0 : 1],
              ),
          );
      }
    });

    it('lists what fits every filter, whatever the filters', async () => {
      const anyOf = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)]!;
      const some = <T>(values: readonly T[]): T[] | undefined =>
        Math.random() < 0.5 ? undefined : [anyOf(values), anyOf(values)];
      for (let round = 0; round < 60; round += 1) {
        const municipality = some([town.slug, neighbour.slug, 'atlantis']);
        const kind = some(PROPOSAL_KINDS);
        const status = some(LISTED_STATUSES);
        const locality = some(['centrum', 'utkanten', 'månen']);
        const sort = anyOf(PROPOSAL_SORTS);
        const fits = (each: PublicProposal): boolean =>
          (!municipality || municipality.includes(each.municipality)) &&
          (!kind || kind.includes(each.kind)) &&
          (!status || (status as string[]).includes(each.status)) &&
          (!locality || locality.includes(each.locality!));
        const query = { municipality, kind, status, locality, sort };
        const found = await references(query);
        expect([query, [...found].sort()]).toEqual([
          query,
          everything
            .filter(fits)
            .map(({ reference }) => reference)
            .sort(),
        ]);
      }
    }, 60_000);

    it('neither repeats nor forgets when new ones come in between two pages', async () => {
      const first = await page({ limit: 10 });
      await makePublicProposal(app.dataSource, town, { createdAt: '2027-01-01T00:00:00Z' });
      const second = await page({ limit: 10, cursor: first.nextCursor! });
      const expected = [...everything]
        .sort(orders.newest)
        .slice(0, 20)
        .map(({ reference }) => reference);
      expect([...first.items, ...second.items].map(({ reference }) => reference)).toEqual(expected);
    });
  });
});
