import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { ReportReceipt } from '@lofteskartan/shared/contracts/reports';
import type { WorkSummaryPage } from '@lofteskartan/shared/contracts/staff';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('reports', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let caseOfficer: TestPerson;
  let foreigner: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    const kungalv = await makeMunicipality(app.dataSource);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    foreigner = await makeStaff(app, 'case-officer', kungalv);
  });
  afterAll(() => app.stop());

  const check = async (description = 'Alla kör för fort') => {
    app.clock.advance({ minutes: 1 });
    return (await submitProposal(app, { kind: 'speed-check', position: ale.center, description })).reference;
  };
  const report = (reference: string, body: object = { reason: 'hateful' }, key: string | true = true) =>
    app.api().post<ReportReceipt & ProblemBody>(`/proposals/${reference}/reports`, { body, key });
  const open = async (reference: string) =>
    (await caseOfficer.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const close = async (reference: string, body: object, by = caseOfficer) => {
    const { version, reports } = await open(reference);
    const ids = reports.filter(({ closing }) => !closing).map(({ id }) => id);
    return by.api.post<TriageProposal & ProblemBody>(`/triage/proposals/${reference}/report-closings`, {
      body: { version, reports: ids, outcome: 'kept', note: 'Läst', ...body },
    });
  };
  const queue = async (query: Record<string, string | number> = {}) =>
    (await caseOfficer.api.get<TriagePage>('/triage/proposals', { query })).body;
  const references = ({ items }: TriagePage) => items.map(({ reference }) => reference);
  const story = (reference: string) => app.api().get<ProposalStory>(`/proposals/${reference}`);

  it('anyone sends one; staff read it, and the public learns nothing', async () => {
    const reference = await check();
    const before = (await story(reference)).body;
    const { status, body } = await report(reference.toLowerCase(), { reason: 'other', text: ' Min granne ' });
    expect([status, body]).toEqual([201, { reference, createdAt: app.clock.now().toISOString() }]);
    expect((await story(reference)).body).toEqual(before);
    const seen = await open(reference);
    expect(seen).toMatchObject({
      openReports: 1,
      version: 1,
      reports: [{ reason: 'other', text: 'Min granne', closing: null }],
    });
    expect(seen.events.at(-1)).toMatchObject({ type: 'reported', reason: 'other', actor: null });
    expect(app.log.text()).not.toContain('Min granne');
  });

  it('a repeat with the same key is one report', async () => {
    const reference = await check();
    await report(reference, { reason: 'hateful' }, 'samma-anmalan');
    await report(reference, { reason: 'hateful' }, 'samma-anmalan');
    expect((await open(reference)).openReports).toBe(1);
  });

  it('what is not public cannot be reported, and a reason must be one of the list', async () => {
    const idea = await submitProposal(app, { kind: 'idea', municipality: ale.slug, placeName: 'Torget' });
    for (const reference of [idea.reference, 'ALE-22222'])
      expect((await report(reference)).body.code).toBe('proposal.notFound');
    const reference = await check();
    for (const body of [{}, { reason: 'boring' }, { reason: 'other', text: ' ' }])
      expect((await report(reference, body)).status).toBe(422);
    expect(
      (await app.api().post(`/proposals/${reference}/reports`, { body: { reason: 'other' } })).status,
    ).toBe(428);
  });

  it('tops the queue in every order, page by page, until it is closed', async () => {
    const [first, second, third] = [await check(), await check(), await check()];
    expect(references(await queue())).toEqual([third, second, first]);
    await report(first);
    expect(references(await queue())).toEqual([first, third, second]);
    expect(references(await queue({ sort: 'oldest' }))).toEqual([first, second, third]);
    expect(references(await queue({ sort: 'most-supported' }))[0]).toBe(first);
    await report(third);
    expect(references(await queue({ sort: 'oldest' }))).toEqual([third, first, second]);
    const pages = [];
    let cursor = '';
    do {
      const page = await queue({ limit: 1, ...(cursor ? { cursor } : {}) });
      pages.push(...references(page));
      expect(page.total).toBe(3);
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(pages).toEqual([third, first, second]);
    expect(references(await queue({ report: 'open' }))).toEqual([third, first]);
    expect((await queue({ report: 'open' })).total).toBe(2);
    expect(references(await queue({ report: 'open', kind: 'idea' }))).toEqual([]);
    await close(third, {});
    expect(references(await queue({ report: 'closed' }))).toEqual([third]);
    expect(references(await queue())).toEqual([first, third, second]);
  });

  it('is counted in the work summary, each proposal once', async () => {
    const reference = await check();
    const reported = async () =>
      (await caseOfficer.api.get<WorkSummaryPage>('/triage/summary')).body.items[0]?.reported;
    expect(await reported()).toBe(0);
    await report(reference);
    await report(reference, { reason: 'not-true' });
    expect(await reported()).toBe(1);
    await close(reference, {});
    expect(await reported()).toBe(0);
  });

  it('is closed with a note that stands in the history; what came in since stays open', async () => {
    const reference = await check();
    await report(reference);
    const { version, reports } = await open(reference);
    await report(reference, { reason: 'not-true' });
    const answer = await caseOfficer.api.post<TriageProposal>(
      `/triage/proposals/${reference}/report-closings`,
      { body: { version, reports: reports.map(({ id }) => id), outcome: 'kept', note: 'Inget fel' } },
    );
    expect(answer.body).toMatchObject({ openReports: 1, version, publicNow: true });
    expect(answer.body.reports.map(({ reason, closing }) => [reason, closing?.outcome, closing?.by])).toEqual(
      [
        ['not-true', undefined, undefined],
        ['hateful', 'kept', caseOfficer.staff.name],
      ],
    );
    expect(answer.body.events.at(-1)).toMatchObject({
      type: 'report-closed',
      reason: 'Inget fel',
      actor: caseOfficer.staff.name,
    });
    const again = await caseOfficer.api.post<ProblemBody>(`/triage/proposals/${reference}/report-closings`, {
      body: { version, reports: reports.map(({ id }) => id), outcome: 'kept', note: 'En gång till' },
    });
    expect([again.status, again.body.code]).toEqual([409, 'report.closed']);
  });

  it('may hide the proposal, or only its words', async () => {
    const [hidden, silent] = [await check(), await check('Min granne heter Kalle')];
    await caseOfficer.api.post(`/triage/proposals/${silent}/publication`, { body: { text: 'release' } });
    await report(hidden);
    await report(silent);
    expect((await close(hidden, { outcome: 'hidden' })).body).toMatchObject({
      status: 'hidden',
      openReports: 0,
    });
    expect((await story(hidden)).status).toBe(404);
    expect((await story(silent)).body.description).toContain('Kalle');
    expect((await close(silent, { outcome: 'kept-back' })).body.publication).toBe('kept-back');
    expect((await story(silent)).body.description).toBeNull();
  });

  it('hides nothing from a status that cannot be hidden, and changes nothing by a stale version', async () => {
    const reference = await check();
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: PROPOSAL_KINDS });
    await report(reference);
    const stale = await close(reference, { outcome: 'hidden', version: 7 });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.stale']);
    await caseOfficer.api.post(`/triage/proposals/${reference}/moves`, {
      body: { to: 'committed', version: 1, commitmentId: commitment.id },
    });
    await caseOfficer.api.post(`/triage/proposals/${reference}/moves`, {
      body: { to: 'answered', version: 2, publicText: 'Svar' },
    });
    const refused = await close(reference, { outcome: 'hidden' });
    expect([refused.status, refused.body.code]).toEqual([409, 'move.notAllowed']);
    expect((await open(reference)).openReports).toBe(1);
  });

  it('of another municipality is not there', async () => {
    const reference = await check();
    await report(reference);
    expect((await close(reference, {}, foreigner)).status).toBe(404);
    expect((await open(reference)).openReports).toBe(1);
  });
});
