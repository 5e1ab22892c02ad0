import type { OutsidePicture, SituationPicture } from '@lofteskartan/shared/contracts/situation';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { CompleteByActivityService } from '../proposals/complete-by-activity.service.js';
import { makeActivity, send } from '../proposals/proposal.fixture.js';
import { tell, type Told } from './situation.fixture.js';

const quarter = { from: '2026-07-01', to: '2026-09-30' };
const at = '2026-08-01T10:00Z';
const by = (...names: string[]): [string, string][] => names.map((name) => [name, at]);

describe('the situational picture', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', ale);
  });
  afterAll(() => app.stop());

  const textOf = async (path: string, query: object = quarter): Promise<string> => {
    const { status, body } = await officer.api.get<object>(`/situation/${ale.slug}${path}`, {
      query: { ...query },
    });
    expect(status).toBe(200);
    return JSON.stringify(body);
  };
  const read = async (): Promise<SituationPicture> => JSON.parse(await textOf('')) as SituationPicture;
  const outside = async (): Promise<OutsidePicture> => JSON.parse(await textOf('/outside')) as OutsidePicture;

  const wish: Told = {
    kind: 'speed-check',
    at,
    localityId: null,
    people: by('anna@phone'),
    details: { weekdays: ['mon'], hourBands: ['07-09'], problems: ['moped'], near: [] },
  };
  const six = (told: Told): Told[] => Array.from({ length: 6 }, () => told);

  it('does not tell outside what one person sent in six times, though others speak of other things', async () => {
    const old: Told = {
      kind: 'speed-check',
      at: '2026-05-01T10:00Z',
      people: by('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    };
    await tell(app.dataSource, ale, [
      ...six(wish),
      old,
      ...six({ kind: 'dark-place', at, people: by('bo'), details: { causes: ['stairs'], when: ['night'] } }),
      ...six({ kind: 'idea', at, people: by('a', 'b', 'c', 'd', 'e'), details: { topic: 'leisure' } }),
    ]);
    const { picture } = await outside();
    expect(picture.all.proposals).toBe(18);
    expect(picture.kinds.map(({ kind, people, proposals }) => [kind, people, proposals])).toEqual([
      ['speed-check', 8, null],
      ['dark-place', null, null],
      ['idea', null, null],
    ]);
    const alone = await read();
    expect(alone.kinds.map(({ people, proposals }) => [people, proposals])).toEqual([
      [8, 6],
      [1, 6],
      [5, 6],
    ]);
  });

  it('tells a theme, an hour and a time of darkness when five people are behind it', async () => {
    const dark: Told = {
      kind: 'dark-place',
      at,
      people: [],
      details: { causes: ['stairs'], when: ['night'] },
    };
    await tell(app.dataSource, ale, [
      ...six(wish),
      {
        ...wish,
        people: by('b', 'c', 'd', 'e'),
        details: { ...wish.details, hourBands: ['15-18'], problems: ['speeding'] },
      },
      ...['a', 'b', 'c', 'd', 'e'].flatMap((name) => [
        { ...dark, people: by(name) },
        { ...dark, people: by('x'), details: { causes: ['stop'], when: ['weekend'] } },
        { kind: 'idea', at, people: by(name), details: { topic: 'leisure' } } as const,
      ]),
    ]);
    const { picture } = await outside();
    expect(picture.kinds.map(({ proposals }) => proposals)).toEqual([7, 10, 5]);
    expect(picture.themes.map(({ theme, proposals }) => [theme, proposals])).toEqual([
      ['stairs', 5],
      ['stop', null],
      ['moped', null],
      ['speeding', null],
      ['leisure', 5],
    ]);
    expect(picture.wishTimes.counts.flat().every((count) => count === null)).toBe(true);
    expect(picture.wishTimes).toMatchObject({ told: null, untold: null });
    expect(picture.darkTimes.filter(({ proposals }) => proposals !== null)).toEqual([
      { time: 'night', proposals: 5 },
    ]);
    expect(picture.done.answers.waiting).toBe(22);
  });

  it('does not tell outside how many of one person’s proposals wait', async () => {
    await tell(app.dataSource, ale, six(wish));
    expect((await read()).done.answers.waiting).toBe(6);
    expect((await outside()).picture.done.answers.waiting).toBeNull();
  });

  it('counts an alternative when it is done, not when it is arranged or came to nothing', async () => {
    const [stretch] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO stretches (municipality_id, name, created_at, updated_at) VALUES ($1, 'Göteborgsvägen', now(), now()) RETURNING id`,
      [ale.id],
    );
    const arranged = (kind: string, state: string, from: string, ended: string | null) =>
      app.dataSource.query(
        `INSERT INTO stretch_alternatives (stretch_id, kind, state, responsible, public_text, result_text, arranged_at, ended_at)
         VALUES ($1, $2, $3, 'Kommunen', 'Vi mäter.', $4, $5, $6)`,
        [stretch?.id, kind, state, ended === null ? null : 'Så gick det.', from, ended],
      );
    await arranged('speed-display', 'arranged', '2026-08-01', null);
    await arranged('referral', 'not-done', '2026-08-01', '2026-08-20');
    await arranged('referral', 'done', '2026-08-01', '2026-10-20');
    await arranged('municipal-measurement', 'done', '2026-06-01', '2026-07-20');
    expect((await read()).done.alternatives).toEqual([{ kind: 'municipal-measurement', count: 1 }]);
  });

  it('counts what has no place when somebody spoke of it in the period, as the map counts places', async () => {
    await tell(app.dataSource, ale, [
      { kind: 'idea', at: '2026-05-01T10:00Z', position: null, people: by('a') },
      { kind: 'idea', at: '2026-05-01T10:00Z', position: null, people: [['a', '2026-05-01T10:00Z']] },
      { kind: 'idea', at: '2026-05-01T10:00Z', people: by('a') },
    ]);
    expect(JSON.parse(await textOf('/spots'))).toMatchObject({ places: 1, unplaced: 1 });
  });

  it('tells nothing of a check that was done and waits for its release', async () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const sent = [];
    for (let index = 0; index < 6; index += 1) sent.push(await send(app, ale, 'speed-check'));
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check'] });
    const police = await makeStaff(app, 'police-officer', ale);
    const tellAll = async (): Promise<string[]> =>
      Promise.all(['', '/spots', '/outside'].map((path) => textOf(path, year)));
    const before = await tellAll();
    expect(before[0]).toContain('"waiting":6');
    const proposalIds = sent.map(({ id }) => id);
    const activityId = await makeActivity(app.dataSource, {
      commitment,
      organisationId: ale.police.id,
      accountId: police.staff.accountId,
      occurredOn: '2026-11-20',
      proposalIds,
    });
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).confirmed(manager, {
        activityId,
        proposalIds,
        occurredOn: '2026-11-20',
        embargoed: true,
        actor: police.staff,
        organisationId: ale.police.id,
        publicText: 'Vi har kontrollerat hastigheten.',
        now: app.clock.now(),
      }),
    );
    const [held] = await app.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM proposals WHERE municipality_id = $1 AND status = 'done' AND public_status = 'received'`,
      [ale.id],
    );
    expect(held?.count).toBe(6);
    expect(await tellAll()).toEqual(before);
    await app.dataSource.transaction((manager) =>
      app.get(CompleteByActivityService).released(manager, { activityId, now: app.clock.now() }),
    );
    expect((await tellAll())[0]).toContain('"waiting":0');
  });
});
