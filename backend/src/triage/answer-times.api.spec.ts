import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { TestClock } from '../../test/support/clock.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { addDays, stockholmDate } from '../platform/dates.js';

describe('when answers are due', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let coordinator: TestPerson;

  beforeEach(async () => {
    // A Wednesday.
    app = await startTestApp({ clock: new TestClock('2026-11-18T09:00:00Z') });
    ale = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', ale);
  });
  afterEach(() => app.stop());

  const send = async (kind: ProposalKind) =>
    (await submitProposal(app, { kind, position: ale.center })).reference;
  /** The last day to answer: the moment is the first that no longer belongs to it. */
  const due = async (reference: string) => {
    const [row] = await app.dataSource.query<{ due: Date; shown: Date | null }[]>(
      `SELECT p.answer_due_at AS due, pub.answer_due_at AS shown FROM proposals p
       LEFT JOIN public_proposals pub ON pub.proposal_id = p.id WHERE p.reference = $1`,
      [reference],
    );
    return [row?.due, row?.shown].map((moment) => moment && addDays(stockholmDate(moment), -1));
  };
  const change = async (body: object) => {
    const answer = await coordinator.api.patch(`/municipalities/${ale.slug}/settings`, { body });
    expect(answer.status).toBe(200);
    await app.runJobs();
  };
  const move = async (reference: string, body: object) => {
    const answer = await coordinator.api.post(`/triage/proposals/${reference}/moves`, { body });
    expect(answer.status).toBe(200);
  };
  /** Sessions end in the meantime. */
  const later = async (hours: number) => {
    app.clock.advance({ hours });
    coordinator = await makeStaff(app, 'coordinator', ale);
  };
  const overdue = async () =>
    (await app.api().get<AnswerLedger>('/answers', { query: { municipality: ale.slug } })).body.overdue;

  it('each kind follows its own time, and everyone reads which', async () => {
    await change({ answerWithinDarkPlace: 10 });
    expect(await due(await send('speed-check'))).toEqual(['2026-11-25', '2026-11-25']);
    expect(await due(await send('dark-place'))).toEqual(['2026-12-02', '2026-12-02']);
    const shown = await app.api().get<Municipality>(`/municipalities/${ale.slug}`);
    expect(shown.body).toMatchObject({
      answerWithinWorkingDays: 5,
      answerWithin: { speedCheck: 5, darkPlace: 10, idea: 5 },
    });
    const { body } = await app.api().get<AnswerLedger>('/answers', { query: { municipality: ale.slug } });
    expect(body).toMatchObject({ withinWorkingDays: 10, within: { speedCheck: 5, darkPlace: 10, idea: 5 } });
  });

  it('a new time moves the day of what waits, and is no news', async () => {
    const waits = await send('speed-check');
    const answered = await send('speed-check');
    await move(answered, { to: 'answered', version: 1, publicText: 'Svar' });
    const seen = async () => (await app.api().get<ProposalStory>(`/proposals/${waits}`)).body;
    const before = await seen();
    await later(48);
    await change({ answerWithinWorkingDays: 1 });
    expect(await due(waits)).toEqual(['2026-11-19', '2026-11-19']);
    expect(await due(answered)).toEqual(['2026-11-25', '2026-11-25']);
    expect(await overdue()).toBe(1);
    expect(await seen()).toEqual(before);
    await change({ answerWithinSpeedCheck: 3 });
    expect(await due(waits)).toEqual(['2026-11-23', '2026-11-23']);
    expect(await overdue()).toBe(0);
  });

  it('another kind has another day', async () => {
    await change({ answerWithinDarkPlace: 2 });
    const reference = await send('speed-check');
    const details = { causes: [], when: [] };
    const body = { version: 1, reason: 'Det gäller en lampa', kind: 'dark-place', details };
    const answer = await coordinator.api.post(`/triage/proposals/${reference}/corrections`, { body });
    expect(answer.status).toBe(200);
    expect(await due(reference)).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('what is opened again is due anew; a note that somebody looks at it moves nothing', async () => {
    const reference = await send('speed-check');
    await later(24);
    await move(reference, { to: 'under-review', version: 1, publicText: 'Vi tittar' });
    expect(await due(reference)).toEqual(['2026-11-25', '2026-11-25']);
    await move(reference, { to: 'answered', version: 2, publicText: 'Svar' });
    await move(reference, { to: 'under-review', version: 3, reason: 'Nytt' });
    expect(await due(reference)).toEqual(['2026-11-26', '2026-11-26']);
    await change({ answerWithinWorkingDays: 1 });
    expect(await due(reference)).toEqual(['2026-11-20', '2026-11-20']);
  });
});
