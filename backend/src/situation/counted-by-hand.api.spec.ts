import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { stockholmDate } from '../platform/dates.js';
import { tell, type Told } from './situation.fixture.js';

const quarter = { from: '2026-07-01', to: '2026-09-30' };

describe('the situational picture', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ clock: new TestClock('2026-11-20T12:00:00Z') });
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
    await app.dataSource.query('UPDATE municipalities SET opened_at = $2 WHERE id = $1', [
      ale.id,
      '2024-01-01',
    ]);
  });
  afterAll(() => app.stop());

  /** The same dice at each run. */
  function dice(): () => number {
    let state = 1_440;
    return () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state / 2_147_483_648;
    };
  }

  it('counts as one would by hand, whatever was sent in', async () => {
    const roll = dice();
    const upTo = (count: number): number => Math.floor(roll() * count);
    const moment = (): string => new Date(Date.UTC(2025, 4, 1) + upTo(560 * 24) * 3_600_000).toISOString();
    const [second] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO localities (municipality_id, slug, name, position, population)
       SELECT municipality_id, 'ostra', 'Östra', position, 500 FROM localities WHERE id = $1 RETURNING id`,
      [ale.locality.id],
    );
    const localities = [ale.locality.id, second?.id ?? '', null];
    const proposals = Array.from({ length: 150 }, (): Told => {
      const at = moment();
      return {
        kind: PROPOSAL_KINDS[upTo(3)] ?? 'idea',
        at,
        localityId: localities[upTo(3)] ?? null,
        people: Array.from(
          new Set(Array.from({ length: 1 + upTo(4) }, () => `n${String(upTo(60))}`)),
          (name) => [name, new Date(Date.parse(at) + upTo(60) * 86_400_000).toISOString()],
        ),
        ...(
          [
            {},
            {},
            {},
            { status: 'hidden' },
            { status: 'withdrawn' },
            { held: true },
            { disposed: true },
            { secretFor: ale.office.id },
          ] as const
        )[upTo(8)],
      };
    });
    await tell(app.dataSource, ale, proposals);
    const shown = proposals.filter(
      ({ status, held, disposed, secretFor }) => !status && !held && !disposed && !secretFor,
    );
    const within = (at: string, [from, to]: readonly [string, string]): boolean => {
      const day = stockholmDate(new Date(at));
      return day >= from && day <= to;
    };
    const now = ['2026-07-01', '2026-09-30'] as const;
    const people = (of: readonly Told[], days: readonly [string, string] = now): number =>
      new Set(of.flatMap((each) => each.people.filter(([, at]) => within(at, days)).map(([name]) => name)))
        .size;
    const sent = (of: readonly Told[]): number => of.filter(({ at }) => within(at, now)).length;

    const {
      all,
      kinds,
      months,
      localities: told,
      inNoLocality,
    } = (await officer.api.get<SituationPicture>(`/situation/${ale.slug}`, { query: quarter })).body;
    expect(all).toMatchObject({
      proposals: sent(shown),
      people: people(shown),
      peopleBefore: people(shown, ['2025-07-01', '2025-09-30']),
    });
    expect(kinds).toMatchObject(
      PROPOSAL_KINDS.map((kind) => {
        const own = shown.filter((each) => each.kind === kind);
        const peopleBefore = people(own, ['2025-07-01', '2025-09-30']);
        return { kind, proposals: sent(own), people: people(own), peopleBefore };
      }),
    );
    expect(months).toEqual(
      ['07', '08', '09'].map((month) => {
        const days = (year: string) => [`${year}-${month}-01`, `${year}-${month}-31`] as const;
        const inMonth = shown.filter(({ at }) => within(at, days('2026')));
        return {
          month: `2026-${month}`,
          proposals: inMonth.length,
          people: people(shown, days('2026')),
          peopleBefore: people(shown, days('2025')),
        };
      }),
    );
    for (const [index, slug] of [ale.locality.slug, 'ostra'].entries()) {
      const own = shown.filter(({ localityId }) => localityId === localities[index]);
      expect(told.find((each) => each.slug === slug)).toMatchObject({
        proposals: sent(own),
        people: people(own),
      });
    }
    expect(inNoLocality).toBe(sent(shown.filter(({ localityId }) => localityId === null)));
    expect(all.people).toBeGreaterThan(10);
  });
});
