import { LISTED_STATUSES, type AnswerState, type ListedStatus } from '@lofteskartan/shared/vocabulary';
import {
  answeredSince,
  answerFilter,
  countAnswers,
  countByOwner,
  type LedgerRow,
  type OwnedCommitment,
  ownerOf,
  responsibilityOf,
  waitsAgainSince,
} from './answer-ledger.rules.js';

const row = (given: Partial<LedgerRow>): LedgerRow => ({
  locality: null,
  kind: 'idea',
  status: 'received',
  commitmentId: null,
  responsible: null,
  count: 1,
  gathered: 0,
  old: 0,
  toCall: 0,
  oldToCall: 0,
  ...given,
});

describe('what counts as an answer', () => {
  it.each<[string, ListedStatus, Partial<Record<string, number>>]>([
    ['came in', 'received', { waiting: 1, overdue: 1 }],
    ['somebody looks at it', 'under-review', { waiting: 1, overdue: 1 }],
    ['linked to a promise', 'committed', { answered: 1, yes: 1 }],
    ['planned', 'planned', { answered: 1, yes: 1 }],
    ['done', 'done', { answered: 1, yes: 1 }],
    ['answered in words', 'answered', { answered: 1, replied: 1 }],
    ['declined', 'declined', { answered: 1, no: 1 }],
    ['somebody else’s', 'referred', { answered: 1, referred: 1 }],
  ])('%s', (_, status, counted) => {
    const none = { gathered: 0, answered: 0, waiting: 0, overdue: 0, yes: 0, no: 0, referred: 0, replied: 0 };
    expect(countAnswers([row({ status, old: 1 })])).toEqual({ ...none, total: 1, ...counted });
  });

  it('nothing, before somebody who left a telephone number alone has been called', () => {
    const none = { answered: 0, gathered: 0, yes: 0, no: 0, referred: 0, replied: 0 };
    expect(countAnswers([row({ status: 'answered', old: 1, toCall: 1, oldToCall: 1 })])).toEqual({
      ...none,
      total: 1,
      waiting: 1,
      overdue: 1,
    });
  });

  it('of a case for those alone who are not still to be called', () => {
    const of = { status: 'declined', count: 10, gathered: 9, old: 4, toCall: 3, oldToCall: 1 } as const;
    expect(countAnswers([row(of)])).toMatchObject({
      total: 10,
      answered: 7,
      no: 7,
      waiting: 3,
      overdue: 1,
    });
    const waiting = { ...of, status: 'received', toCall: 0, oldToCall: 0 } as const;
    expect(countAnswers([row(waiting)])).toMatchObject({ answered: 0, waiting: 10, overdue: 4 });
  });

  it('the parts are the whole', () => {
    const all = countAnswers(
      LISTED_STATUSES.map((status, index) => row({ status, count: index + 1, old: 1 })),
    );
    expect(all.answered + all.waiting).toBe(all.total);
    expect(all.yes + all.no + all.referred + all.replied).toBe(all.answered);
    expect(all).toMatchObject({ total: 36, waiting: 3, overdue: 2 });
  });
});

describe('a case', () => {
  it('counts as many as got in touch', () => {
    expect(
      countAnswers([
        row({ status: 'answered', count: 3, gathered: 2 }),
        row({ count: 2, gathered: 1, old: 2 }),
      ]),
    ).toMatchObject({ total: 5, gathered: 3, answered: 3, replied: 3, waiting: 2, overdue: 2 });
  });
});

describe('since when a proposal waits again', () => {
  it.each<[string, (ListedStatus | 'duplicate')[], string | null]>([
    ['it never had an answer', ['received', 'under-review'], null],
    ['it has one', ['received', 'answered'], null],
    ['it was opened again', ['received', 'answered', 'under-review'], '2'],
    ['and looked at once more', ['received', 'answered', 'under-review', 'under-review'], '2'],
    ['and answered again', ['received', 'answered', 'under-review', 'declined'], null],
    ['it was gathered, and taken out again', ['received', 'duplicate', 'under-review'], null],
    ['it was opened again and gathered', ['answered', 'under-review', 'duplicate', 'under-review'], '1'],
    ['and opened a second time', ['received', 'done', 'under-review', 'declined', 'under-review'], '4'],
  ])('%s', (_, statuses, since) => {
    expect(waitsAgainSince(statuses.map((status, index) => ({ at: String(index), status })))).toBe(since);
  });
});

