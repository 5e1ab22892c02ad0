import type { DraftCommitment, PromiseContent, TextInBoth } from '@lofteskartan/shared/promise-content';

/** A text in Swedish, and in English where a test gives it. */
export const words = (sv: string, en = ''): TextInBoth => ({ sv, en });

/** A commitment with a number that can be published; a test says what differs. */
export const commitmentOf = (id: string, changes: Partial<DraftCommitment> = {}): DraftCommitment => ({
  id,
  focusArea: 'trafik',
  title: words('Hastighetskontroller'),
  text: words('Minst 70 kontroller.'),
  countedHow: words('Vi räknar varje kontroll.'),
  type: 'count',
  target: 70,
  perYear: null,
  perYearFor: [],
  unit: words(''),
  staleAfterDays: null,
  owners: ['polisen'],
  partners: [],
  acceptsKinds: ['speed-check'],
  requiresWish: true,
  publicPosition: true,
  milestones: [],
  closing: null,
  ...changes,
});

/** A promise that can be published; a test says what differs. */
export const contentOf = (changes: Partial<PromiseContent> = {}): PromiseContent => ({
  title: words('Medborgarlöfte'),
  intro: words('Så här lovar vi.\n\nOch varför.'),
  from: '2028-01-01',
  to: '2030-12-31',
  focusAreas: [{ slug: 'trafik', name: words('Trafik'), heading: words('') }],
  commitments: [commitmentOf('11111111-1111-4111-8111-111111111111')],
  goals: [],
  channels: [],
  ...changes,
});
