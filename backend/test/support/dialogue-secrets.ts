import type { SignUpReceipt } from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { dialoguePlan } from '../../src/medborgardialog/medborgardialog.fixture.js';
import type { Api } from './api.js';
import { done } from './done.js';

/** What is kept of medborgardialoger, and the references by which somebody may ask. */
export interface DialogueSecrets {
  readonly references: readonly string[];
  /** Each a text that stands nowhere else, by its name. */
  readonly secrets: ReadonlyMap<string, string>;
}

/** One that is public, about a place that is not, with a seat taken; a draft; and one that was called off as a draft. */
export async function tellTheDialogues(
  officer: Api,
  anybody: Api,
  slug: string,
  { word, hiddenPlace }: { word: (name: string) => string; hiddenPlace: string },
): Promise<DialogueSecrets> {
  const make = (title: string, more: Parameters<typeof dialoguePlan>[1] = {}) =>
    done<StaffDialogue>(
      officer.post('/dialogues', { key: true, body: dialoguePlan(slug, { title, ...more }) }),
    );
  const open = await make('Möte om kvällarna', {
    capacity: 9,
    startsAt: '2030-03-05T17:00:00Z',
    endsAt: '2030-03-05T19:00:00Z',
    links: [{ kind: 'place', key: hiddenPlace }],
  });
  const path = `/dialogues/${open.reference}`;
  await done(officer.post(`${path}/publications`, { body: { version: open.version } }));
  const seats = { key: true, body: { people: 2, needs: ['child-care'] } } as const;
  const { followToken } = await done<SignUpReceipt>(
    anybody.post(`/medborgardialoger/${open.reference}/sign-ups`, seats),
  );
  const draft = await make(word('mötesutkast'), { theme: word('tema'), venue: word('lokal') });
  const dropped = await make(word('slopad dialog'));
  const cancelling = { version: dropped.version, reason: word('slopad för att') };
  await done(officer.post(`/dialogues/${dropped.reference}/cancellations`, { body: cancelling }));
  return {
    references: [open.reference, draft.reference, dropped.reference],
    secrets: new Map([
      ['a dialogue that is a draft', draft.reference],
      ['the code of a dialogue that is not open', draft.shortCode],
      ['a dialogue that was called off as a draft', dropped.reference],
      ['the key of a sign-up', followToken],
    ]),
  };
}
