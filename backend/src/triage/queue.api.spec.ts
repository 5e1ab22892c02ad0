import type { TriageItem, TriagePage } from '@lofteskartan/shared/contracts/triage';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeCommitment } from '../../test/support/promise.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { northOf, submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

type Query = Record<string, string | number | readonly (string | number)[] | undefined>;

describe('GET /triage/proposals', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let officer: TestPerson;
  let officerOfBoth: TestPerson;
  let caseOfficer: TestPerson;
  let foreigner: TestPerson;
  let commitment: string;
  /** What was sent in to Ale, by a word for each. */
  const sent: Record<string, string> = {};

  const list = async (by: TestPerson, query: Query = {}) =>
    (await by.api.get<TriagePage>('/triage/proposals', { query })).body;
  const words = ({ items }: TriagePage) =>
    items
      .map(({ reference }) => Object.keys(sent).find((word) => sent[word] === reference) ?? reference)
      .sort();
  const move = async (by: TestPerson, word: string, body: object) => {
    const answer = await by.api.post(`/triage/proposals/${sent[word]}/moves`, { body });
    expect(answer.status).toBe(200);
  };

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'police-officer', ale);
    officerOfBoth = await makeStaff(app, 'police-officer', ale, kungalv);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    foreigner = await makeStaff(app, 'case-officer', kungalv);
    commitment = (await makeCommitment(app.dataSource, ale, { acceptsKinds: PROPOSAL_KINDS })).id;
    const send = async (word: string, given: Parameters<typeof submitProposal>[1]) => {
      app.clock.advance({ minutes: 1 });
      sent[word] = (await submitProposal(app, given)).reference;
    };
    await send('speeding', {
      kind: 'speed-check',
      position: ale.center,
      description: 'Bilar kör fort vid skolorna',
    });
    await send('planned', { kind: 'speed-check', position: northOf(ale.center, 400) });
    await send('committed', { kind: 'speed-check', position: northOf(ale.center, 800) });
    await send('dark', {
      kind: 'dark-place',
      position: northOf(ale.center, 1200),
      details: { lampNumber: 'L-4711' },
    });
    await send('idea', {
      kind: 'idea',
      municipality: ale.slug,
      placeName: 'Bakom Folkets hus',
      description: 'Ring mig på 070-123 45 67',
    });
    await send('edge', { kind: 'dark-place', position: [ale.center[0], ale.bbox[3] + 0.001] });
    await send('hidden', {
      kind: 'idea',
      municipality: ale.slug,
      placeName: 'Någonstans',
      description: 'Reklam',
    });
    await submitProposal(app, { kind: 'speed-check', position: kungalv.center });
    await move(caseOfficer, 'planned', { to: 'committed', version: 1, commitmentId: commitment });
    await move(caseOfficer, 'committed', { to: 'committed', version: 1, commitmentId: commitment });
    await move(caseOfficer, 'hidden', { to: 'hidden', version: 1 });
    await move(officer, 'planned', { to: 'planned', version: 2 });
  });
  afterAll(() => app.stop());

  it('shows staff what was sent, exactly', async () => {
    const { items } = await list(caseOfficer, { q: sent.idea });
    expect(items).toMatchObject([
      {
        kind: 'idea',
        status: 'received',
        municipality: ale.slug,
        position: null,
        placement: 'unplaced',
        placeName: 'Bakom Folkets hus',
        description: 'Ring mig på 070-123 45 67',
        publication: 'pending',
        personalDataCount: 1,
        photosPending: 0,
        supportCount: 1,
        commitment: null,
        version: 1,
      },
    ]);
    const [dark] = (await list(caseOfficer, { q: sent.dark })).items;
    expect(dark?.position).toEqual(northOf(ale.center, 1200));
    expect(dark?.details).toMatchObject({ lampNumber: 'L-4711' });
  });

  const scopes: [string, () => TestPerson, () => Query, () => number][] = [
    ['a case officer sees their own municipality', () => caseOfficer, () => ({}), () => 7],
    [
      'and its neighbour not, by name either',
      () => caseOfficer,
      () => ({ municipality: kungalv.slug }),
      () => 0,
    ],
    ['nor one that is not there', () => caseOfficer, () => ({ municipality: 'atlantis' }), () => 0],
    ['an officer of both sees both', () => officerOfBoth, () => ({}), () => 8],
    ['or the one asked for', () => officerOfBoth, () => ({ municipality: kungalv.slug }), () => 1],
    ['the neighbour’s case officer sees theirs', () => foreigner, () => ({}), () => 1],
    [
      'even when asking for ours',
      () => foreigner,
      () => ({ municipality: [ale.slug, kungalv.slug] }),
      () => 1,
    ],
  ];
  it.each(scopes)('%s', async (_what, by, query, count) => {
    const page = await list(by(), query());
    expect([page.items.length, page.total]).toEqual([count(), count()]);
  });

  const filters: [string, () => Query, string[]][] = [
    ['a kind', () => ({ kind: 'idea' }), ['hidden', 'idea']],
    ['kinds are alternatives', () => ({ kind: ['idea', 'dark-place'] }), ['dark', 'edge', 'hidden', 'idea']],
    ['a status', () => ({ status: 'received' }), ['dark', 'edge', 'idea', 'speeding']],
    [
      'statuses are alternatives',
      () => ({ status: ['hidden', 'committed'] }),
      ['committed', 'hidden', 'planned'],
    ],
    ['kind and status narrow', () => ({ kind: 'idea', status: 'received' }), ['idea']],
    ['a commitment', () => ({ commitment }), ['committed', 'planned']],
    ['a locality', () => ({ locality: 'centrum' }), ['committed', 'dark', 'edge', 'planned', 'speeding']],
    ['another locality', () => ({ locality: 'atlantis' }), []],
    [
      'words that wait for a human, of proposals that are handled',
      () => ({ publication: 'pending' }),
      ['idea', 'speeding'],
    ],
    [
      'words that wait, of hidden ones when asked for',
      () => ({ publication: 'pending', status: 'hidden' }),
      ['hidden'],
    ],
    ['nothing to read', () => ({ publication: 'none' }), ['committed', 'dark', 'edge', 'planned']],
    ['without a position', () => ({ placement: 'unplaced' }), ['idea']],
    ['just outside the outline', () => ({ placement: 'near-outline' }), ['edge']],
    ['another form of a word that is not public', () => ({ q: 'skola' }), ['speeding']],
    ['a word of the place', () => ({ q: 'folkets' }), ['idea']],
    ['a word of nobody', () => ({ q: 'xyzzy' }), []],
    ['a number', () => ({ q: ` ${sent.dark?.toLowerCase()} ` }), ['dark']],
    ['half a search', () => ({ q: '" -' }), []],
    [
      'a box',
      () => ({ bbox: [ale.bbox[0], ale.center[1] - 0.001, ale.bbox[2], ale.center[1] + 0.001].join() }),
      ['speeding'],
    ],
    [
      'a box that ends at a position does not hold it',
      () => ({ bbox: [ale.bbox[0], ale.bbox[1], ale.bbox[2], ale.center[1]].join() }),
      [],
    ],
    [
      'a box that begins at it does',
      () => ({ bbox: [...ale.center, ale.bbox[2], ale.center[1] + 0.001].join() }),
      ['speeding'],
    ],
  ];
  it.each(filters)('filters by %s', async (_what, query, expected) => {
    const page = await list(caseOfficer, { limit: 100, ...query() });
    expect(words(page)).toEqual(expected);
    expect(page.total).toBe(expected.length);
  });

  const unfit: [string, Query][] = [
    ['limit 0', { limit: 0 }],
    ['limit 101', { limit: 101 }],
    ['an unknown kind', { kind: 'bus-stop' }],
    ['an unknown status', { status: 'open' }],
    ['an unknown filter', { colour: 'red' }],
    ['a cursor of another list', { cursor: Buffer.from('["a"]').toString('base64url') }],
    ['a box of three numbers', { bbox: '1,2,3' }],
    ['a commitment that is no id', { commitment: 'x' }],
  ];
  it.each(unfit)('refuses %s', async (_what, query) => {
    expect((await caseOfficer.api.get('/triage/proposals', { query })).status).toBe(422);
  });

  describe('what the police plan', () => {
    const statusOf = async (by: TestPerson, word: string) =>
      (await list(by, { q: sent[word] })).items.map(({ status }) => status);

    it('reads as planned to the police alone', async () => {
      expect(await statusOf(officer, 'planned')).toEqual(['planned']);
      expect(await statusOf(officerOfBoth, 'planned')).toEqual(['planned']);
      expect(await statusOf(caseOfficer, 'planned')).toEqual(['committed']);
      expect(await statusOf(await makeStaff(app, 'coordinator', ale), 'planned')).toEqual(['committed']);
    });

    const asked: [string, () => TestPerson, string | string[], string[]][] = [
      ['the police find it among the planned', () => officer, 'planned', ['planned']],
      ['and not among the committed', () => officer, 'committed', ['committed']],
      ['and once among both', () => officer, ['planned', 'committed'], ['committed', 'planned']],
      ['others find nothing planned', () => caseOfficer, 'planned', []],
      ['but both committed', () => caseOfficer, 'committed', ['committed', 'planned']],
      ['who is police elsewhere is not police here', () => foreigner, 'planned', []],
    ];
    it.each(asked)('%s', async (_what, by, status, expected) => {
      const page = await list(by(), { status });
      expect(words(page)).toEqual(expected);
      expect(page.total).toBe(expected.length);
    });

    it('leaves no trace in a row that others read', async () => {
      const [planned] = (await list(caseOfficer, { q: sent.planned })).items;
      const [committed] = (await list(caseOfficer, { q: sent.committed })).items;
      expect(planned?.version).toBe(committed?.version);
      expect(planned?.updatedAt).toBe(committed?.updatedAt);
    });

    it('somebody who is police in one municipality and case officer in another knows plans of the first alone', async () => {
      const mixed = await makeStaff(app, 'police-officer', kungalv);
      await app.dataSource.query(
        `INSERT INTO memberships (account_id, organisation_id, municipality_id, role) VALUES ($1, $2, $3, 'case-officer')`,
        [mixed.staff.accountId, ale.office.id, ale.id],
      );
      expect(await statusOf(mixed, 'planned')).toEqual(['committed']);
      expect((await list(mixed, { status: 'planned' })).total).toBe(0);
    });
  });

  describe('pages', () => {
    const walk = async (by: TestPerson, query: Query, between?: () => Promise<unknown>) => {
      const items: TriageItem[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await list(by, { ...query, limit: 2, cursor });
        expect(page.items.length).toBeLessThanOrEqual(2);
        items.push(...page.items);
        if (page.nextCursor === null) return items;
        cursor = page.nextCursor;
        await between?.();
      }
    };
    const orders: [string, Query][] = [
      ['newest', {}],
      ['newest', { sort: 'newest', status: ['received', 'committed', 'hidden'] }],
      ['oldest', { sort: 'oldest' }],
      ['oldest', { sort: 'oldest', status: ['received', 'planned'] }],
    ];
    it.each(orders)('%s first, over both municipalities: %j', async (order, query) => {
      const items = await walk(officerOfBoth, query);
      const times = items.map(({ createdAt }) => createdAt);
      expect(times).toEqual(order === 'newest' ? [...times].sort().reverse() : [...times].sort());
      expect(new Set(items.map(({ reference }) => reference)).size).toBe(items.length);
      expect(items.length).toBe((await list(officerOfBoth, query)).total);
    });

    it('most supported first, then what the public does not see', async () => {
      for (const [word, devices] of [
        ['dark', 3],
        ['speeding', 1],
      ] as const) {
        for (let i = 0; i < devices; i += 1) {
          await app.api().post(`/proposals/${sent[word]}/support`, { key: true });
        }
      }
      const items = await walk(caseOfficer, { sort: 'most-supported' });
      expect(items.map(({ supportCount }) => supportCount)).toEqual([4, 2, 1, 1, 1, 1, 1]);
      expect(items.slice(0, 2).map(({ reference }) => reference)).toEqual([sent.dark, sent.speeding]);
      expect(items.slice(5).map(({ reference }) => reference)).toEqual([sent.hidden, sent.idea]);
      expect(new Set(items.map(({ reference }) => reference)).size).toBe(7);
    });

    it('stay as they are while new ones come in', async () => {
      const before = (await list(caseOfficer, { limit: 100 })).items.map(({ reference }) => reference);
      const items = await walk(caseOfficer, {}, () => {
        app.clock.advance({ minutes: 1 });
        return submitProposal(app, { kind: 'speed-check', position: ale.center });
      });
      expect(items.map(({ reference }) => reference)).toEqual(before);
    });

    it('go on among those that came at the same moment', async () => {
      const own = await makeMunicipality(app.dataSource);
      const reader = await makeStaff(app, 'coordinator', own);
      for (let i = 0; i < 5; i += 1) await submitProposal(app, { kind: 'speed-check', position: own.center });
      for (const sort of ['newest', 'oldest', 'most-supported']) {
        const items = await walk(reader, { sort });
        expect(new Set(items.map(({ reference }) => reference)).size).toBe(5);
      }
    });
  });
});
