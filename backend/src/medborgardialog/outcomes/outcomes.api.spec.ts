import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type {
  DialogueFollowUp,
  StaffDialogueFollowUps,
} from '@lofteskartan/shared/contracts/medborgardialog-follow-ups';
import type { DialoguePaper } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import type {
  OwnPoints,
  PointChoices,
  PointHistory,
  StaffPoints,
} from '@lofteskartan/shared/contracts/medborgardialog-points';
import type {
  FollowedQuestion,
  QuestionReceipt,
} from '@lofteskartan/shared/contracts/medborgardialog-questions';
import type {
  DialogueReport,
  OutcomeList,
  StaffDialogueReport,
  WhoWasHeard,
} from '@lofteskartan/shared/contracts/medborgardialog-reports';
import type { WorkQuestionDetail } from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { done } from '../../../test/support/done.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { readPaper } from '../../../test/support/printed-paper.js';
import { makeStaff, type TestPerson } from '../../../test/support/staff.js';
import { MedborgardialogRepository, type MedborgardialogRecord } from '../medborgardialog.repository.js';
import { Secrets } from '../../platform/security/secrets.js';
import { PointRepository } from './point.repository.js';

describe('what comes of a medborgardialog', () => {
  let app: TestApp;
  let town: TestMunicipality;
  let officer: TestPerson;
  let dialogue: MedborgardialogRecord;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    app.clock.set('2026-11-20T12:00:00Z');
    town = await makeMunicipality(app.dataSource);
    officer = await makeStaff(app, 'case-officer', town);
    dialogue = await makeDialogue(app, town);
  });
  afterAll(async () => {
    await app.stop();
  });

  const work = (path = '') => `/dialogues/${dialogue.reference}${path}`;
  const open = (path = '') => `/medborgardialoger/${dialogue.reference}${path}`;
  const move = (status: 'open' | 'closed') =>
    app.get(MedborgardialogRepository).move(app.dataSource.manager, dialogue.id, status, app.clock.now());
  const points = () => done<StaffPoints>(officer.api.get(work('/points')));
  const add = (text: string, more: object = {}) =>
    done<StaffPoints>(officer.api.post(work('/points'), { key: true, body: { text, ...more } }));
  const pointOf = async (number: number) => {
    const point = (await points()).points.find((each) => each.number === number);
    if (!point) throw new Error('No such point');
    return point;
  };
  const save = async (number: number, body: object) => {
    const { id, version, text } = await pointOf(number);
    return officer.api.put<StaffPoints>(work(`/points/${id}`), { body: { version, text, ...body } });
  };
  const send = (text: string) =>
    done<QuestionReceipt>(
      app.api().post(open('/questions'), { key: true, body: { kind: 'question', text } }),
    );
  const ask = async (text: string) => {
    const asked = await send(text);
    const path = work(`/questions/${asked.reference}`);
    const { version } = await done<WorkQuestionDetail>(officer.api.get(path));
    await done(officer.api.post(`${path}/publications`, { body: { version } }));
    return asked;
  };
  const note = (text: string) =>
    officer.api.post<DialoguePaper>(work('/notes'), {
      key: true,
      body: { id: randomUUID(), table: 'Bord 1', text, writtenAt: '2026-11-23T18:00:00Z' },
    });
  const publish = async (more: object = {}) => {
    const { version } = await done<StaffDialogueReport>(officer.api.get(work('/report')));
    return officer.api.post<StaffDialogueReport>(work('/report'), { body: { version, ...more } });
  };
  const report = () => app.api().get<DialogueReport>(open('/report'));
  const measure = async (plannedOn: string) => {
    const place = await done<StaffPlace>(
      officer.api.post('/inventory/places', {
        key: true,
        body: {
          municipality: town.slug,
          name: 'Gångtunneln',
          position: town.center,
          causes: ['lamp-broken'],
          when: [],
          seasons: [],
          isPublic: true,
        },
      }),
    );
    const body = {
      version: place.version,
      kind: 'new-lamp',
      text: 'Ny belysning.',
      plannedOn,
      isPublic: true,
    };
    await done(officer.api.post(`/inventory/places/${place.reference}/measures`, { key: true, body }));
    const { items } = await done<PointChoices>(
      officer.api.get(work('/point-choices'), { query: { kind: 'measure', q: 'tunneln' } }),
    );
    return items[0]?.id ?? '';
  };

  const told = async () => {
    const path = `/municipalities/${town.slug}/dialogue-outcomes`;
    return (await app.api().get<OutcomeList>(path)).body.items[0]?.point;
  };
  /** Marks measures of the place of one as done, and takes that back. */
  const measuresOf = async (measureId: string) => {
    const [row] = await app.dataSource.query<{ reference: string }[]>(
      'SELECT p.reference FROM inventory_places p JOIN inventory_measures m ON m.place_id = p.id WHERE m.id = $1',
      [measureId],
    );
    const at = `/inventory/places/${row?.reference ?? ''}`;
    const act = async (id: string, what: string, more: object) => {
      const { version } = await done<StaffPlace>(officer.api.get(at));
      const path = `${at}/measures/${id}/${what}`;
      return done<StaffPlace>(officer.api.post(path, { key: true, body: { version, ...more } }));
    };
    return {
      complete: (id: string) => act(id, 'completions', { doneOn: '2026-11-20', text: 'Ny lampa.' }),
      withdraw: (id: string, planAgain: boolean) =>
        act(id, 'withdrawals', { reason: 'Fel plats', planAgain }),
    };
  };

  it('makes a point of each published question, and answers everybody when the report is published', async () => {
    const asked = await ask('När lagas lampan vid stationen?');
    await add('Fler bänkar vid torget');
    const before = await points();
    expect(before.points.map(({ number, source, origin, text }) => [number, source, origin, text])).toEqual([
      [1, 'question', asked.reference, 'När lagas lampan vid stationen?'],
      [2, 'hand', null, 'Fler bänkar vid torget'],
    ]);
    expect(before.openCount).toBe(2);
    await move('open');
    await move('closed');
    expect((await publish()).body).toMatchObject({ code: 'dialogue.pointsOpen' });
    const prepared = await done<StaffDialogueReport>(officer.api.get(work('/report')));
    expect(prepared.open).toEqual(['1. När lagas lampan vid stationen?', '2. Fler bänkar vid torget']);

    await done(save(1, { outcome: 'answered', publicText: 'I vecka 50.' }));
    expect((await save(2, { outcome: 'outside', publicText: 'Torget är Alebyggens.' })).body).toMatchObject({
      errors: [{ field: 'outsideWho', code: 'required' }],
    });
    await done(save(2, { outcome: 'outside', publicText: 'Torget är Alebyggens.', outsideWho: 'Alebyggen' }));
    expect((await report()).status).toBe(404);
    expect((await done<StaffDialogueReport>(officer.api.get(work('/report')))).answersToSend).toBe(1);
    const published = await done<StaffDialogueReport>(publish({ summary: 'Vi talade om ljus.' }));
    expect(published).toMatchObject({ status: 'reported', answersToSend: 0, isChanged: false });

    expect((await report()).body).toMatchObject({
      summary: 'Vi talade om ljus.',
      points: [
        { number: 1, statement: null, outcome: 'answered', publicText: 'I vecka 50.', standing: 'settled' },
        { number: 2, outcome: 'outside', outsideWho: 'Alebyggen' },
      ],
      versions: [{ number: 1, reason: null }],
    });
    const followed = await done<FollowedQuestion>(
      app.api().get('/question-follow', { followToken: asked.followToken }),
    );
    expect(JSON.stringify(followed)).toContain('I vecka 50.');
    const pdf = await app.api().get<Buffer>(open('/report.pdf'));
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
  });

  it('publishes no report while somebody waits whose question nobody has read', async () => {
    const { reference } = await send('Varför är det mörkt vid stationen?');
    await move('open');
    await move('closed');
    const summary = 'Vi talade om ljus.';
    const prepared = await done<StaffDialogueReport>(officer.api.get(work('/report')));
    expect(prepared.newQuestions).toEqual([`${reference}: Varför är det mörkt vid stationen?`]);
    expect((await publish({ summary })).body).toMatchObject({ code: 'report.questionsNew' });
    const body = { version: 1, reason: 'other-subject', text: 'Vi svarar dig direkt.' };
    await done(officer.api.post(work(`/questions/${reference}/refusals`), { body }));
    expect((await done<StaffDialogueReport>(officer.api.get(work('/report')))).newQuestions).toEqual([]);
    await done(publish({ summary }));
  });

  it('takes questions in once, however many read at once and while somebody adds a point', async () => {
    await ask('När lagas lampan?');
    app.clock.advance({ minutes: 1 });
    await ask('Vem plogar?');
    const repository = app.get(PointRepository);
    const readers: Promise<{ readonly status: number }>[] = [];
    await app.dataSource.transaction(async (manager) => {
      await app.get(MedborgardialogRepository).lock(manager, dialogue.id);
      await repository.takeInQuestions(manager, dialogue, app.clock.now());
      // They begin while the points of somebody else are not there yet for anybody else.
      readers.push(officer.api.get(work('/points')), officer.api.get(work('/report')));
      readers.push(officer.api.post(work('/points'), { key: true, body: { text: 'Bänkar' } }));
      await new Promise((passed) => setTimeout(passed, 300));
    });
    expect((await Promise.all(readers)).map(({ status }) => status)).toEqual([200, 200, 201]);
    const { points: all } = await points();
    expect(all.map(({ number, text }) => [number, text])).toEqual([
      [1, 'När lagas lampan?'],
      [2, 'Vem plogar?'],
      [3, 'Bänkar'],
    ]);
  });

  it('corrects a published report by a new version with a reason, and shows the words of the latest', async () => {
    await add('Bänkar');
    await done(save(1, { outcome: 'no', publicText: 'Det finns inga pengar.' }));
    await move('closed');
    await done(publish());
    expect((await publish({ reason: 'Fel' })).body).toMatchObject({ code: 'report.unchanged' });
    await done(save(1, { outcome: 'no', publicText: 'Det finns inga pengar i år.' }));
    // Work on a published report is a draft beside it.
    expect((await report()).body.points[0]?.publicText).toBe('Det finns inga pengar.');
    expect((await publish()).body).toMatchObject({ errors: [{ field: 'reason', code: 'required' }] });
    await done(publish({ reason: 'Årtalet saknades.' }));
    const { body } = await report();
    expect(body.points[0]?.publicText).toBe('Det finns inga pengar i år.');
    expect(body.versions.map(({ reason }) => reason)).toEqual(['Årtalet saknades.', null]);
    await add('En ny punkt');
    expect((await publish({ reason: 'Ny' })).body).toMatchObject({ code: 'dialogue.pointsOpen' });
  });

  it('follows a measure that was done by mistake and planned again', async () => {
    const thingId = await measure('2027-01-15');
    await add('Det är mörkt i tunneln');
    await done(save(1, { outcome: 'measure', publicText: 'Ny belysning.', thingId }));
    await move('closed');
    await done(publish());
    const { complete, withdraw } = await measuresOf(thingId);
    await complete(thingId);
    expect(await told()).toMatchObject({ standing: 'done', thing: { state: 'done' } });
    const again = await withdraw(thingId, true);
    expect(await told()).toMatchObject({
      standing: 'under-way',
      thing: { kind: 'measure', state: 'under-way', day: '2027-01-15' },
    });
    await complete(again.measures[0]?.id ?? '');
    expect(await told()).toMatchObject({ standing: 'done', thing: { state: 'done' } });
  });

  it('asks for another outcome where a measure was taken back for good, and says so to everyone', async () => {
    const thingId = await measure('2027-01-15');
    await add('Det är mörkt i tunneln');
    const { organisations } = await points();
    const organisationId = organisations.find(({ id }) => id === town.police.id)?.id;
    await done(save(1, { outcome: 'measure', publicText: 'Ny belysning.', thingId, organisationId }));
    await move('closed');
    await done(publish());
    const { complete, withdraw } = await measuresOf(thingId);
    await complete(thingId);
    const finish = async () => {
      const { id, version } = await pointOf(1);
      const body = { version, doneOn: '2026-11-20', text: 'Lampan lyser.' };
      return officer.api.post<StaffPoints>(work(`/points/${id}/completions`), { body });
    };
    await done(finish());
    await withdraw(thingId, false);
    const thing = { name: 'Gångtunneln', state: 'withdrawn', day: '2026-11-20' };
    expect(await told()).toMatchObject({ standing: 'withdrawn', doneOn: null, doneText: null, thing });
    expect((await report()).body.standings[0]).toEqual({ standing: 'withdrawn', points: 1 });
    const pdf = readPaper((await app.api().get<Buffer>(open('/report.pdf'))).body).text.replace(/\s+/g, ' ');
    expect(pdf).toContain('Åtgärden togs tillbaka: vi skrev av misstag att den var gjord');

    const police = await makeStaff(app, 'police-officer', town);
    const elsewhere = await makeStaff(app, 'case-officer', await makeMunicipality(app.dataSource));
    const own = async ({ api }: TestPerson) =>
      (await done<OwnPoints>(api.get('/dialogue-work/own'))).takenBack;
    const waiting = [{ reference: dialogue.reference, number: 1, isMine: false }];
    expect(await own(police)).toMatchObject(waiting);
    // Who owns it may only read: those who keep the dialogue say what comes of it instead.
    expect(await own(officer)).toMatchObject(waiting);
    expect(await own(elsewhere)).toEqual([]);
    expect(await points()).toMatchObject({
      openCount: 1,
      points: [{ standing: 'withdrawn', doneOn: null, mayComplete: false }],
    });
    expect((await finish()).body).toMatchObject({ code: 'point.open' });
    expect((await done<StaffDialogueReport>(officer.api.get(work('/report')))).takenBack).toEqual([
      '1. Det är mörkt i tunneln',
    ]);
    expect((await publish({ reason: 'Rättat', summary: 'Ljus.' })).body).toMatchObject({
      code: 'dialogue.pointsOpen',
    });
    const followed = async () =>
      (await done<StaffDialogueFollowUps>(officer.api.get(work('/follow-ups')))).items[0];
    expect((await followed())?.points[0]?.standing).toBe('withdrawn');
    // What is not public any more says that it was taken back, and nothing of where.
    const hide = 'UPDATE inventory_measures SET is_public = $2 WHERE id = $1';
    await app.dataSource.query(hide, [thingId, false]);
    expect(await told()).toMatchObject({
      standing: 'withdrawn',
      thing: { name: null, path: null, state: 'withdrawn', day: null },
    });

    // Its owner can be changed before anybody knows what comes of it instead.
    await done(save(1, { outcome: 'measure', publicText: 'Ny belysning.', thingId }));
    expect((await pointOf(1)).standing).toBe('withdrawn');
    await done(save(1, { outcome: 'answered', publicText: 'Vi prövar den i budgeten.' }));
    expect(await own(officer)).toEqual([]);
    expect((await told())?.standing).toBe('withdrawn');
    await done(publish({ reason: 'Åtgärden var inte gjord.' }));
    expect(await told()).toMatchObject({ standing: 'settled', thing: null });
    expect((await followed())?.points[0]?.standing).toBe('settled');
  });

  it('shows how the thing stands that a point became, on the day when somebody asks', async () => {
    const thingId = await measure('2027-01-15');
    await add('Det är mörkt i tunneln');
    const { organisations } = await points();
    const organisationId = organisations[0]?.id;
    const body = {
      outcome: 'measure',
      publicText: 'Ny belysning.',
      thingId,
      organisationId,
      dueOn: '2027-02-01',
    };
    expect((await save(1, { ...body, thingId: randomUUID() })).body).toMatchObject({
      errors: [{ field: 'thingId', code: 'notFound' }],
    });
    await done(save(1, body));
    await move('closed');
    await done(publish());
    const list = async (query: Record<string, string> = {}) =>
      (await app.api().get<OutcomeList>(`/municipalities/${town.slug}/dialogue-outcomes`, { query })).body;
    expect((await list()).items[0]?.point).toMatchObject({
      standing: 'under-way',
      thing: { kind: 'measure', name: 'Gångtunneln', state: 'under-way', day: '2027-01-15' },
    });
    app.clock.set('2027-02-02T12:00:00Z');
    const fresh = await makeStaff(app, 'case-officer', town);
    officer = fresh;
    expect((await list({ standing: 'late' })).matching).toBe(1);
    const own = await done<OwnPoints>(officer.api.get('/dialogue-work/own'));
    expect(own.late).toMatchObject([
      { reference: dialogue.reference, number: 1, dueOn: '2027-02-01', isMine: false },
    ]);
    const { id, version } = await pointOf(1);
    await done(
      officer.api.post(work(`/points/${id}/completions`), {
        body: { version, doneOn: '2027-02-01', text: 'Lamporna lyser.' },
      }),
    );
    expect((await list()).items[0]?.point).toMatchObject({ standing: 'done', doneText: 'Lamporna lyser.' });
    expect((await list({ q: 'lyser' })).matching).toBe(1);
    expect((await done<OwnPoints>(officer.api.get('/dialogue-work/own'))).late).toEqual([]);
    const history = await done<PointHistory>(officer.api.get(work(`/points/${id}/history`)));
    expect(history.items.map(({ type }) => type)).toEqual(['point-added', 'point-changed', 'point-done']);
    // A place that is hidden later takes its name along.
    await app.dataSource.query('DELETE FROM public_inventory_places WHERE municipality_id = $1', [town.id]);
    expect((await list()).items[0]?.point.thing).toMatchObject({ name: null, path: null, state: null });
  });

  it('keeps notes without names, and asks of each whether the report tells it', async () => {
    expect((await note('Mörkt vid bäcken.')).body).toMatchObject({ code: 'dialogue.notOpen' });
    await move('open');
    const kept = await done<DialoguePaper>(note('Mörkt vid bäcken.'));
    const both = await done<DialoguePaper>(note('Kim på 070-123 45 67 vet mer.'));
    expect(both.notes.filter(({ looksPersonal }) => looksPersonal)).toHaveLength(1);
    await move('closed');
    expect((await publish()).body).toMatchObject({ code: 'report.notesNew' });
    const [first, second] = [kept.notes[0], both.notes.find(({ looksPersonal }) => looksPersonal)];
    await done(officer.api.post(work(`/notes/${second?.id ?? ''}/removals`), { body: {} }));
    await done(
      officer.api.put(work(`/notes/${first?.id ?? ''}`), {
        body: { version: 1, table: 'Bord 1', text: 'Mörkt vid bäcken.', state: 'included' },
      }),
    );
    await add('Mörkt vid bäcken', { noteId: first?.id });
    expect((await pointOf(1)).origin).toBe('Bord 1');
    await done(save(1, { outcome: 'answered', publicText: 'Vi tittar.' }));
    await done(publish());
    expect((await report()).body.tableNotes).toEqual([{ table: 'Bord 1', text: 'Mörkt vid bäcken.' }]);
    const [left] = await app.dataSource.query<{ all: string }[]>(
      `SELECT string_agg(changes::text, ' ') AS "all" FROM medborgardialog_events WHERE dialogue_id = $1`,
      [dialogue.id],
    );
    expect(left?.all).not.toContain('070-123');
  });

  it('removes a note for good: from published reports, histories and kept answers; the points of it are named', async () => {
    await move('open');
    const words = 'Greta Garbo ser illa i mörkret.';
    const kept = await done<DialoguePaper>(note(words));
    const id = kept.notes[0]?.id ?? '';
    await done(note('Mörkt vid bäcken.'));
    const key = 'samma-punkt';
    const made = () =>
      officer.api.post<StaffPoints>(work('/points'), { key, body: { text: words, noteId: id } });
    await done(made());
    expect((await made()).body.points).toHaveLength(1);
    const said = { outcome: 'answered', publicText: 'Vi tittar.' };
    await done(save(1, { ...said, text: `${words} Mycket illa.` }));
    await done(save(1, { ...said, text: 'Det är mörkt.' }));
    await move('closed');
    const paper = () => done<DialoguePaper>(officer.api.get(work('/paper')));
    for (const { table, text, ...each } of (await paper()).notes) {
      const body = { version: each.version, table, text, state: 'included' };
      await done(officer.api.put(work(`/notes/${each.id}`), { body }));
    }
    await done(publish());
    await done(publish({ summary: 'Vi talade om ljus.', reason: 'Sammanfattning' }));
    expect((await report()).body.tableNotes).toHaveLength(2);
    expect((await paper()).notes.find((each) => each.id === id)).toMatchObject({ points: [1], isTold: true });

    await done(officer.api.post(work(`/notes/${id.toUpperCase()}/removals`), { body: {} }));
    expect((await report()).body.tableNotes).toEqual([{ table: 'Bord 1', text: 'Mörkt vid bäcken.' }]);
    expect((await done<StaffDialogueReport>(officer.api.get(work('/report')))).isChanged).toBe(false);
    const [removal] = await app.dataSource.query<{ changes: object }[]>(
      `SELECT changes FROM medborgardialog_events WHERE dialogue_id = $1 AND type = 'note-removed'`,
      [dialogue.id],
    );
    expect(removal?.changes).toEqual({ note: id, points: [1], reports: [1, 2] });
    for (const table of ['medborgardialog_events', 'medborgardialog_reports', 'medborgardialog_notes']) {
      const rows = await app.dataSource.query(`SELECT to_jsonb(t)::text AS row FROM ${table} t`);
      expect([table, JSON.stringify(rows)]).toEqual([table, expect.not.stringContaining('Garbo')]);
    }
    const answers = await app.dataSource.query<{ key_hash: Buffer; answer: Buffer }[]>(
      'SELECT key_hash, answer FROM idempotency_keys WHERE answer IS NOT NULL',
    );
    const opened = answers.map(({ key_hash, answer }) =>
      app.get(Secrets).open('idempotency', answer, key_hash.toString('hex')),
    );
    expect(opened.length).toBeGreaterThan(2);
    expect(opened.join(' ')).not.toContain('Garbo');
  });

  it('takes back that a point is done, and forgets it with another outcome', async () => {
    await add('Lampan vid bäcken');
    await done(save(1, { outcome: 'answered', publicText: 'Vi lagar den.' }));
    const complete = async (doneOn: string | null, text: string) => {
      const { id, version } = await pointOf(1);
      return officer.api.post<StaffPoints>(work(`/points/${id}/completions`), {
        body: { version, doneOn, text },
      });
    };
    expect((await complete(null, 'Fel punkt')).body).toMatchObject({ code: 'point.notDone' });
    await done(complete('2026-11-19', 'Lampan är lagad.'));
    await move('closed');
    await done(publish());
    expect((await report()).body.points[0]).toMatchObject({ standing: 'done', doneText: 'Lampan är lagad.' });
    await done(complete(null, 'Det var en annan lampa.'));
    expect((await report()).body.points[0]).toMatchObject({
      standing: 'settled',
      doneOn: null,
      doneText: null,
    });
    const { id } = await pointOf(1);
    const { items } = await done<PointHistory>(officer.api.get(work(`/points/${id}/history`)));
    expect(items.at(-1)).toMatchObject({ type: 'point-undone', reason: 'Det var en annan lampa.' });

    await done(complete('2026-11-19', 'Lampan är lagad.'));
    await done(save(1, { outcome: 'answered', publicText: 'Den lagas.' }));
    expect((await pointOf(1)).doneOn).toBe('2026-11-19');
    await done(save(1, { outcome: 'no', publicText: 'Den tas bort.' }));
    expect(await pointOf(1)).toMatchObject({ standing: 'settled', doneOn: null, doneText: null });
  });

  it('publishes no empty report, unless it says in words why', async () => {
    await move('closed');
    expect((await done<StaffDialogueReport>(officer.api.get(work('/report')))).isEmpty).toBe(true);
    expect((await publish({ summary: '  ' })).body).toMatchObject({ code: 'report.empty' });
    expect((await report()).status).toBe(404);
    const summary = 'Ingen kom. Vi försöker igen i vår, vid stationen.';
    await done(publish({ summary }));
    expect((await report()).body).toMatchObject({ summary, points: [], people: null });
    const pdf = await app.api().get<Buffer>(open('/report.pdf'));
    expect(readPaper(pdf.body).text).toContain('Inga punkter togs upp');
  });

  it('counts votes from paper beside those of phones, and tells them in the report', async () => {
    await move('open');
    const [row] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal)
       VALUES ($1, 'Det är mörkt.', 'open', 'staff', 1) RETURNING id`,
      [dialogue.id],
    );
    const votes = (table: string, agree: number, known: object | null = null) =>
      officer.api.put<DialoguePaper>(work('/paper-votes'), {
        body: { statementId: row?.id, table, agree, disagree: 1, pass: 0, known },
      });
    await done(votes('Bord 1', 6));
    expect((await votes('Bord 1', 9)).body).toMatchObject({ code: 'version.stale' });
    await done(votes('Bord 1', 9, { agree: 6, disagree: 1, pass: 0 }));
    const { statements } = await done<DialoguePaper>(votes('Bord 2', 3));
    expect(statements[0]?.votes).toEqual([
      { table: 'Bord 1', agree: 9, disagree: 1, pass: 0 },
      { table: 'Bord 2', agree: 3, disagree: 1, pass: 0 },
    ]);
    const strange = { statementId: randomUUID(), table: 'Bord 1', agree: 1, disagree: 0, pass: 0 };
    expect((await officer.api.put(work('/paper-votes'), { body: strange })).body).toMatchObject({
      errors: [{ field: 'statementId', code: 'notFound' }],
    });
    const none = { statementId: row?.id, table: 'Bord 2', agree: 0, disagree: 0, pass: 0 };
    const known = { agree: 3, disagree: 1, pass: 0 };
    await done(officer.api.put(work('/paper-votes'), { body: { ...none, known } }));
    await move('closed');
    await done(publish());
    expect((await report()).body.statements).toMatchObject([{ agree: 9, disagree: 1, answers: 10 }]);
    const pdf = readPaper((await app.api().get<Buffer>(open('/report.pdf'))).body).text.replace(/\s+/g, ' ');
    for (const told of [
      '90 % (60 %–98 %)',
      'Få svar: tolka försiktigt.',
      'Går inte att säga',
      'Den gäller rummet',
    ])
      expect(pdf).toContain(told);
  });

  it('makes a point of a statement once, with its words and its result, and the report says where it came from', async () => {
    await move('open');
    const statement = async (text: string, status: string, ordinal: number): Promise<string> => {
      const [row] = await app.dataSource.query<{ id: string }[]>(
        `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal) VALUES ($1, $2, $3, 'staff', $4) RETURNING id`,
        [dialogue.id, text, status, ordinal],
      );
      return row?.id ?? '';
    };
    const dark = await statement('Det är mörkt.', 'open', 1);
    const waiting = await statement('Det är ljust.', 'waiting', 2);
    const votes = { statementId: dark, table: 'Bord 1', agree: 6, disagree: 1, pass: 0 };
    await done(officer.api.put<DialoguePaper>(work('/paper-votes'), { body: votes }));
    const take = (statementId: string) =>
      officer.api.post<StaffPoints>(work('/points'), { key: true, body: { text: 'Andra ord', statementId } });
    const made = await done<StaffPoints>(take(dark));
    expect(made.points).toMatchObject([{ source: 'statement', origin: '1', text: 'Det är mörkt.' }]);
    expect(made.statements).toMatchObject([{ id: dark, number: 1, agree: 6, answers: 7, point: 1 }]);
    expect((await take(dark)).body).toMatchObject({ errors: [{ field: 'statementId', code: 'notUnique' }] });
    expect((await take(waiting)).body).toMatchObject({
      errors: [{ field: 'statementId', code: 'notFound' }],
    });
    await done(save(1, { text: 'Omskrivet', outcome: 'answered', publicText: 'Vi tänder i mars.' }));
    expect((await pointOf(1)).text).toBe('Det är mörkt.');
    await move('closed');
    await done(publish());
    expect((await report()).body).toMatchObject({
      points: [{ source: 'statement', statement: 1, text: 'Det är mörkt.', publicText: 'Vi tänder i mars.' }],
      statements: [{ text: 'Det är mörkt.', agree: 6 }],
    });
    const pdf = readPaper((await app.api().get<Buffer>(open('/report.pdf'))).body).text.replace(/\s+/g, ' ');
    expect(pdf).toContain('Från påstående 1. Hur de som var med röstade står under Påståenden.');
    expect(pdf).toContain('Det är mörkt. (punkt 1)');
  });

  it('lets a statement become a point anew when the first was taken away', async () => {
    await move('open');
    const [row] = await app.dataSource.query<{ id: string }[]>(
      `INSERT INTO medborgardialog_statements (dialogue_id, text, status, source, ordinal) VALUES ($1, 'Mörkt', 'closed', 'staff', 1) RETURNING id`,
      [dialogue.id],
    );
    const body = { text: 'Mörkt', statementId: row?.id };
    await done(officer.api.post(work('/points'), { key: true, body }));
    const { id, version } = await pointOf(1);
    const reason = 'Fel';
    await done(officer.api.post(work(`/points/${id}/withdrawals`), { body: { version, reason } }));
    const again = await done<StaffPoints>(officer.api.post(work('/points'), { key: true, body }));
    expect(again.points.map(({ number }) => number)).toEqual([2]);
  });

  it('tells who came in counts, and nothing of few', async () => {
    await move('closed');
    const count = (localities: object[], version = 0) =>
      officer.api.put<DialoguePaper>(work('/attendance'), { body: { version, localities } });
    const locality = town.locality.slug;
    expect((await count([{ locality: 'finns-inte', people: 3 }])).body).toMatchObject({
      code: 'input.invalid',
    });
    await done(
      count([
        { locality, people: 12, bands: { women: 6, men: 6 } },
        { locality: null, people: 3 },
      ]),
    );
    expect((await count([], 0)).body).toMatchObject({ code: 'version.stale' });
    const heard = async () =>
      (await app.api().get<WhoWasHeard>(`/municipalities/${town.slug}/dialogue-heard`)).body;
    expect(await heard()).toMatchObject({ dialogues: 1, told: 0, people: null });
    await done(publish());
    expect((await report()).body).toMatchObject({
      people: 15,
      attendance: [{ people: null }, { people: null }],
      bands: [],
    });
    expect((await heard()).people).toBe(15);
    const whole = await done<WhoWasHeard>(officer.api.get(`/dialogue-work/heard/${town.slug}`));
    expect(whole).toMatchObject({ people: 15, localities: [{ people: 12, dialogues: 1, isLongAgo: false }] });
  });

  it('follows up at 6 and 12 months from what has happened since, in words of staff, frozen when published', async () => {
    const thingId = await measure('2027-01-15');
    await add('Det är mörkt i tunneln');
    await done(save(1, { outcome: 'measure', publicText: 'Ny belysning.', thingId }));
    await move('closed');
    await done(publish());
    const list = () => done<StaffDialogueFollowUps>(officer.api.get(work('/follow-ups')));
    const [six, twelve] = (await list()).items;
    expect([six?.dueOn, twelve?.dueOn, six?.isDue]).toEqual(['2027-05-20', '2027-11-20', false]);
    const saying = { words: 'Lampan är sen.', items: [{ number: 1, words: 'Leveransen dröjde.' }] };
    await done(officer.api.put(work('/follow-ups/6'), { body: { version: 1, ...saying } }));
    const early = await officer.api.post(work('/follow-ups/6/publications'), { body: { version: 2 } });
    expect(early.body).toMatchObject({ code: 'dialogueFollowUp.notDue' });
    app.clock.set('2027-05-20T12:00:00Z');
    officer = await makeStaff(app, 'case-officer', town);
    expect((await done<OwnPoints>(officer.api.get('/dialogue-work/own'))).followUps).toMatchObject([
      { reference: dialogue.reference, months: 6 },
    ]);
    const public6 = () => app.api().get<DialogueFollowUp>(open('/follow-ups/6'));
    expect((await public6()).status).toBe(404);
    await done(officer.api.post(work('/follow-ups/6/publications'), { body: { version: 2 } }));
    const told = (await public6()).body;
    expect(told).toMatchObject({
      words: 'Lampan är sen.',
      points: [
        { standing: 'late', words: 'Leveransen dröjde.', thing: { name: 'Gångtunneln', state: 'late' } },
      ],
    });
    app.clock.set('2027-06-20T12:00:00Z');
    officer = await makeStaff(app, 'case-officer', town);
    const { id, version } = await pointOf(1);
    await done(
      officer.api.post(work(`/points/${id}/completions`), {
        body: { version, doneOn: '2027-06-19', text: 'Klart.' },
      }),
    );
    expect((await public6()).body.points[0]?.standing).toBe('late');
    expect((await list()).items[1]?.points[0]?.standing).toBe('done');
    expect((await list()).status).toBe('followed-up');
    const again = await officer.api.put(work('/follow-ups/6'), { body: { version: 3, ...saying } });
    expect(again.body).toMatchObject({ code: 'followUp.published' });
  });

  it('lets the organisation that owns a point finish it, and nobody else but who keeps the dialogue', async () => {
    await add('Mopeder i parken');
    const { organisations } = await points();
    const police = await makeStaff(app, 'police-officer', town);
    const organisationId = organisations.find(({ id }) => id === town.police.id)?.id;
    const other = organisations.find(({ id }) => id !== organisationId)?.id;
    const done1 = async () => {
      const { id, version } = await pointOf(1);
      return police.api.post(work(`/points/${id}/completions`), {
        body: { version, doneOn: '2026-11-20', text: 'Vi var där.' },
      });
    };
    expect((await done1()).status).toBe(403);
    await done(save(1, { outcome: 'answered', publicText: 'Vi kollar.', organisationId: other }));
    expect((await done1()).body).toMatchObject({ code: 'role.insufficient' });
    await done(save(1, { outcome: 'answered', publicText: 'Vi kollar.', organisationId }));
    expect((await done1()).status).toBe(200);
    const { id } = await pointOf(1);
    const put = await police.api.put(work(`/points/${id}`), { body: { version: 4, text: 'Annat' } });
    expect(put.body).toMatchObject({ code: 'role.insufficient' });
  });
});
