import { DIALOGUE_STATUSES } from '@lofteskartan/shared/medborgardialog';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeDialogue } from '../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { MedborgardialogAccess } from './medborgardialog-access.service.js';
import { MedborgardialogPartsRepository } from './medborgardialog-parts.repository.js';
import { MedborgardialogRepository } from './medborgardialog.repository.js';

let app: TestApp;
let town: TestMunicipality;
let access: MedborgardialogAccess;

beforeAll(async () => {
  app = await startTestApp();
  access = app.get(MedborgardialogAccess);
});
beforeEach(async () => {
  town = await makeMunicipality(app.dataSource);
});
afterAll(() => app.stop());

const outcome = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'opened';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe('who opens a medborgardialog', () => {
  it.each(DIALOGUE_STATUSES)('everyone, one that is %s, unless it is a draft', async (status) => {
    const { reference, shortCode } = await makeDialogue(app, town, { status });
    const { manager } = app.dataSource;
    const seen = status === 'draft' ? 'not.found' : 'opened';
    expect(await outcome(access.public(manager, reference.toLowerCase()))).toBe(seen);
    expect(await outcome(access.publicByCode(manager, shortCode))).toBe(seen);
  });

  it('nobody, one that was cancelled as a draft', async () => {
    const { id, reference } = await makeDialogue(app, town, { status: 'draft' });
    const { manager } = app.dataSource;
    await app.get(MedborgardialogRepository).move(manager, id, 'cancelled', app.clock.now(), 'Dubblett');
    expect(await outcome(access.public(manager, reference))).toBe('not.found');
  });

  it('nobody, one of a municipality that is not open yet', async () => {
    const { reference } = await makeDialogue(app, town);
    await app.dataSource.query('UPDATE municipalities SET opened_at = NULL WHERE id = $1', [town.id]);
    expect(await outcome(access.public(app.dataSource.manager, reference))).toBe('not.found');
  });

  it.each([
    ['a case officer', 'case-officer', 'opened', 'opened'],
    ['a coordinator', 'coordinator', 'opened', 'opened'],
    ['a police officer', 'police-officer', 'opened', 'role.insufficient'],
    ['an administrator', 'admin', 'not.found', 'not.found'],
  ] as const)('%s of the municipality', async (_, role, read, change) => {
    const { reference, version } = await makeDialogue(app, town, { status: 'draft' });
    const staff = await makeStaffMember(app.dataSource, role, town);
    const elsewhere = await makeStaffMember(app.dataSource, role, await makeMunicipality(app.dataSource));
    await app.dataSource.transaction(async (manager) => {
      expect(await outcome(access.read(manager, staff, reference))).toBe(read);
      expect(await outcome(access.change(manager, staff, reference, version))).toBe(change);
      expect(await outcome(access.change(manager, elsewhere, reference, version))).toBe('not.found');
    });
  });

  it('nobody who changes what another has changed since', async () => {
    const { id, reference, version } = await makeDialogue(app, town);
    const staff = await makeStaffMember(app.dataSource, 'coordinator', town);
    await app.get(MedborgardialogRepository).advance(app.dataSource.manager, id, app.clock.now());
    await app.dataSource.transaction(async (manager) => {
      expect(await outcome(access.change(manager, staff, reference, version))).toBe('version.stale');
    });
  });
});

describe('the agenda', () => {
  it('keeps its items under new words and in a new order, and drops what is left out', async () => {
    const { id } = await makeDialogue(app, town, { agenda: ['Ett', 'Två', 'Tre'] });
    const parts = app.get(MedborgardialogPartsRepository);
    const { manager } = app.dataSource;
    const [one, two, three] = await parts.agenda(manager, id);
    if (!one || !two || !three) throw new Error('An agenda without its items');
    await parts.keepAgenda(manager, id, [
      three,
      { ...one, title: 'Först' },
      { ...two, id: null, title: 'Nytt' },
    ]);
    const kept = await parts.agenda(manager, id);
    expect(kept.map(({ title }) => title)).toEqual(['Tre', 'Först', 'Nytt']);
    expect(kept.slice(0, 2).map((item) => item.id)).toEqual([three.id, one.id]);
  });

  it('of another medborgardialog is left alone', async () => {
    const [mine, other] = [await makeDialogue(app, town), await makeDialogue(app, town)];
    const parts = app.get(MedborgardialogPartsRepository);
    const { manager } = app.dataSource;
    const [theirs] = await parts.agenda(manager, other.id);
    if (!theirs) throw new Error('An agenda without its items');
    await parts.keepAgenda(manager, mine.id, [{ ...theirs, title: 'Kapad' }]);
    expect((await parts.agenda(manager, other.id))[0]?.title).toBe('Nuläget');
  });
});
