import { expect, test } from '@jest/globals';
import { withoutOldContact } from './contact-draft.js';
import { bodyOf, emptyDraft, type ProposalDraft } from './proposal-draft.js';

const SAVED = new Date('2026-03-01T12:00:00Z');
const after = (hours: number) => new Date(SAVED.getTime() + hours * 3_600_000);
const given: ProposalDraft = {
  ...emptyDraft(),
  description: 'Barn går här',
  email: 'kim@example.se',
  name: 'Kim',
};
const tried = [bodyOf('ale', 'idea', given, true)];

test.each<[string, ProposalDraft, number, boolean]>([
  ['the same day it is kept', given, 23, true],
  ['after a day it is forgotten', given, 25, false],
  ['sent without an answer it may be needed word for word', { ...given, tried }, 6 * 24, true],
  ['after a week the server no longer knows that attempt', { ...given, tried }, 8 * 24, false],
  ['what waits for the network keeps it', { ...given, tried, waiting: true }, 30 * 24, true],
])('%s', (_case, draft, hours, isKept) => {
  const left = withoutOldContact(draft, SAVED, after(hours));
  expect(JSON.stringify(left).includes('kim@example.se')).toBe(isKept);
  expect(left.description).toBe('Barn går här');
});

test('a draft without an address stays as it is', () => {
  const draft = emptyDraft();
  expect(withoutOldContact(draft, SAVED, after(1000))).toBe(draft);
});
