import type { WorkQuestionDetail } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type { QuestionReceipt } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { QuestionSecrets } from '../../src/medborgardialog/questions/question-secrets.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { done } from './done.js';
import { makeDialogue } from './medborgardialog.js';

const everyone = '200 200 200 200 200';
const everyoneMade = '201 201 201 201 201';
const nobody = '401 401 401 401 401';
const unknown = '404 404 404 404 404';
const readers = '401 200 200 200 403';
const keepers = '401 403 200 200 403';
const notThere = '401 404 404 404 403';
const own = { own: readers, foreign: notThere };
const kept = { own: keepers, foreign: notThere };

/** What means the same in every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

interface Asked {
  readonly reference: string;
  readonly followToken: string;
  /** Where everyone reads the questions of the dialogue. */
  readonly list: string;
  /** Where staff work with the question. */
  readonly work: string;
}

/** A question that nobody has read yet. */
async function asked(place: Place, contact?: { email: string }): Promise<Asked> {
  const dialogue = await makeDialogue(place.app, place.municipality);
  const list = `/medborgardialoger/${dialogue.reference}/questions`;
  const body = { kind: 'question', text: 'När lagas lampan?', ...(contact ? { contact } : {}) };
  const { reference, followToken } = await done<QuestionReceipt>(
    place.app.api().post(list, { key: true, body }),
  );
  return { reference, followToken, list, work: `/dialogues/${dialogue.reference}/questions/${reference}` };
}

/** The same, published. */
async function published(place: Place): Promise<Asked> {
  const question = await asked(place);
  const { api } = place.people['case-officer'];
  await done<WorkQuestionDetail>(api.post(`${question.work}/publications`, { body: { version: 1 } }));
  return question;
}

/** A published question and one that waits to be gathered with it, or is. */
async function pair(
  place: Place,
  isGathered: boolean,
): Promise<{ into: string; work: string; version: number }> {
  const leader = await published(place);
  const body = { kind: 'question', text: 'När blir lampan hel?' };
  const other = await done<QuestionReceipt>(place.app.api().post(leader.list, { key: true, body }));
  const work = leader.work.replace(leader.reference, other.reference);
  const into = leader.reference;
  if (!isGathered) return { into, work, version: 1 };
  const { api } = place.people['case-officer'];
  await done(api.post(`${work}/gatherings`, { body: { version: 1, into } }));
  return { into, work, version: 2 };
}

/** What stands in the mails to the sender of a new question. */
async function mailToken(place: Place, link: 'question-confirm' | 'question-stop'): Promise<string> {
  const { reference } = await asked(place, { email: 'fragar@example.org' });
  const [contact] = await place.app.dataSource.query<{ id: string }[]>(
    `SELECT c.id FROM medborgardialog_question_contacts c JOIN medborgardialog_questions q ON q.id = c.question_id
     WHERE q.reference = $1`,
    [reference],
  );
  return place.app.get(QuestionSecrets).token(link, contact?.id ?? '');
}

const bySender = (route: string, call: Line['call'], expected = everyone): Line => ({
  ...open(route, call, expected),
  and: 'the sender’s token',
});

