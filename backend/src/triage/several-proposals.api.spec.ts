import type { AssigneesPage } from '@lofteskartan/shared/contracts/assignments';
import type { ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import type { OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { ProposalResponsibility } from '@lofteskartan/shared/contracts/referrals';
import type { TriagePage, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import type { Api, ProblemBody } from '../../test/support/api.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeCommitment } from '../../test/support/promise.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';

describe('what is done to several proposals at once', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let caseOfficer: TestPerson;
  let colleague: TestPerson;
  let officer: TestPerson;
  let foreigner: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    caseOfficer = await makeStaff(app, 'case-officer', ale);
    colleague = await makeStaff(app, 'case-officer', ale);
    officer = await makeStaff(app, 'police-officer', ale);
    foreigner = await makeStaff(app, 'case-officer', kungalv);
  });
  afterAll(() => app.stop());

  const send = async (where = ale) =>
    (await submitProposal(app, { kind: 'speed-check', position: where.center })).reference;
  const read = async (by: TestPerson, reference: string) =>
    (await by.api.get<TriageProposal>(`/triage/proposals/${reference}`)).body;
  const chosen = (...references: string[]) => references.map((reference) => ({ reference, version: 1 }));
  const moveAll = (by: TestPerson, body: object, key: true | string = true) =>
    by.api.post<OutcomeOfSeveral & ProblemBody>('/triage/moves', { key, body });
  const assign = (by: TestPerson, body: object, key: true | string = true) =>
    by.api.post<OutcomeOfSeveral & ProblemBody>('/triage/assignments', { key, body });
  const list = async ({ api }: { api: Api }, query: Record<string, string | string[]>) =>
    (await api.get<TriagePage>('/triage/proposals', { query })).body.items.map(({ reference }) => reference);
  const events = async (by: TestPerson, reference: string) =>
    (await read(by, reference)).events.map(({ type }) => type);

  describe('moves', () => {
    const answer = { to: 'answered', publicText: 'Vägen byggs om i höst.' };

    it('each is moved by the rules of one; what is refused says why and stays as it was', async () => {
      const [fine, stale, ended, foreign] = [await send(), await send(), await send(), await send(kungalv)];
      await caseOfficer.api.post(`/triage/proposals/${ended}/moves`, { body: { ...answer, version: 1 } });
      const { status, body } = await moveAll(caseOfficer, {
        ...answer,
        proposals: [
          { reference: fine, version: 1 },
          { reference: stale, version: 7 },
          { reference: ended, version: 2 },
          { reference: foreign, version: 1 },
          { reference: 'ALE-22222', version: 1 },
        ],
      });
      expect(status).toBe(200);
      expect(body.done).toBe(1);
      expect(body.items.map(({ reference, done, code }) => [reference, done, code])).toEqual([
        [fine, true, null],
        [stale, false, 'version.stale'],
        [ended, false, 'move.notAllowed'],
        [foreign, false, 'not.found'],
        ['ALE-22222', false, 'not.found'],
      ]);
      expect(body.items.slice(1).every(({ message }) => (message ?? '').length > 10)).toBe(true);
      const story = (await app.api().get<ProposalStory>(`/proposals/${fine}`)).body;
      expect(story.events.at(-1)).toMatchObject({ status: 'answered', text: answer.publicText });
      expect(await read(caseOfficer, stale)).toMatchObject({ status: 'received', version: 1 });
      expect(await read(foreigner, foreign)).toMatchObject({ status: 'received', version: 1 });
      expect(await events(caseOfficer, stale)).toEqual(['received']);
    });

    it('fields that lack are told at each, and nothing is moved', async () => {
      const [first, second] = [await send(), await send()];
      const { body } = await moveAll(caseOfficer, { to: 'declined', proposals: chosen(first, second) });
      expect(body.done).toBe(0);
      for (const item of body.items) {
        expect(item.code).toBe('input.invalid');
        expect(item.errors.map(({ field }) => field).sort()).toEqual(['publicText', 'reason']);
      }
      expect(await read(caseOfficer, first)).toMatchObject({ status: 'received', version: 1 });
    });

    it('words of one’s own stand at a proposal in place of those for all', async () => {
      const [first, second] = [await send(), await send()];
      const [own, common] = [`Tack för ${first}. Vägen byggs om.`, answer.publicText];
      await moveAll(caseOfficer, {
        ...answer,
        proposals: [{ reference: first, version: 1, publicText: own }, ...chosen(second)],
      });
      const told = async (reference: string) =>
        (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body.events.at(-1)?.text;
      expect([await told(first), await told(second)]).toEqual([own, common]);
    });

    it('a hundred with long words of their own are taken', async () => {
      const reference = await send();
      const proposals = manyOf(99).map((each) => ({ ...each, publicText: 'å'.repeat(1900) }));
      const { status, body } = await moveAll(caseOfficer, {
        ...answer,
        proposals: [{ reference, version: 1 }, ...proposals],
      });
      expect([status, body.done]).toEqual([200, 1]);
    });

    it('are referred to a body of the register, which each of them then has; that of another municipality is refused', async () => {
      const [first, second, third] = [await send(), await send(), await send()];
      const keeper = await makeStaff(app, 'coordinator', ale);
      const registered = await keeper.api.post<ResponsibleBody>(`/municipalities/${ale.slug}/bodies`, {
        key: true,
        body: {
          kind: 'road-association',
          name: 'Norra vägföreningen',
          roads: [],
          lamps: false,
          active: true,
        },
      });
      const refer = { to: 'referred', publicText: 'Vägföreningen har frågan.', bodyId: registered.body.id };
      const { body } = await moveAll(caseOfficer, {
        ...refer,
        asked: 'Titta på belysningen.',
        proposals: chosen(first, second),
      });
      expect(body.done).toBe(2);
      for (const reference of [first, second]) {
        const { referrals } = (
          await caseOfficer.api.get<ProposalResponsibility>(`/triage/proposals/${reference}/responsibility`)
        ).body;
        expect(referrals).toMatchObject([{ body: 'Norra vägföreningen', asked: 'Titta på belysningen.' }]);
      }
      const foreign = await send(kungalv);
      const refused = await moveAll(foreigner, { ...refer, proposals: chosen(foreign) });
      expect(refused.body.items).toMatchObject([{ done: false, errors: [{ field: 'bodyId' }] }]);
      const without = await moveAll(caseOfficer, { ...refer, bodyId: undefined, proposals: chosen(third) });
      expect(without.body.items[0]?.errors.map(({ field }) => field)).toContain('responsible');
    });

    it('a repeat answers the same and moves nothing twice, also when it died in the middle', async () => {
      const [first, second] = [await send(), await send()];
      const body = { ...answer, proposals: chosen(first, second) };
      const key = 'samma-nyckel-igen';
      const before = await moveAll(caseOfficer, body, key);
      // As if the answer for the second had never been kept: each has a transaction of its own, the second the last.
      await app.dataSource.query(
        `DELETE FROM idempotency_keys
         WHERE key_hash = (SELECT key_hash FROM idempotency_keys ORDER BY xmin::text::bigint DESC LIMIT 1)`,
      );
      const again = await moveAll(caseOfficer, body, key);
      expect(again.body.items[0]).toEqual(before.body.items[0]);
      expect(again.body.items[1]).toMatchObject({ reference: second, done: false, code: 'version.stale' });
      expect((await moveAll(caseOfficer, body, key)).body).toEqual(again.body);
      expect(await events(caseOfficer, first)).toEqual(['received', 'moved']);
      expect(await events(caseOfficer, second)).toEqual(['received', 'moved']);
    });

    it('parallel repeats are one', async () => {
      const references = [await send(), await send(), await send()];
      const body = { ...answer, proposals: chosen(...references) };
      const answers = await Promise.all([1, 2, 3].map(() => moveAll(caseOfficer, body, 'en-enda-nyckel')));
      for (const each of answers) expect(each.body).toMatchObject({ done: 3 });
      for (const reference of references)
        expect(await events(caseOfficer, reference)).toEqual(['received', 'moved']);
    });

    it('the same key for something else is refused before anything is done', async () => {
      const [first, other] = [await send(), await send()];
      const key = 'en-nyckel-till';
      await moveAll(caseOfficer, { ...answer, proposals: chosen(first) }, key);
      const reused = await moveAll(caseOfficer, { ...answer, proposals: chosen(other) }, key);
      expect(reused.body.code).toBe('idempotency.reused');
      expect(await read(caseOfficer, other)).toMatchObject({ status: 'received' });
      // Another person's key is another key.
      const theirs = await moveAll(colleague, { ...answer, proposals: chosen(other) }, key);
      expect(theirs.body.done).toBe(1);
    });

    it('what the police plan stays hidden: who is not police moves it as any committed one', async () => {
      const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check'] });
      const [planned, committed] = [await send(), await send()];
      const commit = { to: 'committed', commitmentId: commitment.id };
      await moveAll(caseOfficer, { ...commit, proposals: chosen(planned, committed) });
      await officer.api.post(`/triage/proposals/${planned}/moves`, { body: { to: 'planned', version: 2 } });
      const { body } = await moveAll(caseOfficer, {
        ...commit,
        proposals: [planned, committed].map((reference) => ({ reference, version: 2 })),
      });
      const [one, two] = body.items;
      expect([one?.done, one?.code, one?.message]).toEqual([two?.done, two?.code, two?.message]);
    });

    it.each<[string, (reference: string) => object]>([
      ['none', () => ({ ...answer, proposals: [] })],
      ['more than a hundred', () => ({ ...answer, proposals: manyOf(101) })],
      ['one twice', (one) => ({ ...answer, proposals: chosen(one, one) })],
      ['without the version that was read', (one) => ({ ...answer, proposals: [{ reference: one }] })],
      ['a plan', (one) => ({ to: 'planned', proposals: chosen(one) })],
      ['gathering', (one) => ({ to: 'duplicate', duplicateOf: one, proposals: chosen(one) })],
      ['by no one', () => ({ ...answer, proposals: null })],
    ])('refuses %s', async (_what, body) => {
      expect((await moveAll(caseOfficer, body(await send()))).status).toBe(422);
    });
  });

  describe('assignments', () => {
    it('to oneself, a colleague, an organisation and nobody; the history says who did', async () => {
      const reference = await send();
      const steps: [object, object | null][] = [
        [
          { accountId: caseOfficer.staff.accountId },
          { name: caseOfficer.staff.name, organisation: ale.office.slug, active: true },
        ],
        [{ accountId: officer.staff.accountId }, { name: officer.staff.name, organisation: ale.police.slug }],
        [{ organisation: ale.police.slug }, { accountId: null, name: null, organisation: ale.police.slug }],
        [{}, null],
      ];
      for (const [index, [to, assignee]] of steps.entries()) {
        const proposals = [{ reference, version: index + 1 }];
        const { body } = await assign(caseOfficer, { ...to, proposals });
        expect(body.items).toMatchObject([{ reference, done: true, version: index + 2 }]);
        const now = await read(colleague, reference);
        if (assignee) expect(now.assignee).toMatchObject(assignee);
        else expect(now.assignee).toBeNull();
      }
      const { events: told } = await read(colleague, reference);
      expect(told.map(({ type }) => type)).toEqual(['received', ...steps.map(() => 'assigned')]);
      expect(told[2]).toMatchObject({
        actor: caseOfficer.staff.name,
        changes: {
          before: { name: caseOfficer.staff.name },
          after: { name: officer.staff.name },
        },
      });
    });

    it('the public and the sender notice nothing', async () => {
      const { reference, followToken } = await submitProposal(app, {
        kind: 'speed-check',
        position: ale.center,
      });
      const seen = async () => [
        (await app.api().get(`/proposals/${reference}`)).body,
        (await app.api().get('/follow', { followToken })).body,
      ];
      const before = await seen();
      app.clock.advance({ minutes: 5 });
      await assign(caseOfficer, {
        accountId: colleague.staff.accountId,
        proposals: chosen(reference),
      });
      expect(await seen()).toEqual(before);
    });

    it('not to whom does not handle proposals here', async () => {
      const closed = await makeStaff(app, 'case-officer', ale);
      await app.dataSource.query('UPDATE accounts SET active = false WHERE id = $1', [
        closed.staff.accountId,
      ]);
      const admin = await makeStaff(app, 'admin', ale);
      const reference = await send();
      for (const to of [
        { accountId: closed.staff.accountId },
        { accountId: foreigner.staff.accountId },
        { accountId: admin.staff.accountId },
        { organisation: kungalv.office.slug },
        { organisation: 'ingen-sadan' },
      ]) {
        const { body } = await assign(caseOfficer, { ...to, proposals: chosen(reference) });
        expect(body.items.map(({ code }) => code)).toEqual(['assignee.unavailable']);
      }
      expect(await read(caseOfficer, reference)).toMatchObject({ assignee: null, version: 1 });
      const { body } = await caseOfficer.api.get<AssigneesPage>('/triage/assignees');
      expect(body.items.map(({ municipality }) => municipality)).toEqual([ale.slug]);
      const names = body.items.flatMap(({ colleagues }) => colleagues.map(({ name }) => name));
      expect(names.sort()).toEqual([caseOfficer, colleague, officer].map(({ staff }) => staff.name).sort());
    });

    it('a closed account keeps what it had, and is told to be closed', async () => {
      const reference = await send();
      await assign(caseOfficer, { accountId: colleague.staff.accountId, proposals: chosen(reference) });
      await app.dataSource.query('UPDATE accounts SET active = false WHERE id = $1', [
        colleague.staff.accountId,
      ]);
      expect((await read(caseOfficer, reference)).assignee).toMatchObject({ active: false });
    });

    it('who has read an older version does not take it from a colleague', async () => {
      const reference = await send();
      await assign(colleague, { accountId: colleague.staff.accountId, proposals: chosen(reference) });
      const { body } = await assign(caseOfficer, {
        accountId: caseOfficer.staff.accountId,
        proposals: chosen(reference),
      });
      expect(body.items).toMatchObject([{ done: false, code: 'version.stale' }]);
      expect((await read(caseOfficer, reference)).assignee?.name).toBe(colleague.staff.name);
    });

    it('the queue finds what is in whose hands', async () => {
      const [mine, theirs, ours, nobodys] = [await send(), await send(), await send(), await send()];
      await assign(caseOfficer, { accountId: caseOfficer.staff.accountId, proposals: chosen(mine) });
      await assign(caseOfficer, { accountId: officer.staff.accountId, proposals: chosen(theirs) });
      await assign(caseOfficer, { organisation: ale.office.slug, proposals: chosen(ours) });
      const { accountId } = officer.staff;
      for (const [query, found] of [
        [{ assignee: 'me' }, [mine]],
        [{ assignee: 'nobody' }, [nobodys]],
        [{ assignee: [accountId] }, [theirs]],
        [{ assignee: ['me', accountId] }, [mine, theirs]],
        [{ assignee: ['me', 'nobody'] }, [mine, nobodys]],
        [{ organisation: 'mine' }, [mine, ours]],
        [{ organisation: ale.police.slug }, [theirs]],
        [{ organisation: ['mine', ale.police.slug] }, [mine, theirs, ours]],
        [{ organisation: 'mine', assignee: 'me' }, [mine]],
        [{ organisation: 'ingen-sadan' }, []],
        [{ assignee: 'me', status: 'answered' }, []],
        [{ assignee: 'me', sort: 'due' }, [mine]],
      ] as const)
        expect((await list(caseOfficer, query as Record<string, string>)).sort()).toEqual([...found].sort());
      const bad = await caseOfficer.api.get('/triage/proposals', { query: { assignee: 'någon' } });
      expect(bad.status).toBe(422);
    });
  });

  function manyOf(count: number): { reference: string; version: number }[] {
    return Array.from({ length: count }, (_, index) => ({ reference: `ALE-${10_000 + index}`, version: 1 }));
  }
});
