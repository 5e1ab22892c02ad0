import { describe, expect, it } from '@jest/globals';
import '../../platform/type-metadata.js';
import { HISTORY_EVENTS } from '@lofteskartan/shared/contracts/triage';
import english from '../../locales/en/work-case.json' with { type: 'json' };
import swedish from '../../locales/sv/work-case.json' with { type: 'json' };

describe.each([
  ['Swedish', swedish.history],
  ['English', english.history],
])('the history in %s', (_language, words: Readonly<Record<string, string>>) => {
  it.each(HISTORY_EVENTS)('has words for %s', (type) => {
    expect(words[type]?.length ?? 0).toBeGreaterThan(3);
  });
});