describe('the answer that stands', () => {
  it.each<
    [
      string,
      ListedStatus | 'hidden' | 'duplicate',
      [string, 'received' | 'moved' | 'corrected'][],
      string | null,
    ]
  >([
    ['none yet', 'received', [['received', 'received']], null],
    [
      'the one there is',
      'answered',
      [
        ['received', 'received'],
        ['answered', 'moved'],
      ],
      '1',
    ],
    [
      'the latest',
      'answered',
      [
        ['received', 'received'],
        ['referred', 'moved'],
        ['answered', 'moved'],
      ],
      '2',
    ],
    [
      'a correction is no answer',
      'answered',
      [
        ['received', 'received'],
        ['answered', 'moved'],
        ['answered', 'corrected'],
      ],
      '1',
    ],
    [
      'none once it is opened again',
      'under-review',
      [
        ['answered', 'moved'],
        ['under-review', 'moved'],
      ],
      null,
    ],
    ['none of what is hidden', 'hidden', [['answered', 'moved']], null],
    ['a gathered one has its leader’s', 'duplicate', [['answered', 'moved']], null],
  ])('%s', (_, status, story, since) => {
    const events = story.map(([then, type], index) => ({
      at: String(index),
      status: then as ListedStatus,
      type,
    }));
    expect(answeredSince(status, events)).toBe(since);
  });
});

describe('a filter for answers', () => {
  it.each<[string, AnswerState[] | undefined, ListedStatus[] | undefined, ListedStatus[] | null, boolean]>([
    ['nothing asked', undefined, ['done'], null, false],
    ['yes', ['yes'], undefined, ['committed', 'planned', 'done'], false],
    ['no or referred', ['no', 'referred'], undefined, ['declined', 'referred'], false],
    ['those that wait', ['waiting'], undefined, ['received', 'under-review'], false],
    ['those that wait too long', ['overdue'], undefined, ['received', 'under-review'], true],
    ['both', ['overdue', 'waiting'], undefined, ['received', 'under-review'], false],
    ['too long, or no', ['overdue', 'no'], undefined, ['received', 'under-review', 'declined'], true],
    ['within a status', ['yes'], ['done', 'received'], ['done'], false],
    ['within a status that does not fit', ['yes'], ['received'], [], false],
  ])('%s', (_, asked, statuses, wanted, onlyOverdue) => {
    expect(answerFilter(asked, statuses)).toEqual(
      wanted && {
        statuses: wanted,
        onlyOverdue,
        toCall: asked?.some((each) => each === 'waiting' || each === 'overdue') ? 'with' : 'out',
      },
    );
  });
});

describe('who is responsible for the answer', () => {
  const police = { slug: 'polisen', name: 'Polisen' };
  const office = { slug: 'kommunen', name: 'Kommunen' };
  const commitments: OwnedCommitment[] = [
    { id: 'checks', municipality: 'ale', acceptsKinds: ['speed-check', 'idea'], owner: police },
    { id: 'lights', municipality: 'ale', acceptsKinds: ['dark-place'], owner: office },
    { id: 'leisure', municipality: 'ale', acceptsKinds: ['idea'], owner: office },
    { id: 'nobody', municipality: 'ale', acceptsKinds: [], owner: null },
    { id: 'elsewhere', municipality: 'kungalv', acceptsKinds: ['idea'], owner: police },
  ];
  const cases: [string, Partial<LedgerRow>, string][] = [
    ['the one whose commitments alone take its kind', { kind: 'speed-check' }, 'polisen'],
    ['also when it said no', { kind: 'dark-place', status: 'declined' }, 'kommunen'],
    ['nobody, while two might take it', { kind: 'idea' }, 'none'],
    ['the owner of its commitment', { status: 'committed', commitmentId: 'leisure' }, 'kommunen'],
    ['nobody, for a commitment without an owner', { status: 'committed', commitmentId: 'nobody' }, 'none'],
    [
      'the body that it was referred to',
      { kind: 'speed-check', status: 'referred', responsible: 'Trafikverket' },
      'body:Trafikverket',
    ],
    ['nobody, when it was referred to no one', { kind: 'speed-check', status: 'referred' }, 'none'],
  ];
  it.each(cases)('is %s', (_, given, owner) => {
    expect(ownerOf(row(given), commitments, 'ale')).toBe(owner);
  });

  it('what an organisation answers for', () => {
    expect(responsibilityOf(commitments, (slug) => slug === 'polisen')).toEqual({
      commitmentIds: ['checks', 'elsewhere'],
      kinds: [
        { municipality: 'ale', kind: 'speed-check' },
        { municipality: 'kungalv', kind: 'idea' },
      ],
    });
  });

  it('organisations come first, then bodies, then nobody', () => {
    const ledger = countByOwner(
      cases.map(([, given]) => row(given)),
      commitments,
      'ale',
    );
    expect(ledger.map(({ name, total }) => [name, total])).toEqual([
      ['Kommunen', 2],
      ['Polisen', 1],
      ['Trafikverket', 1],
      [null, 3],
    ]);
  });
});
