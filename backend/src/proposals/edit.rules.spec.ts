import { editOf } from './edit.rules.js';

const sent = 'Kalle Svensson kör för fort';
const masked = 'En granne kör för fort';

describe('editing the words of a resident', () => {
  it.each<[name: string, edited: string | null, written: string, outcome: ReturnType<typeof editOf>]>([
    ['a name is taken out', null, ` ${masked} `, { description: masked, shownBefore: sent }],
    [
      'an edit is edited',
      masked,
      'Någon kör för fort',
      { description: 'Någon kör för fort', shownBefore: masked },
    ],
    [
      'the words as they were sent take the edit back',
      masked,
      sent,
      { description: null, shownBefore: masked },
    ],
    ['nothing changes', null, sent, 'unchanged'],
    ['the edit that there is', masked, masked, 'unchanged'],
  ])('%s', (_name, edited, written, outcome) => {
    expect(
      editOf({ description: sent, edited: edited === null ? null : { description: edited } }, written),
    ).toEqual(outcome);
  });

  it('words that were never written are not put into a resident’s mouth', () => {
    expect(editOf({ description: null, edited: null }, 'Något')).toBe('nothing-sent');
  });
});
