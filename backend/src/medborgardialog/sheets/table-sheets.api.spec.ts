import { randomUUID } from 'node:crypto';
import type { ProblemBody } from '../../../test/support/api.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { makeDialogue } from '../../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { readPaper } from '../../../test/support/printed-paper.js';
import { makeStaff } from '../../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  town = await makeMunicipality(app.dataSource);
});
afterAll(() => app.stop());

async function withStatements(
  dialogueId: string,
  rows: readonly (readonly [text: string, status: string, source: string])[],
) {
  for (const [index, [text, status, source]] of rows.entries())
    await app.dataSource.query(
      `INSERT INTO medborgardialog_statements (id, dialogue_id, text, status, source, ordinal) VALUES ($1, $2, $3, $4, $5, $6)`,
      [randomUUID(), dialogueId, text, status, source, index + 1],
    );
}

describe('the papers for the tables', () => {
  it.each([
    [
      'sv',
      '/Lang (sv-SE)',
      ['Håller med', 'Håller inte med', 'Står över', 'Bord:', 'Var är det mörkt i Centrum?'],
    ],
    ['en', '/Lang (en-GB)', ['Agree', 'Disagree', 'Pass', 'Table:', 'Where is it dark in Centrum?']],
    ['easy', '/Lang (sv-SE)', ['Ja, jag håller med', 'Skriv inga namn.', 'Var är det mörkt i Centrum?']],
  ])('in %s are tagged pages with boxes, room and a map', async (voice, mark, words) => {
    const { id, reference, shortCode } = await makeDialogue(app, town);
    await withStatements(id, [
      ['Det är mörkt vid stationen.', 'waiting', 'staff'],
      ['Ett förslag som ingen har läst.', 'waiting', 'resident'],
      ['Vägen är trygg.', 'open', 'resident'],
    ]);
    const { api } = await makeStaff(app, 'case-officer', town);
    const answer = await api.get<Buffer>(`/dialogues/${reference}/table-sheet`, { query: { voice } });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    const marks = answer.body.toString('latin1');
    for (const each of ['%PDF-1.7', mark, '/Marked true', '/S /H1', '/S /Table', '/S /Figure'])
      expect(marks).toContain(each);
    const { pages, texts } = readPaper(answer.body);
    const text = texts.join(' ');
    expect(pages).toBe(3);
    for (const each of [...words, '1. Det är mörkt vid stationen.', '3. Vägen är trygg.', shortCode])
      expect(text).toContain(each);
    expect(text).not.toContain('ingen har läst');
  });

  it('repeat the heads on the next page, and cut no statement in two', async () => {
    const { id, reference } = await makeDialogue(app, town);
    const long =
      'Det här är en lång mening som någon har skrivit för att den ska räcka till flera rader på papper';
    await withStatements(
      id,
      Array.from({ length: 20 }, (_, index) => [`${long} ${String(index)}.`, 'open', 'staff'] as const),
    );
    const { api } = await makeStaff(app, 'coordinator', town);
    const { body } = await api.get<Buffer>(`/dialogues/${reference}/table-sheet`);
    const { pages, texts } = readPaper(body);
    expect(pages).toBeGreaterThan(3);
    const withStatement = texts.filter((text) => text.includes(long));
    expect(withStatement.length).toBeGreaterThan(1);
    for (const text of withStatement) expect(text).toContain('Håller inte med');
  });

  it.each([
    ['a draft', 'draft', 'dialogue.draft'],
    ['one that was called off', 'cancelled', 'dialogue.cancelled'],
  ] as const)('are not made of %s', async (_, status, code) => {
    const { reference } = await makeDialogue(app, town, { status });
    const { api } = await makeStaff(app, 'coordinator', town);
    expect((await api.get<ProblemBody>(`/dialogues/${reference}/table-sheet`)).body.code).toBe(code);
  });
});
