import 'reflect-metadata';
import { HISTORY_EVENTS } from '@lofteskartan/shared/contracts/triage';
import { doneInWords } from './log-words.js';

it.each(HISTORY_EVENTS)('the file of the log has words for %s', (type) => {
  expect(doneInWords(type)).not.toBe(type);
});
