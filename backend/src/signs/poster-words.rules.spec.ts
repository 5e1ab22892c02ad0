import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import { posterWords } from './poster-words.rules.js';

const dialogue: Pick<Medborgardialog, keyof Medborgardialog> = {
  title: 'Ortsutvecklingsmöte',
  purpose: 'Vi vill veta.',
  levelMeaning: 'Vi samtalar.',
  easy: { title: 'Möte om Surte', purpose: 'Säg vad du tycker.', levelMeaning: 'Vi lyssnar på dig.' },
  startsAt: '2026-12-03T17:00:00.000Z',
  endsAt: '2026-12-03T19:00:00.000Z',
  venue: 'Biblioteket',
  onlineUrl: null,
  accessibility: 'Hiss finns.',
  interpreter: null,
  transport: null,
  needsSignUp: false,
  reference: 'D22222',
  municipality: 'ale',
  theme: 'Trygghet',
  level: 'dialogue',
  form: 'on-site',
  localities: [],
  status: 'published',
  cancelledReason: null,
  targetGroups: ['everyone'],
  venuePosition: null,
  questionsUntil: '2026-12-03T17:00:00.000Z',
  mayAsk: true,
  signUp: null,
  presidium: [],
  agenda: [],
  subjects: [],
  liveCode: null,
  updatedAt: '2026-11-20T12:00:00.000Z',
};
const said = (voice: 'sv' | 'en' | 'easy', more: Partial<typeof dialogue> = {}) =>
  posterWords({ ...dialogue, ...more }, voice, {
    municipality: 'Ale kommun',
    link: 'https://kartan.example/ale/dialoger/D22222',
  });

describe('what a poster says', () => {
  it.each([
    ['sv', 'Torsdag 3 december', 'Klockan 18.00–20.00', 'Ortsutvecklingsmöte', 'Vi samtalar.'],
    ['en', 'Thursday 3 December', '18:00–20:00', 'Ortsutvecklingsmöte', 'Vi samtalar.'],
    ['easy', 'Torsdag 3 december', 'Klockan 18.00 till 20.00', 'Möte om Surte', 'Vi lyssnar på dig.'],
  ] as const)('in %s', (voice, day, time, title, levelMeaning) => {
    expect(said(voice)).toMatchObject({ day, time, title, levelMeaning });
  });

  it('easy Swedish is Swedish where nobody wrote it', () => {
    expect(said('easy', { easy: null }).title).toBe('Ortsutvecklingsmöte');
  });

  it.each([
    ['the place', {}, ['Biblioteket']],
    [
      'that one can be online too',
      { onlineUrl: 'https://a.example' },
      ['Biblioteket', 'Du kan också vara med på nätet'],
    ],
  ])('tells %s', (_, more, where) => {
    expect(said('sv', more).where).toEqual(where);
  });

  it('asks to sign up where that is needed, and leaves out what is not known', () => {
    expect(said('sv', { needsSignUp: true }).ask).toBe('Anmäl dig och skicka in en fråga');
    expect(said('sv').practical).toEqual([{ name: 'Tillgänglighet', text: 'Hiss finns.' }]);
  });
});
