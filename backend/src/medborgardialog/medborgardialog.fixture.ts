import type { CreateDialogue } from '@lofteskartan/shared/contracts/medborgardialog-planning';

/** A plan as staff write it; it begins on 3 December 2026. */
export const dialoguePlan = (municipality: string, more: Partial<CreateDialogue> = {}): CreateDialogue => ({
  municipality,
  title: 'Ortsutvecklingsmöte i Centrum',
  theme: 'Trygghet och trafik',
  purpose: 'Vi vill veta var det känns otryggt och vad vi ska göra först.',
  level: 'dialogue',
  levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
  targetGroups: ['everyone', 'young-people'],
  form: 'on-site',
  venue: 'Medborgarhuset, Storgatan 1',
  startsAt: '2026-12-03T17:00:00.000Z',
  endsAt: '2026-12-03T19:00:00.000Z',
  presidium: [{ role: 'chair', organisation: 'Kommunen' }],
  agenda: [
    { title: 'Nuläget', minutes: 30 },
    { title: 'Frågor och svar', minutes: 60, description: 'Först de frågor som kom in i förväg.' },
  ],
  localities: ['centrum'],
  links: [],
  ...more,
});
