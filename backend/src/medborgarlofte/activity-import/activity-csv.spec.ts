import 'reflect-metadata';
import { readCsv, writeCsv } from './activity-csv.js';

const file = (text: string) => readCsv(`datum;åtagande;text\n2026-11-01;1;${text}`);

function linesOf(read: ReturnType<typeof readCsv>) {
  if (!('lines' in read)) throw new Error('The file was not read');
  return read.lines;
}

describe('refused lines as a file', () => {
  it.each(['=1+1', '+ 3 stoppade', '- två kontroller', '@ skolan', 'Vanlig text', "'citat'"])(
    'come back with the same words: %s',
    (text) => {
      const [line] = linesOf(file(text));
      if (!line) throw new Error('There is no line');
      const written = writeCsv([{ ...line, why: 'Rätta.' }]);
      expect(/(^|;)[=+@]/m.test(written)).toBe(false);
      expect(linesOf(readCsv(written))[0]?.cells).toEqual(line.cells);
      expect(line.cells.text).toBe(text);
    },
  );
});
