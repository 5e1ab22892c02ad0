import {
  endsIt,
  isToldOf,
  type OtherMeasure,
  type TellableMeasure,
  type TellableProposal,
} from './tell-measure.rules.js';

const lamp: TellableMeasure = { kind: 'new-lamp', doneOn: '2026-06-10', isPublic: true, isCare: false };
const cutting: TellableMeasure = { ...lamp, kind: 'cut-back', isCare: true };
const overgrown: TellableProposal = {
  status: 'under-review',
  sentOn: '2026-05-01',
  causes: [['vegetation', 'poor-overview']],
};
const dark: TellableProposal = { ...overgrown, causes: [['lamp-broken']] };

describe('who is told of a measure that is evidence for no commitment', () => {
  it.each<[string, TellableMeasure, TellableProposal, string[], boolean]>([
    ['work that was planned for the place', lamp, dark, [], true],
    ['the same on the day on which it was sent in', lamp, { ...dark, sentOn: '2026-06-10' }, [], true],
    ['work from before it was sent in', lamp, { ...dark, sentOn: '2026-06-11' }, [], false],
    ['work that everyone may not read of', { ...lamp, isPublic: false }, dark, [], false],
    ['a proposal that has its answer already', lamp, { ...dark, status: 'answered' }, [], true],
    ['one that is gathered: with its case', lamp, { ...dark, status: 'duplicate' }, [], true],
    ['one that is hidden', lamp, { ...dark, status: 'hidden' }, [], false],
    ['one that was withdrawn', lamp, { ...dark, status: 'withdrawn' }, [], false],
    ['a second measure that was planned', lamp, dark, ['2026-06-01'], true],
    ['cutting back, of what is overgrown', cutting, overgrown, [], true],
    ['cutting back, of a broken lamp', cutting, dark, [], false],
    [
      'cutting back, of what is overgrown and dark',
      cutting,
      { ...overgrown, causes: [['vegetation', 'lamp-broken']] },
      [],
      false,
    ],
    ['cutting back, where no cause was said', cutting, { ...overgrown, causes: [[]] }, [], false],
    [
      'cutting back, of a case that is overgrown and dark',
      cutting,
      { ...overgrown, causes: [['vegetation'], ['lamp-broken']] },
      [],
      false,
    ],
    [
      'cutting back, of a case of which one gave no cause',
      cutting,
      { ...overgrown, causes: [['vegetation'], []] },
      [],
      false,
    ],
    [
      'cutting back, of a case that is overgrown',
      cutting,
      { ...overgrown, causes: [['vegetation'], ['poor-overview']] },
      [],
      true,
    ],
    ['cutting back, of what is gathered', cutting, { ...overgrown, status: 'duplicate' }, [], false],
    ['the first cutting since, after one in an earlier year', cutting, overgrown, ['2025-06-10'], true],
    ['the cutting of the next year', { ...cutting, doneOn: '2027-06-10' }, overgrown, ['2026-06-10'], false],
    [
      'cleaning, of litter',
      { ...cutting, kind: 'cleaned' },
      { ...overgrown, causes: [['neglect']] },
      [],
      true,
    ],
    ['cleaning, of what is overgrown', { ...cutting, kind: 'cleaned' }, overgrown, [], false],
    ['care that is not public', { ...cutting, isPublic: false }, overgrown, [], false],
    ['care that puts nothing right', { ...cutting, kind: 'rebuilt' }, overgrown, [], false],
  ])('%s', (_, measure, proposal, doneBefore, isTold) => {
    expect(isToldOf(measure, proposal, doneBefore)).toBe(isTold);
  });
});

describe('whether a measure ends what is told of it', () => {
  const poles: OtherMeasure = { kind: 'new-lamp', doneOn: null, isPublic: true };
  const hedge: OtherMeasure = { ...poles, kind: 'cut-back' };

  it.each<[string, TellableMeasure, TellableProposal, OtherMeasure[], boolean]>([
    ['the only one', lamp, dark, [], true],
    ['one of two, while the other is to come', { ...lamp, kind: 'cut-back' }, dark, [poles], false],
    ['the last of two', lamp, dark, [{ ...poles, doneOn: '2026-06-01' }], true],
    ['while one to come is for staff alone', lamp, dark, [{ ...poles, isPublic: false }], true],
    [
      'while others have been asked, or nothing else is done',
      lamp,
      dark,
      [
        { ...poles, kind: 'referred' },
        { ...poles, kind: 'none' },
      ],
      true,
    ],
    ['while the hedge, which it is not about, is to be cut', lamp, dark, [hedge], true],
    [
      'while the hedge, which it is about too, is to be cut',
      lamp,
      { ...dark, causes: [['lamp-broken'], ['vegetation']] },
      [hedge],
      false,
    ],
    [
      'while the hedge is to be cut, where no cause was said',
      lamp,
      { ...dark, causes: [[]] },
      [hedge],
      false,
    ],
    ['care, which puts all of it right', cutting, overgrown, [poles], true],
  ])('%s', (_, measure, proposal, others, ends) => {
    expect(endsIt(measure, proposal, others)).toBe(ends);
  });
});
