import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import type { Api } from './api.js';
import { done } from './done.js';

/** What is kept of walks, and the references by which somebody may ask. */
export interface WalkSecrets {
  readonly references: readonly string[];
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

const checklist = { light: 'bad', sight: 'good', vegetation: 'good', care: 'good', way: 'good' } as const;

/** A walk that stops at a public place and at two that are not, published; and one that is not. */
export async function tellTheWalks(
  officer: Api,
  slug: string,
  places: readonly string[],
  { word, position }: { word: (name: string) => string; position: (name: string) => [number, number] },
): Promise<WalkSecrets> {
  const plan = (title: string, startsAt: string) => ({
    municipality: slug,
    title,
    startsAt,
    meetingPoint: word(`mötesplats${startsAt.slice(2, 4)}`),
    purpose: 'Vi går hem.',
    organisers: ['municipality'],
    places,
  });
  const make = (body: object) => done<StaffWalk>(officer.post('/inventory/walks', { key: true, body }));
  const made = await make(plan('Kvällsvandring', '2026-11-18T17:00:00Z'));
  const path = `/inventory/walks/${made.reference}`;
  const found = { name: word('fyndet'), position: position('the find of a walk') };
  const { stops } = await done<StaffWalk>(officer.post(`${path}/stops`, { key: true, body: found }));
  const seen = { checklist, note: word('vandringsanteckning'), seenAt: '2026-11-18T17:30:00Z' };
  for (const { id } of stops)
    await done(officer.post(`${path}/stops/${id}/observations`, { key: true, body: seen }));
  const held = { version: made.version, participants: 14, bands: { women: 12, men: 2 } };
  const { version } = await done<StaffWalk>(officer.post(`${path}/completions`, { body: held }));
  for (const { id } of stops) {
    const body = { version: 1, kind: 'nothing', text: 'Inget mer behövs.', seen: 'Det var ljust.' };
    await done(officer.put(`${path}/stops/${id}/answer`, { body }));
  }
  await done(officer.post(`${path}/publications`, { body: { version } }));
  const planned = await make(plan(word('planeradvandring'), '2027-03-10T17:00:00Z'));
  return {
    references: [made.reference, planned.reference],
    secrets: new Map([
      ['a walk that is planned', planned.reference],
      ['a group of those who walked, which would tell of another', '"people":12'],
    ]),
  };
}
