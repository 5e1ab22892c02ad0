import type { ProposalMap, ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { submitProposal } from '../../test/support/proposal.js';
import { makeStaff } from '../../test/support/staff.js';
import { ProjectMunicipality } from './project-municipality.service.js';
import { RecountMapGridService } from './public/recount-map-grid.service.js';

let app: TestApp;
let town: TestMunicipality;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
});
afterAll(() => app.stop());

const pins = async (): Promise<number> => {
  const query = { bbox: town.bbox.join(), zoom: 18 };
  return (await app.api().get<ProposalMap>('/proposals/map', { query })).body.features.length;
};
const story = async (reference: string) =>
  (await app.api().get<ProposalStory>(`/proposals/${reference}`)).body;

describe('what has ended', () => {
  it('leaves the map after the months that the municipality says, quietly; its page stays, and it comes back when opened again', async () => {
    const ended = await submitProposal(app, { kind: 'dark-place', position: town.center });
    await submitProposal(app, { kind: 'dark-place', position: town.center });
    const officer = await makeStaff(app, 'case-officer', town);
    const path = `/triage/proposals/${ended.reference}/moves`;
    await officer.api.post(path, { body: { to: 'answered', version: 1, publicText: 'Det är ordnat.' } });
    const before = await story(ended.reference);
    app.clock.set('2028-11-19T12:00:00Z');
    await app.get(ProjectMunicipality).takeOffMap();
    expect(await pins()).toBe(2);
    app.clock.set('2028-11-20T13:00:00Z');
    await app.get(ProjectMunicipality).takeOffMap();
    expect(await pins()).toBe(1);
    expect(await story(ended.reference)).toEqual(Object.assign({}, before, { position: null }));
    await app.get(ProjectMunicipality).takeOffMap();
    expect((await story(ended.reference)).updatedAt).toBe(before.updatedAt);
    const again = await makeStaff(app, 'case-officer', town);
    const reopening = { to: 'under-review', version: 2, reason: 'Det är mörkt igen' };
    expect((await again.api.post(path, { body: reopening })).status).toBe(200);
    expect([await pins(), (await story(ended.reference)).position]).toEqual([2, before.position]);
    expect(await app.get(RecountMapGridService).repair()).toBe(0);
  });
});
