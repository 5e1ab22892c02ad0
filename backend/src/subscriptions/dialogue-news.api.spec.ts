import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { linkIn, MailServer } from '../../test/support/mail-server.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { dialoguePlan } from '../medborgardialog/medborgardialog.fixture.js';

const neighbour = 'granne@example.org';
let server: MailServer;
let app: TestApp;
let town: TestMunicipality;
let officer: TestPerson;

beforeAll(async () => {
  server = await MailServer.start();
  app = await startTestApp({ config: { smtpUrl: server.url, publicUrl: 'https://kartan.example' } });
});
beforeEach(async () => {
  await app.empty();
  app.clock.set('2026-11-20T12:00:00Z');
  town = await makeMunicipality(app.dataSource);
  officer = await makeStaff(app, 'case-officer', town);
  server.taken.length = 0;
});
afterAll(async () => {
  await app.stop();
  await server.down();
});

/** Watches a locality, at once. */
const watches = async (locality: string): Promise<void> => {
  const area = { municipality: town.slug, locality, email: neighbour, frequency: 'at-once', language: 'sv' };
  await app.api().post('/subscriptions', { key: true, body: area });
  await app.runJobs();
  const mail = server.to(neighbour).at(-1);
  if (!mail) throw new Error('No mail that asks for a confirmation');
  const { token } = linkIn(mail, '/bevakning');
  await app.api().post('/subscription-confirmations', { body: { token } });
  server.taken.length = 0;
};
const make = async (more: Parameters<typeof dialoguePlan>[1] = {}): Promise<StaffDialogue> => {
  const body = dialoguePlan(town.slug, more);
  return (await officer.api.post<StaffDialogue>('/dialogues', { key: true, body })).body;
};
const act = async ({ reference }: StaffDialogue, what: string, more: object = {}): Promise<void> => {
  const { version } = (await officer.api.get<StaffDialogue>(`/dialogues/${reference}`)).body;
  await officer.api.post(`/dialogues/${reference}/${what}`, { body: { version, ...more } });
  await app.runJobs();
  app.clock.advance({ minutes: 15 });
  await app.runJobs();
};
const told = (): (string | undefined)[] => server.to(neighbour).map(({ mail }) => mail.text);

describe('those who watch a locality', () => {
  it('are invited to a dialogue once it is published, and told when it is called off', async () => {
    await watches(town.locality.slug);
    const dialogue = await make();
    await app.runJobs();
    expect(told()).toEqual([]);
    await act(dialogue, 'publications');
    expect(told()).toEqual([
      expect.stringMatching(
        /Inbjudan till medborgardialog: Ortsutvecklingsmöte i Centrum\.[^]*3 december 2026 klockan 18:00/,
      ),
    ]);
    expect(told()[0]).toContain(`https://kartan.example/${town.slug}/dialoger/${dialogue.reference}`);
    await act(dialogue, 'cancellations', { reason: 'Lokalen har vattenskada' });
    expect(told()[1]).toMatch(/Inställd medborgardialog[^]*Lokalen har vattenskada/);
  });

  it('hear nothing of one that was called off as a draft', async () => {
    await watches(town.locality.slug);
    await act(await make(), 'cancellations', { reason: 'Dubblett' });
    expect(told()).toEqual([]);
  });

  it('hear nothing of one for another locality that is held far away', async () => {
    await app.dataSource.query(
      `INSERT INTO localities (municipality_id, slug, name, position)
       SELECT municipality_id, 'norra', 'Norra', ST_Translate(position, 0, 0.04) FROM localities WHERE id = $1`,
      [town.locality.id],
    );
    await watches('norra');
    await act(await make(), 'publications');
    expect(told()).toEqual([]);
    await act(await make({ localities: [] }), 'publications');
    expect(told().length).toBe(1);
  });
});
