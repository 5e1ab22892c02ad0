import type { DialogueScene } from './secrets-scene-dialogues.js';

/** What stands in the address of a route of medborgardialoger; null where the route is of something else. */
export function dialogueNames(
  parameter: string,
  path: string,
  { references, questions, codes }: DialogueScene,
): readonly string[] | null {
  if (path.includes('/medborgardialoger/')) return references;
  if (path.includes('/medborgardialog-questions/')) return questions;
  return parameter === '{code}' ? codes : null;
}

/** The ways to ask a route of medborgardialoger; null where the route is of something else. */
export function dialogueQueries(path: string): readonly string[] | null {
  if (path.endsWith('/questions')) return ['', 'q=lampan', 'q=zyxhemlig'];
  if (path.endsWith('/questions/similar')) return ['text=lampan', 'text=zyxhemlig'];
  if (path.endsWith('/dialogue-outcomes'))
    return ['', 'q=lampan', 'q=zyxhemlig', 'outcome=answered', 'standing=done', 'after=1'];
  return path.endsWith('/dialogue-heard') ? ['', 'year=2026', 'year=2025'] : null;
}

/** Pages of medborgardialoger as the server answers them. */
export function dialoguePages(slug: string, { references, questions, codes }: DialogueScene): string[] {
  const ofOne = ['', '/fraga', '/anmalan', '/rapport', '/uppfoljning/6', '/uppfoljning/12'];
  const pages = [
    '/dialoger',
    '/dialoger/utfall',
    '/dialoger/hordas',
    ...references.flatMap((each) => ofOne.map((page) => `/dialoger/${each}${page}`)),
    ...questions.map((each) => `/fraga/${each}`),
  ];
  return [
    ...codes.flatMap((code) => [`/live/${code}`, `/live/${code}/skarm`]),
    ...pages.map((page) => `/${slug}${page}`),
  ];
}

/** What is public of dialogues, by what tells it, and the addresses that do. */
export const whatDialoguesTell = [
  ['the live page', /^\/api\/v1\/live\/\w+$/],
  ['its stream', /^\/api\/v1\/live\/\w+\/stream$/],
  ['questions', /\/medborgardialoger\/\w+\/questions(\?|$)/],
  ['a report', /\/medborgardialoger\/\w+\/report$/],
  ['a report to print', /\/report\.pdf$/],
  ['a follow-up', /\/medborgardialoger\/\w+\/follow-ups\/6$/],
  ['all outcomes', /\/dialogue-outcomes/],
  ['who was heard', /\/dialogue-heard/],
  ['its calendar', /\/calendar\.ics/],
  ['its picture', /\/share-pictures\/medborgardialoger\//],
] as const;
