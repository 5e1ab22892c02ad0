import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaffMember } from '../../test/support/staff.js';
import { makeCommitment } from '../../test/support/promise.js';
import type { StaffMember } from '../platform/staff-member.js';
import { MoveProposalService, type ProposalMove } from './move-proposal.service.js';
import { NoteProposalService } from './note-proposal.service.js';
import { send } from './proposal.fixture.js';
import { ProposalWishes } from './proposal-wishes.service.js';
import { ProposalsForStaff } from './proposals-for-staff.service.js';

describe('proposals for staff', () => {
  let app: TestApp;
  let ale: TestMunicipality;
  let officer: StaffMember;
  let police: StaffMember;

  beforeAll(async () => {
    app = await startTestApp();
    ale = await makeMunicipality(app.dataSource);
    officer = await makeStaffMember(app.dataSource, 'case-officer', ale);
    police = await makeStaffMember(app.dataSource, 'police-officer', ale);
  });
  afterAll(() => app.stop());

  const move = (proposalId: string, to: ProposalMove['to'], more: Partial<ProposalMove> = {}) =>
    app.dataSource.transaction((manager) =>
      app.get(MoveProposalService).move(manager, { proposalId, to, actor: officer, ...more }),
    );
  const page = async (reference: string, viewer: StaffMember) => {
    const { manager } = app.dataSource;
    const record = await app.get(ProposalsForStaff).byReference(manager, reference);
    return app.get(ProposalsForStaff).page(manager, record!, viewer);
  };

  it('shows the history with names; the police’s own plan and its note to police alone', async () => {
    const sent = await send(app, ale, 'speed-check');
    const commitment = await makeCommitment(app.dataSource, ale, { acceptsKinds: ['speed-check'] });
    await move(sent.id, 'committed', { commitment, note: 'Ring kommunpolisen' });
    await move(sent.id, 'planned', { actor: police, note: 'Torsdag klockan sju' });
    const [seenByOfficer, seenByPolice] = [
      await page(sent.reference, officer),
      await page(sent.reference, police),
    ];
    expect(seenByOfficer.events.map(({ type }) => type)).toEqual(['received', 'moved', 'noted']);
    expect(seenByPolice.events.map(({ type }) => type)).toEqual(['received', 'moved', 'noted', 'planned']);
    expect(seenByPolice.events.at(-1)).toMatchObject({
      from: 'committed',
      to: 'planned',
      reason: 'Torsdag klockan sju',
      actor: police.name,
    });
    expect(JSON.stringify(seenByOfficer)).not.toContain('Torsdag');
    expect(seenByOfficer.notes).toMatchObject([{ text: 'Ring kommunpolisen', author: officer.name }]);
    expect(seenByOfficer).toMatchObject({
      publicNow: true,
      publicPosition: expect.any(Array),
      supportCount: 1,
    });
  });

  it('shows what it leads and where it leads', async () => {
    const [leader, one, two] = [await send(app, ale), await send(app, ale), await send(app, ale)];
    app.clock.advance({ minutes: 1 });
    await move(one.id, 'duplicate', { duplicateOfReference: leader.reference });
    await move(two.id, 'duplicate', { duplicateOfReference: leader.reference });
    expect(await page(leader.reference, officer)).toMatchObject({
      gathered: expect.arrayContaining([one.reference, two.reference]),
      supportCount: 3,
      duplicateOf: null,
    });
    expect(await page(one.reference, officer)).toMatchObject({
      duplicateOf: leader.reference,
      publicNow: false,
      publicPosition: null,
    });
  });

  it('a note changes neither version nor public view', async () => {
    const sent = await send(app, ale);
    const before = await app.dataSource.query('SELECT * FROM proposals WHERE id = $1', [sent.id]);
    await app.dataSource.transaction((manager) =>
      app
        .get(NoteProposalService)
        .write(manager, { proposalId: sent.id, text: 'Kolla lampan', actor: officer }),
    );
    expect(await app.dataSource.query('SELECT * FROM proposals WHERE id = $1', [sent.id])).toEqual(before);
    expect(JSON.stringify((await app.api().get(`/proposals/${sent.reference}`)).body)).not.toContain('Kolla');
  });

  it('wishes come in the order asked for, without unknown and foreign ones', async () => {
    const other = await makeMunicipality(app.dataSource);
    app.clock.set('2026-03-28T23:30:00Z');
    const [one, two, foreign] = [await send(app, ale), await send(app, ale, 'idea'), await send(app, other)];
    const references = [two.reference, foreign.reference, 'ALE-22222', one.reference, two.reference];
    const wishes = await app.get(ProposalWishes).byReferences(app.dataSource.manager, ale.id, references, []);
    expect(wishes).toEqual([
      {
        id: two.id,
        reference: two.reference,
        kind: 'idea',
        status: 'received',
        createdOn: '2026-03-29',
        position: ale.center,
      },
      {
        id: one.id,
        reference: one.reference,
        kind: 'dark-place',
        status: 'received',
        createdOn: '2026-03-29',
        position: ale.center,
      },
    ]);
  });
});
