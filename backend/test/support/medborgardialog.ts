import type { DialogueStatus } from '@lofteskartan/shared/medborgardialog';
import { randomInt } from 'node:crypto';
import { MedborgardialogPartsRepository } from '../../src/medborgardialog/medborgardialog-parts.repository.js';
import {
  type DialogueFields,
  MedborgardialogRepository,
  type MedborgardialogRecord,
} from '../../src/medborgardialog/medborgardialog.repository.js';
import { makeDialogueReference, makeShortCode } from '../../src/medborgardialog/medborgardialog.rules.js';
import type { TestApp } from './app.js';
import type { TestMunicipality } from './municipality.js';

/** What a test says about its medborgardialog; by default it is published, and begins three days from the app's now. */
export interface DialogueWanted extends Partial<DialogueFields> {
  readonly status?: DialogueStatus;
  /** Titles of the items of its agenda; two by default. */
  readonly agenda?: readonly string[];
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** The states that one has gone through on its way. */
const wayTo: Readonly<Record<DialogueStatus, readonly DialogueStatus[]>> = {
  draft: [],
  published: ['published'],
  open: ['published', 'open'],
  closed: ['published', 'open', 'closed'],
  reported: ['published', 'open', 'closed', 'reported'],
  'followed-up': ['published', 'open', 'closed', 'reported', 'followed-up'],
  cancelled: ['published', 'cancelled'],
};

/** Makes a medborgardialog of a municipality, for its one locality, in whichever state. */
export async function makeDialogue(
  app: TestApp,
  town: TestMunicipality,
  { status = 'published', agenda = ['Nuläget', 'Frågor och svar'], ...fields }: DialogueWanted = {},
): Promise<MedborgardialogRecord> {
  const dialogues = app.get(MedborgardialogRepository);
  const parts = app.get(MedborgardialogPartsRepository);
  const now = app.clock.now();
  const startsAt = fields.startsAt ?? new Date(now.getTime() + 3 * dayMs);
  return app.dataSource.transaction(async (manager) => {
    const id = await dialogues.insert(
      manager,
      {
        title: 'Ortsutvecklingsmöte i Centrum',
        theme: 'Trygghet och trafik',
        purpose: 'Vi vill veta var det känns otryggt och vad vi ska göra först.',
        level: 'dialogue',
        levelMeaning: 'Vi samtalar, och du får veta vad det ledde till.',
        targetGroups: ['everyone'],
        form: 'on-site',
        venue: 'Medborgarhuset, Storgatan 1',
        venuePosition: town.center,
        onlineUrl: null,
        accessibility: null,
        interpreter: null,
        transport: null,
        endsAt: new Date(startsAt.getTime() + 2 * hourMs),
        questionsUntil: null,
        capacity: null,
        signUpUntil: null,
        presidium: [{ role: 'chair', organisation: 'Kommunen' }],
        translations: {},
        ...fields,
        startsAt,
        reference: makeDialogueReference((below) => randomInt(below)),
        shortCode: makeShortCode((below) => randomInt(below)),
        municipalityId: town.id,
      },
      now,
    );
    if (id === null) throw new Error('The reference of a test’s medborgardialog is taken');
    await parts.keepLocalities(manager, id, [town.locality.id]);
    const items = agenda.map((title) => ({ title, minutes: 30, description: null }));
    await parts.keepAgenda(manager, id, items);
    for (const each of wayTo[status])
      await dialogues.move(manager, id, each, now, each === 'cancelled' ? 'Lokalen är stängd' : null);
    const made = await dialogues.byId(manager, id);
    if (!made) throw new Error('A medborgardialog that was made is not there');
    return made;
  });
}