/** Questions of public dialogues: everyone asks and supports, the police read all, the municipality's own people decide. */
export const questionsTable: readonly Line[] = [
  open('GET /api/v1/medborgardialoger/{reference}/questions', async (place) => ({
    path: (await published(place)).list,
  })),
  open(
    'POST /api/v1/medborgardialoger/{reference}/questions',
    async (place) => ({
      path: (await asked(place)).list,
      key: true,
      body: { kind: 'subject', text: 'Fler bänkar' },
    }),
    everyoneMade,
  ),
  open('GET /api/v1/medborgardialoger/{reference}/questions/similar', async (place) => ({
    path: `${(await published(place)).list}/similar`,
    query: { text: 'När lagas lampan vid skolan?' },
  })),
  open('GET /api/v1/medborgardialog-questions/{reference}', async (place) => ({
    path: `/medborgardialog-questions/${(await published(place)).reference}`,
  })),
  {
    ...open(
      'GET /api/v1/medborgardialog-questions/{reference}',
      async (place) => ({ path: `/medborgardialog-questions/${(await asked(place)).reference}` }),
      unknown,
    ),
    and: 'nobody has read it',
  },
  open('POST /api/v1/medborgardialog-questions/{reference}/support', async (place) => ({
    path: `/medborgardialog-questions/${(await published(place)).reference}/support`,
    key: true,
    body: {},
  })),
  open('GET /api/v1/question-follow', () => ({ path: '/question-follow' }), nobody),
  bySender('GET /api/v1/question-follow', async (place) => ({
    path: '/question-follow',
    followToken: (await asked(place)).followToken,
  })),
  open(
    'POST /api/v1/question-follow/withdrawals',
    () => ({ path: '/question-follow/withdrawals', body: {} }),
    nobody,
  ),
  bySender('POST /api/v1/question-follow/withdrawals', async (place) => ({
    path: '/question-follow/withdrawals',
    body: {},
    followToken: (await asked(place)).followToken,
  })),
  open(
    'PUT /api/v1/question-follow/contact',
    () => ({ path: '/question-follow/contact', body: { email: 'b@example.org' } }),
    nobody,
  ),
  bySender('PUT /api/v1/question-follow/contact', async (place) => ({
    path: '/question-follow/contact',
    body: { email: 'b@example.org' },
    followToken: (await asked(place)).followToken,
  })),
  open('DELETE /api/v1/question-follow/contact', () => ({ path: '/question-follow/contact' }), nobody),
  bySender(
    'DELETE /api/v1/question-follow/contact',
    async (place) => ({
      path: '/question-follow/contact',
      followToken: (await asked(place)).followToken,
    }),
    '204 204 204 204 204',
  ),
  open('POST /api/v1/question-contact-confirmations', async (place) => ({
    path: '/question-contact-confirmations',
    body: { token: await mailToken(place, 'question-confirm') },
  })),
  open('POST /api/v1/question-contact-stops', async (place) => ({
    path: '/question-contact-stops',
    body: { token: await mailToken(place, 'question-stop') },
  })),
  open('POST /api/v1/question-contact-stops/{token}', async (place) => ({
    path: `/question-contact-stops/${await mailToken(place, 'question-stop')}`,
  })),
  {
    route: 'GET /api/v1/dialogues/{reference}/questions',
    ...own,
    call: async (place) => ({ path: (await asked(place)).work.replace(/\/[^/]+$/, '') }),
  },
  {
    route: 'GET /api/v1/dialogues/{reference}/questions/{question}',
    ...own,
    call: async (place) => ({ path: (await asked(place)).work }),
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/questions/{question}/publications',
    ...kept,
    call: async (place) => ({ path: `${(await asked(place)).work}/publications`, body: { version: 1 } }),
  },
  {
    route: 'PUT /api/v1/dialogues/{reference}/questions/{question}/words',
    ...kept,
    call: async (place) => ({
      path: `${(await asked(place)).work}/words`,
      body: { version: 1, text: 'När lagas den?', reason: 'Kortare' },
    }),
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/questions/{question}/refusals',
    ...kept,
    call: async (place) => ({
      path: `${(await asked(place)).work}/refusals`,
      body: { version: 1, reason: 'other-subject', text: 'Det hör till ett annat möte.' },
    }),
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/questions/{question}/gatherings',
    ...kept,
    call: async (place) => {
      const { work, version, into } = await pair(place, false);
      return { path: `${work}/gatherings`, body: { version, into } };
    },
  },
  {
    route: 'POST /api/v1/dialogues/{reference}/questions/{question}/separations',
    ...kept,
    call: async (place) => {
      const { work, version } = await pair(place, true);
      return { path: `${work}/separations`, body: { version } };
    },
  },
];
