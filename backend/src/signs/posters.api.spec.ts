import decodeQR from 'qr/decode.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeDialogue } from '../../test/support/medborgardialog.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { readPaper, type PrintedRectangle } from '../../test/support/printed-paper.js';
import { makeStaff } from '../../test/support/staff.js';

let app: TestApp;
let town: TestMunicipality;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  town = await makeMunicipality(app.dataSource);
});
afterAll(() => app.stop());

/** What a camera reads from the squares of a page. */
function scanned(rectangles: readonly PrintedRectangle[]): string {
  const perPoint = 3;
  const frame = rectangles.find(({ width, height }) => height > 150 && Math.abs(width - height) < 1);
  if (!frame) throw new Error('There is no code');
  const side = Math.round(frame.width * perPoint);
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  const at = (points: number, from: number) => Math.round((points - from) * perPoint);
  const within = rectangles.filter((one) => one !== frame && one.y >= frame.y && one.x >= frame.x);
  for (const each of within)
    for (let y = at(each.y, frame.y); y < at(each.y + each.height, frame.y); y += 1) {
      const row = y * side;
      data.fill(0, (row + at(each.x, frame.x)) * 4, (row + at(each.x + each.width, frame.x)) * 4);
    }
  return decodeQR({ width: side, height: side, data });
}

describe('a poster', () => {
  const easy = { title: 'Möte om Centrum', purpose: 'Säg vad du tycker.', levelMeaning: 'Vi lyssnar.' };

  it.each([
    ['sv', '/Lang (sv-SE)', 'Ortsutvecklingsmöte i Centrum'],
    ['en', '/Lang (en-GB)', 'Ortsutvecklingsmöte i Centrum'],
    ['easy', '/Lang (sv-SE)', 'Möte om Centrum'],
  ])('in %s is one tagged page, and its code opens the page', async (voice, mark, title) => {
    const { reference } = await makeDialogue(app, town, { translations: { easy } });
    const { api } = await makeStaff(app, 'police-officer', town);
    const answer = await api.get<Buffer>(`/dialogues/${reference}/poster`, { query: { voice } });
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    expect(answer.headers.get('Content-Disposition')).toContain(
      `affisch-${reference.toLowerCase()}-${voice}.pdf`,
    );
    const marks = answer.body.toString('latin1');
    for (const each of ['%PDF-1.7', mark, '/Marked true', '/S /H1', '/S /Figure'])
      expect(marks).toContain(each);
    const { pages, text, rectangles } = readPaper(answer.body);
    expect(pages).toBe(1);
    expect(text).toContain(title);
    expect(scanned(rectangles)).toMatch(new RegExp(`/${town.slug}/dialoger/${reference}$`));
  });

  it('stays on its page, however much is written', async () => {
    const long = 'Det här är en mening som någon har skrivit för att få med allt. ';
    const { reference } = await makeDialogue(app, town, {
      title:
        'Ortsutvecklingsmöte om trygghet, trafik, belysning, lekplatser och busshållplatser i Centrum och norrut',
      purpose: long.repeat(15),
      levelMeaning: long.repeat(7),
      venue: long.repeat(3).slice(0, 190),
      accessibility: long.repeat(7),
      interpreter: long.repeat(7),
      transport: long.repeat(7),
    });
    const { api } = await makeStaff(app, 'case-officer', town);
    const { body } = await api.get<Buffer>(`/dialogues/${reference}/poster`);
    const { pages, rectangles } = readPaper(body);
    expect(pages).toBe(1);
    expect(scanned(rectangles)).toContain(reference);
  });

  it.each([
    ['a draft', 'draft', 'dialogue.draft'],
    ['one that was called off', 'cancelled', 'dialogue.cancelled'],
  ] as const)('is not made of %s', async (_, status, code) => {
    const { reference } = await makeDialogue(app, town, { status });
    const { api } = await makeStaff(app, 'coordinator', town);
    expect((await api.get<ProblemBody>(`/dialogues/${reference}/poster`)).body.code).toBe(code);
  });
});
