import type {
  AddReplyTemplate,
  ReplyTemplate,
  ReplyTemplateHistory,
  ReplyTemplates,
} from '@lofteskartan/shared/contracts/reply-templates';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';

describe('reply templates', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let kungalv: TestMunicipality;
  let coordinator: TestPerson;
  let handler: TestPerson;
  let foreigner: TestPerson;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    ale = await makeMunicipality(app.dataSource);
    kungalv = await makeMunicipality(app.dataSource);
    coordinator = await makeStaff(app, 'coordinator', ale);
    handler = await makeStaff(app, 'case-officer', ale);
    foreigner = await makeStaff(app, 'coordinator', kungalv);
  });
  afterAll(() => app.stop());

  const content = (more: Partial<AddReplyTemplate> = {}) => ({
    name: 'Lampan är lagad',
    status: 'answered' as const,
    kind: 'dark-place' as const,
    reason: null,
    organisationId: null,
    text: { sv: 'Tack! Lampan vid {plats} är lagad.', en: 'Thanks! The lamp at {place} is mended.' },
    active: true,
    ...more,
  });
  const add = (more: Partial<AddReplyTemplate> = {}, by = coordinator) =>
    by.api.post<ReplyTemplate & ProblemBody>('/triage/reply-templates', {
      key: true,
      body: { municipality: ale.slug, ...content(more) },
    });
  const change = (id: string, version: number, more: Partial<AddReplyTemplate> = {}, by = coordinator) =>
    by.api.put<ReplyTemplate & ProblemBody>(`/triage/reply-templates/${id}`, {
      body: { ...content(more), version },
    });
  const names = async (by: TestPerson) =>
    (await by.api.get<ReplyTemplates>('/triage/reply-templates')).body.items.map(({ name }) => name);

  it('are written by coordinators, used by those who handle proposals, and known to no other municipality', async () => {
    const { status, body } = await add();
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...content(), municipality: ale.slug, organisation: null, version: 1 });
    expect(await names(handler)).toEqual(['Lampan är lagad']);
    expect(await names(foreigner)).toEqual([]);
    expect((await add({}, foreigner)).body.code).toBe('not.found');
    expect((await add({}, handler)).status).toBe(403);
    expect((await change(body.id, 1, {}, foreigner)).body.code).toBe('not.found');
    const history = await foreigner.api.get<ProblemBody>(`/triage/reply-templates/${body.id}/versions`);
    expect(history.body.code).toBe('not.found');
  });

  it('with a placeholder that nothing fills are refused, and the field says which and what would be right', async () => {
    const { status, body } = await add({ text: { sv: 'Hej {namn}', en: '{commitment}' } });
    expect(status).toBe(422);
    expect(body.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['text.sv', 'placeholderUnknown'],
      ['text.en', 'placeholderNotHere'],
    ]);
    expect(body.errors?.[0]?.message).toContain('{namn}');
    expect(body.errors?.[0]?.message).toContain('{nummer}');
    expect((await add({ reason: 'other' })).body.errors?.[0]).toMatchObject({
      field: 'reason',
      code: 'notWanted',
    });
    expect((await add({ organisationId: kungalv.office.id })).body.errors?.[0]).toMatchObject({
      field: 'organisationId',
      code: 'notFound',
    });
  });

  it('keep all that they have been, and who changed them; putting away is a change', async () => {
    const { id } = (await add()).body;
    const text = { sv: 'Lampan lyser igen.', en: 'The lamp is lit again.' };
    expect((await change(id, 1, { text })).body).toMatchObject({ version: 2, text });
    expect((await change(id, 1, { text })).body.code).toBe('version.stale');
    expect((await change(id, 2, { text, active: false })).body).toMatchObject({ version: 3, active: false });
    const { items } = (
      await coordinator.api.get<ReplyTemplateHistory>(`/triage/reply-templates/${id}/versions`)
    ).body;
    expect(items.map(({ version, active, by }) => [version, active, by])).toEqual([
      [3, false, coordinator.staff.name],
      [2, true, coordinator.staff.name],
      [1, true, coordinator.staff.name],
    ]);
    expect(items[2]?.text.sv).toContain('{plats}');
    expect(await names(handler)).toEqual(['Lampan är lagad']);
  });

  it('belong to everybody or to one organisation that works there; each is told which are its own', async () => {
    const { organisations } = (await handler.api.get<ReplyTemplates>('/triage/reply-templates')).body;
    expect(organisations.every(({ municipality }) => municipality === ale.slug)).toBe(true);
    const own = organisations.filter(({ isOwn }) => isOwn);
    expect(own).toHaveLength(1);
    const { body } = await add({ organisationId: own[0]?.id ?? null });
    expect(body).toMatchObject({ organisationId: own[0]?.id, organisation: own[0]?.name });
    const told = (await coordinator.api.get<ReplyTemplates>('/triage/reply-templates')).body.organisations;
    expect(told.map(({ id }) => id)).toEqual(organisations.map(({ id }) => id));
    const foreign = (await foreigner.api.get<ReplyTemplates>('/triage/reply-templates')).body.organisations;
    expect(foreign.map(({ id }) => id)).not.toContain(own[0]?.id);
    const elsewhere = foreign.find(({ isOwn }) => isOwn)?.id ?? null;
    expect((await add({ organisationId: elsewhere })).body.errors?.[0]?.field).toBe('organisationId');
  });

  it('a number that is none is not there', async () => {
    expect((await change('inte-ett-id', 1)).body.code).toBe('not.found');
  });
});
