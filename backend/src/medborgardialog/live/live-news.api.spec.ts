import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { Api } from '../../../test/support/api.js';
import { done } from '../../../test/support/done.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff } from '../../../test/support/staff.js';
import { LiveChannel } from '../../platform/live/live-channel.js';
import { dialoguePlan } from '../medborgardialog.fixture.js';
import type { MedborgardialogRecord } from '../medborgardialog.repository.js';
import { AnswerQuestion } from '../questions/answer-question.service.js';
import { QuestionRepository } from '../questions/question.repository.js';
import { liveTopic } from './live-changes.service.js';

describe('what changes the live page', () => {
  let app: TestApp;
  let other: TestApp;
  let town: TestMunicipality;
  let officer: Api;
  let dialogue: MedborgardialogRecord;

  beforeAll(async () => {
    app = await startTestApp();
    other = await startTestApp();
    town = await makeMunicipality(app.dataSource);
    officer = (await makeStaff(app, 'case-officer', town)).api;
  });
  afterAll(async () => {
    await app.stop();
    await other.stop();
  });
  beforeEach(async () => {
    dialogue = await makeDialogue(app, town, { status: 'open' });
  });

  interface Sent {
    readonly reference: string;
    readonly followToken: string;
  }
  const work = () => `/dialogues/${dialogue.reference}`;
  const put = (text: string) =>
    done<Sent>(app.api().post(`/live/${dialogue.shortCode}/questions`, { key: true, body: { text } }));
  const act = (reference: string, name: string, body: object) =>
    done(officer.post(`${work()}/questions/${reference}/${name}`, { body }));
  async function published(text: string): Promise<Sent> {
    const sent = await put(text);
    await act(sent.reference, 'publications', { version: 1 });
    return sent;
  }
  async function openStatement(): Promise<string> {
    const body = { text: 'Mer ljus vid stationen' };
    const { statements } = await done<StaffLive>(officer.post(`${work()}/statements`, { key: true, body }));
    const id = statements[0]?.id ?? '';
    await done(officer.put(`${work()}/statements/${id}`, { body: { version: 1, status: 'open' } }));
    return id;
  }

  /** Waits until the other process has heard all that was told before: messages come in their order. */
  async function caughtUp(): Promise<void> {
    const channel = other.get(LiveChannel);
    const heard = new Promise<void>((resolve) => {
      const deafen = channel.hear('caught up', () => {
        deafen();
        resolve();
      });
    });
    // Both: a line that is just made hears of everything, also before it is told.
    await Promise.all([heard, app.get(LiveChannel).tell(app.dataSource.manager, 'caught up')]);
  }

  /** Prepared, then done: how often the other process hears of the second. */
  async function heardOf(prepare: () => Promise<() => Promise<unknown>>): Promise<number> {
    const channel = other.get(LiveChannel);
    let count = 0;
    const deafen = channel.hear(liveTopic(dialogue.id), () => (count += 1));
    const doIt = await prepare();
    await caughtUp();
    count = 0;
    await doIt();
    await caughtUp();
    deafen();
    return count;
  }

  it.each<[string, () => Promise<() => Promise<unknown>>]>([
    [
      'votes from paper',
      async () => {
        const statementId = await openStatement();
        const body = { statementId, table: 'Bord 1', agree: 4, disagree: 1, pass: 0 };
        return () => done<DialoguePaper>(officer.put(`${work()}/paper-votes`, { body }));
      },
    ],
    [
      'a question that is published',
      async () => {
        const { reference } = await put('När kommer ljuset?');
        return () => act(reference, 'publications', { version: 1 });
      },
    ],
    [
      'a question whose words are edited',
      async () => {
        const { reference } = await published('När kommer ljuset?');
        const body = { version: 2, text: 'När kommer ljuset tillbaka?', reason: 'Tydligare' };
        return () => done(officer.put(`${work()}/questions/${reference}/words`, { body }));
      },
    ],
    [
      'a question that is refused',
      async () => {
        const { reference } = await published('När kommer ljuset?');
        return () =>
          act(reference, 'refusals', { version: 2, reason: 'insult', text: 'Den kan inte visas.' });
      },
    ],
    [
      'a question that its sender takes back',
      async () => {
        const { followToken } = await published('När kommer ljuset?');
        return () => done(app.api().post('/question-follow/withdrawals', { followToken, body: {} }));
      },
    ],
    [
      'questions that are gathered',
      async () => {
        const one = await published('När kommer ljuset?');
        const two = await published('När blir det ljust?');
        return () => act(two.reference, 'gatherings', { version: 2, into: one.reference });
      },
    ],
    [
      'a question that is answered',
      async () => {
        const { reference } = await published('När kommer ljuset?');
        const question = await app.get(QuestionRepository).byReference(app.dataSource.manager, reference);
        const answer = { publicText: 'I mars.', outcome: 'answered' } as const;
        return () =>
          app.dataSource.transaction((manager) =>
            app.get(AnswerQuestion).answer(manager, question?.id ?? '', answer),
          );
      },
    ],
    [
      'another title',
      async () => {
        const { version } = await done<StaffDialogue>(officer.get(work()));
        const { municipality: _unsent, ...plan } = dialoguePlan(town.slug, { title: 'Möte om ljus' });
        return () => done(officer.put(work(), { body: { ...plan, version } }));
      },
    ],
  ])('is told to other processes at once: %s', async (_, prepare) => {
    expect(await heardOf(prepare)).toBeGreaterThan(0);
  });
});
