import type { PromiseDraft } from '@lofteskartan/shared/promise-content';
import type { Place } from './access-scene.js';
import { done } from './done.js';

/** The coordinator publishes the promise once more, and begins a draft with much in it that nobody is to read yet. */
export async function tellADraftOfThePromise(
  { people, municipality, commitment }: Place,
  word: (name: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const { api } = people.coordinator;
  const body = {
    municipality: municipality.slug,
    origin: 'change',
    promiseId: commitment.medborgarlofteId,
  };
  const begin = () => done<PromiseDraft>(api.post('/triage/promise-drafts', { key: true, body }));
  const first = await begin();
  await done(
    api.post(`/triage/promise-drafts/${first.id}/publish`, {
      key: true,
      body: { version: first.version, note: { sv: 'Vi förtydligar.', en: '' } },
    }),
  );
  const draft = await begin();
  const text = (name: string) => ({ sv: word(`utkast-${name}`), en: word(`draft-${name}`) });
  const { content } = draft;
  await done(
    api.put(`/triage/promise-drafts/${draft.id}`, {
      body: {
        version: draft.version,
        content: {
          ...content,
          title: text('titel'),
          intro: text('ingress'),
          commitments: content.commitments.map((each) => ({
            ...each,
            title: text('åtagande'),
            text: text('text'),
            countedHow: text('räknesätt'),
          })),
        },
      },
    }),
  );
  return new Map([['the draft of the promise', draft.id]]);
}
