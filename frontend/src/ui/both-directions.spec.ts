import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const sources = join(dirname(fileURLToPath(import.meta.url)), '..');
const sheets = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
);

/** What means a side of the screen; its twin means the beginning or the end of a line, in either direction of writing. */
const PHYSICAL =
  /(?<![-\w])(?:(?:margin|padding|border)-(?:left|right)|(?:left|right)(?=:\s*[^\s*]+;)|text-align:\s*(?:left|right)|float:\s*(?:left|right))/;
/** The middle is the middle from either side. */
const MIDDLE = /(?<![-\w])(?:left|right): 50%/;

test('no style sheet names a side of the screen, so that the pages can be read from right to left', () => {
  const found = sheets.flatMap((file) =>
    readFileSync(join(sources, file), 'utf8')
      .split('\n')
      .map((line, index) => ({ line, at: `${file}:${String(index + 1)} ${line.trim()}` }))
      .filter(({ line }) => PHYSICAL.test(line) && !MIDDLE.test(line))
      .map(({ at }) => at),
  );
  expect(sheets.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});
