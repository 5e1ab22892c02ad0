import type { MailPreview } from '@lofteskartan/shared/contracts/mail-previews';
import { Place } from '../../test/support/access-scene.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { submitProposal } from '../../test/support/proposal.js';

describe('the mail that a move would send', () => {
  let app: TestApp;
  let place: Place;

  beforeAll(async () => {
    app = await startTestApp({ config: { smtpUrl: 'smtp://127.0.0.1:9' } });
    place = await Place.make(app);
  });
  afterAll(() => app.stop());

  const preview = async (
    body: object,
    kind: 'dark-place' | 'speed-check' = 'dark-place',
    role: 'case-officer' | 'police-officer' = 'case-officer',
  ) => {
    const contact = { email: 'kim@example.org', name: 'Kim' };
    const { reference } = await submitProposal(app, { kind, position: place.municipality.center, contact });
    const path = `/triage/proposals/${reference}/mail-previews`;
    const answer = await place.people[role].api.post<MailPreview>(path, { body });
    expect(answer.status).toBe(200);
    const { subject, lines, language } = answer.body;
    return { reference, subject, lines, language };
  };

  it('says the answer in the words of the mail, and nothing of who gets it', async () => {
    const { reference, subject, lines, language } = await preview({
      to: 'answered',
      publicText: 'Lampan är lagad.',
    });
    expect([language, subject]).toEqual(['sv', `Svar om ${reference}`]);
    expect(lines).toEqual(expect.arrayContaining(['Förslaget har fått ett svar.', '> Lampan är lagad.']));
    expect(lines.join('\n')).not.toMatch(/Kim|example\.org|https?:/);
  });

  it('names the commitment and the responsible body', async () => {
    const committed = await preview({ to: 'committed', commitmentId: place.commitment.id });
    expect(committed.lines.join('\n')).toMatch(/hör nu till åtagandet ”.+”/);
    const referred = await preview({ to: 'referred', responsible: 'Trafikverket', publicText: 'Er väg.' });
    expect(referred.lines).toContain('Förslaget har hänvisats till Trafikverket.');
  });

  it('is none for what is told to nobody', async () => {
    expect((await preview({ to: 'hidden' })).subject).toBeNull();
    expect((await preview({ to: 'under-review' })).subject).toBeNull();
    expect((await preview({ to: 'planned' }, 'speed-check', 'police-officer')).subject).toBeNull();
  });
});
