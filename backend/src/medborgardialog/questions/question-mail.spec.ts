import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkQuestionDetail } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type {
  FollowedQuestion,
  QuestionContactReceipt,
  QuestionReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { done } from '../../../test/support/done.js';
import { MailServer } from '../../../test/support/mail-server.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { AnswerQuestion } from './answer-question.service.js';
import { KeepQuestionContacts } from './keep-question-contacts.service.js';
import { QuestionRepository } from './question.repository.js';

const dayMs = 86_400_000;

describe('mail about questions', () => {
  let server: MailServer;
  let app: TestApp;
  let town: TestMunicipality;
  let officer: TestPerson;
  let dialogue: MedborgardialogRecord;

  beforeAll(async () => {
    server = await MailServer.start();
    app = await startTestApp({
      config: { smtpUrl: server.url, publicUrl: 'https://kartan.example', logLevel: 'trace' },
    });
  });
  beforeEach(async () => {
    await app.empty();
    app.clock.set(new Date(Date.now() + dayMs));
    town = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', town);
    dialogue = await makeDialogue(app, town);
    await app.runJobs();
    server.taken.length = 0;
  });
  afterAll(async () => {
    await app.stop();
    await server.down();
  });

  /** What leaves until some minutes from now, by address. */
  const leaves = async (minutes = 60) => {
    app.clock.advance({ minutes });
    server.taken.length = 0;
    await app.runJobs();
    return server.taken.map(({ to, mail }) => ({ to, subject: mail.subject ?? '', text: mail.text ?? '' }));
  };
  const tokenIn = (text: string | undefined, page: string): string =>
    new RegExp(`https://kartan\\.example/${town.slug}/fraga/${page}#(\\S+)`).exec(text ?? '')?.[1] ?? '';
  const ask = (text: string, email?: string) =>
    done<QuestionReceipt>(
      app.api().post(`/medborgardialoger/${dialogue.reference}/questions`, {
        key: true,
        body: { kind: 'question', text, ...(email ? { contact: { email } } : {}) },
      }),
    );
  const confirms = async () => {
    const [mail] = await leaves();
    return done<QuestionContactReceipt>(
      app.api().post('/question-contact-confirmations', { body: { token: tokenIn(mail?.text, 'bekrafta') } }),
    );
  };
  const act = async (reference: string, what: string, body: object = {}) => {
    const path = `/dialogues/${dialogue.reference}/questions/${reference}`;
    const { version } = await done<WorkQuestionDetail>(officer.api.get(path));
    return done(officer.api.post(`${path}${what}`, { body: { version, ...body } }));
  };
  const answer = async (reference: string, publicText: string) => {
    const question = await app.get(QuestionRepository).byReference(app.dataSource.manager, reference);
    await app.dataSource.transaction((manager) =>
      app.get(AnswerQuestion).answer(manager, question?.id ?? '', { publicText, outcome: 'outside' }),
    );
  };

  it('asks first, then tells the sender, with a link that opens their page', async () => {
    const { reference } = await ask('När lagas lampan?', 'kim@example.org');
    const receipt = await confirms();
    expect(receipt).toEqual({ reference, municipality: town.slug, role: 'sender', state: 'confirmed' });
    await act(reference, '/publications');
    const [told, ...others] = await leaves();
    expect(others).toEqual([]);
    expect(told).toMatchObject({ to: 'kim@example.org', subject: `${reference} syns nu för alla` });
    const followToken = tokenIn(told?.text, `${reference}/folj`);
    const followed = await done<FollowedQuestion>(app.api().get('/question-follow', { followToken }));
    expect(followed).toMatchObject({ reference, contact: { email: 'kim@example.org', state: 'confirmed' } });
  });

  it('gives one answer to both senders and to a supporter, each address once', async () => {
    const one = await ask('När lagas lampan?', 'ett@example.org');
    await confirms();
    const two = await ask('När blir lampan hel?', 'tva@example.org');
    await confirms();
    await act(one.reference, '/publications');
    await act(two.reference, '/publications');
    for (const reference of [one.reference, two.reference]) {
      const body = { contact: { email: 'Granne@example.org' } };
      await done(app.api().post(`/medborgardialog-questions/${reference}/support`, { key: true, body }));
      await leaves(0);
      const mail = server.taken.find(({ to }) => to === 'Granne@example.org')?.mail.text;
      await done(
        app.api().post('/question-contact-confirmations', { body: { token: tokenIn(mail, 'bekrafta') } }),
      );
    }
    await act(two.reference, '/gatherings', { into: one.reference });
    await leaves();
    await answer(two.reference, 'Lampan är Trafikverkets. De lagar den i mars.');
    const told = await leaves();
    expect(told.map(({ to }) => to).sort()).toEqual([
      'Granne@example.org',
      'ett@example.org',
      'tva@example.org',
    ]);
    for (const { text } of told) expect(text).toContain('De lagar den i mars.');
    // Nothing more is told of the same answer.
    await answer(one.reference, 'Lampan är Trafikverkets. De lagar den i mars.');
    expect(await leaves()).toEqual([]);
  });

  it('brings the answer to whoever is gathered into what is answered, and to those who were gathered there before', async () => {
    const leader = await ask('När lagas lampan?');
    const middle = await ask('När blir lampan hel?', 'ett@example.org');
    await confirms();
    const last = await ask('När lyser lampan?', 'tva@example.org');
    await confirms();
    for (const { reference } of [leader, middle, last]) await act(reference, '/publications');
    await act(last.reference, '/gatherings', { into: middle.reference });
    await answer(leader.reference, 'Lampan lagas i mars.');
    const before = await leaves();
    expect(before.filter(({ text }) => text.includes('i mars'))).toEqual([]);
    await act(middle.reference, '/gatherings', { into: leader.reference });
    const told = await leaves();
    expect(told.map(({ to }) => to).sort()).toEqual(['ett@example.org', 'tva@example.org']);
    for (const { text } of told) expect(text).toContain('Lampan lagas i mars.');
  });

  it('tells all who wait for an answer that the dialogue is called off, in their language', async () => {
    const { reference } = await ask('När lagas lampan?', 'kim@example.org');
    await confirms();
    const other = await ask('När blir lampan hel?', 'robin@example.org');
    await confirms();
    const late = await ask('Vem plogar?', 'sen@example.org');
    const [unanswered] = await leaves();
    await act(reference, '/publications');
    await act(other.reference, '/publications');
    await act(other.reference, '/gatherings', { into: reference });
    const body = { contact: { email: 'neighbour@example.org' } };
    const language = { headers: { 'Accept-Language': 'en' } };
    await done(
      app.api().post(`/medborgardialog-questions/${reference}/support`, { key: true, body, ...language }),
    );
    const asked = (await leaves()).find(({ to }) => to === 'neighbour@example.org');
    const confirm = (text: string | undefined) =>
      done(app.api().post('/question-contact-confirmations', { body: { token: tokenIn(text, 'bekrafta') } }));
    await confirm(asked?.text);
    await leaves();
    const { version } = dialogue;
    await done(
      officer.api.post(`/dialogues/${dialogue.reference}/cancellations`, {
        body: { version, reason: 'Lokalen är stängd.' },
      }),
    );
    const told = await leaves();
    expect(told.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['kim@example.org', `Dialogen är inställd: ${reference} besvaras inte där`],
      ['neighbour@example.org', `The public dialogue is cancelled: ${reference} will not be answered there`],
      ['robin@example.org', `Dialogen är inställd: ${other.reference} besvaras inte där`],
    ]);
    for (const { text } of told) expect(text).toContain('Lokalen är stängd.');
    // Whoever confirms late is told too.
    await confirm(unanswered?.text);
    expect((await leaves()).map(({ subject }) => subject)).toEqual([
      `Dialogen är inställd: ${late.reference} besvaras inte där`,
    ]);
  });

  it('tells supporters the answer to a question that its sender left, and its sender nothing', async () => {
    const { reference, followToken } = await ask('När lagas lampan?', 'kim@example.org');
    await confirms();
    await act(reference, '/publications');
    await leaves();
    const body = { contact: { email: 'granne@example.org' } };
    await done(app.api().post(`/medborgardialog-questions/${reference}/support`, { key: true, body }));
    await confirms();
    await done(app.api().post('/question-follow/withdrawals', { followToken, body: {} }));
    await answer(reference, 'I mars.');
    expect((await leaves()).map(({ to }) => to)).toEqual(['granne@example.org']);
  });

  it('does not tell what staff took back before the mail left', async () => {
    const { reference } = await ask('När lagas lampan?', 'kim@example.org');
    await confirms();
    await act(reference, '/publications');
    await act(reference, '/refusals', { reason: 'insult', text: 'Skriv den gärna utan kraftuttryck.' });
    const told = await leaves();
    expect(told.map(({ subject }) => subject)).toEqual([`Besked om ${reference}`]);
    expect(told[0]?.text).toContain('Skriv den gärna utan kraftuttryck.');
  });

  it('tells whoever confirms late what was answered meanwhile', async () => {
    const { reference } = await ask('När lagas lampan?', 'kim@example.org');
    const [asked] = await leaves();
    await act(reference, '/publications');
    await answer(reference, 'I mars.');
    expect(await leaves()).toEqual([]);
    const token = tokenIn(asked?.text, 'bekrafta');
    await done(app.api().post('/question-contact-confirmations', { body: { token } }));
    expect((await leaves()).map(({ subject }) => subject).sort()).toEqual([
      `${reference} syns nu för alla`,
      `Svar på ${reference}`,
    ]);
  });

  it('stops by the link in the mail, and forgets who never said yes', async () => {
    const { reference, followToken } = await ask('När lagas lampan?', 'kim@example.org');
    await confirms();
    await act(reference, '/publications');
    const [told] = await leaves();
    await done(
      app.api().post('/question-contact-stops', { body: { token: tokenIn(told?.text, 'avsluta') } }),
    );
    await answer(reference, 'I mars.');
    expect(await leaves()).toEqual([]);
    await ask('Och bänkarna?', 'tyst@example.org');
    const contacts = async () =>
      (await app.dataSource.query<unknown[]>('SELECT 1 FROM medborgardialog_question_contacts')).length;
    expect(await contacts()).toBe(2);
    app.clock.advance({ days: 15 });
    await app.get(KeepQuestionContacts).forgetOld();
    expect(await contacts()).toBe(1);
    const later = async (days: number) => {
      app.clock.advance({ days });
      await app.get(KeepQuestionContacts).forgetOld();
      return contacts();
    };
    // However long it takes, who waits for the report is told of it.
    expect(await later(800)).toBe(1);
    const { manager } = app.dataSource;
    await app.get(MedborgardialogRepository).move(manager, dialogue.id, 'reported', app.clock.now());
    expect(await later(389)).toBe(1);
    expect(await later(2)).toBe(0);
    const followed = await done<FollowedQuestion>(app.api().get('/question-follow', { followToken }));
    expect(followed).toMatchObject({ contact: null, answer: { text: 'I mars.' } });
  });

  it('forgets the addresses of a dialogue a month after it was called off', async () => {
    await ask('När lagas lampan?', 'kim@example.org');
    await confirms();
    const body = { version: dialogue.version, reason: 'Lokalen är stängd.' };
    await done(officer.api.post(`/dialogues/${dialogue.reference}/cancellations`, { body }));
    await leaves();
    const left = async (days: number) => {
      app.clock.advance({ days });
      await app.get(KeepQuestionContacts).forgetOld();
      return (await app.dataSource.query<unknown[]>('SELECT 1 FROM medborgardialog_question_contacts'))
        .length;
    };
    expect(await left(29)).toBe(1);
    expect(await left(2)).toBe(0);
  });

  it('writes no address in the log, in a mail row or in the clear', async () => {
    await ask('När lagas lampan?', 'hemlig.adress@example.org');
    await leaves();
    expect(app.log.text()).not.toContain('hemlig.adress');
    for (const table of ['mails', 'medborgardialog_question_contacts', 'medborgardialog_questions']) {
      const rows = await app.dataSource.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect(JSON.stringify(rows)).not.toContain('hemlig.adress');
    }
  });
});
