import { describe, expect, it } from '@jest/globals';
import type { CommitmentUse } from '@lofteskartan/shared/contracts/promise-editor';
import type { DraftCommitment, PromiseContent } from '@lofteskartan/shared/promise-content';
import { contentFaults, noteFault, overlaps, type Surroundings } from './promise-content.rules.js';
import { commitmentOf, contentOf, words } from './promise.fixture.js';

const id = '11111111-1111-4111-8111-111111111111';
const stepId = '22222222-2222-4222-8222-222222222222';
const around = (changes: Partial<Surroundings> = {}): Surroundings => ({
  published: null,
  uses: [],
  organisations: ['polisen', 'kommunen'],
  takenIds: [],
  others: [],
  logged: null,
  ...changes,
});
const told = (content: PromiseContent, given: Partial<Surroundings> = {}): string[] =>
  contentFaults(content, around(given)).map(({ field, code }) => `${field} ${code}`);
const withCommitment = (changes: Partial<DraftCommitment>): PromiseContent =>
  contentOf({ commitments: [commitmentOf(id, changes)] });
const step = (changes: object = {}) => ({ id: stepId, name: words('Bohusskolan'), dueOn: null, ...changes });

describe('what keeps a promise from being published', () => {
  const rows: [string, PromiseContent, string[]][] = [
    ['nothing, when all is there', contentOf(), []],
    ['English may be missing', contentOf({ title: words('Löfte', '') }), []],
    [
      'nothing is written',
      contentOf({ title: words(' '), intro: words(''), from: '', focusAreas: [], commitments: [] }),
      ['title.sv required', 'intro.sv required', 'from required', 'focusAreas tooFew', 'commitments tooFew'],
    ],
    ['a day that the calendar lacks', contentOf({ from: '2028-02-30' }), ['from notADate']],
    ['a last day before the first', contentOf({ to: '2027-12-31' }), ['to notAfter']],
    ['no last day is needed', contentOf({ to: null }), []],
    ['a heading of a thousand words', contentOf({ title: words('å'.repeat(161)) }), ['title.sv tooLong']],
    [
      'a channel without name and with half an address',
      contentOf({ channels: [{ name: words(''), url: 'ale' }] }),
      ['channels[0].name.sv required', 'channels[0].url notALink'],
    ],
    [
      'a goal without words',
      contentOf({ goals: [{ text: words(''), direction: null }] }),
      ['goals[0].text.sv required'],
    ],
    ['a count without a number', withCommitment({ target: null }), ['commitments[0].target required']],
    ['a count of none', withCommitment({ target: 0 }), ['commitments[0].target tooSmall']],
    [
      'what recurs without number and unit',
      withCommitment({ type: 'recurring', requiresWish: false }),
      ['commitments[0].perYear required', 'commitments[0].unit.sv required'],
    ],
    [
      'the same school twice',
      withCommitment({ type: 'recurring', perYear: 2, unit: words('möten'), perYearFor: ['A', 'A'] }),
      ['commitments[0].perYearFor notUnique'],
    ],
    ['milestones without any', withCommitment({ type: 'milestones' }), ['commitments[0].milestones tooFew']],
    [
      'a milestone without name and with a day that is none',
      withCommitment({ type: 'milestones', milestones: [step({ name: words(''), dueOn: '2028-13-01' })] }),
      ['commitments[0].milestones[0].name.sv required', 'commitments[0].milestones[0].dueOn notADate'],
    ],
    [
      'what goes on without a limit for silence',
      withCommitment({ type: 'ongoing' }),
      ['commitments[0].staleAfterDays required'],
    ],
    ['nobody answers for it', withCommitment({ owners: [] }), ['commitments[0].owners tooFew']],
    [
      'an organisation from elsewhere',
      withCommitment({ owners: ['kungälv'] }),
      ['commitments[0].owners notFound'],
    ],
    [
      'the same owner and partner',
      withCommitment({ partners: ['polisen'] }),
      ['commitments[0].partners alsoOwner'],
    ],
    [
      'wishes are needed but none are taken',
      withCommitment({ acceptsKinds: [] }),
      ['commitments[0].acceptsKinds tooFew'],
    ],
    [
      'a focus area that is not there',
      withCommitment({ focusArea: 'fritid' }),
      ['commitments[0].focusArea required'],
    ],
    [
      'closed before the promise begins, and without words',
      withCommitment({ closing: { from: '2027-06-01', words: words('') } }),
      ['commitments[0].closing.from notAfter', 'commitments[0].closing.words.sv required'],
    ],
    [
      'closed after the promise has ended',
      withCommitment({ closing: { from: '2031-01-01', words: words('Slut') } }),
      ['commitments[0].closing.from afterThePromise'],
    ],
  ];
  it.each(rows)('%s', (_, content, faults) => {
    expect(told(content)).toEqual(faults);
  });
});

describe('beside the municipality’s other promises', () => {
  const rows: [string, string, string | null, string[]][] = [
    ['the one before it ended the day before', '2025-01-01', '2027-12-31', []],
    ['they share a day', '2025-01-01', '2028-01-01', ['from overlaps']],
    ['the other has no end', '2025-01-01', null, ['from overlapsOpen']],
    ['the other begins afterwards', '2031-01-01', null, []],
  ];
  it.each(rows)('%s', (_, from, to, faults) => {
    expect(told(contentOf(), { others: [{ title: 'Det gamla', from, to }] })).toEqual(faults);
  });

  it('two without an end always meet', () => {
    expect(overlaps({ from: '2025-01-01', to: null }, { from: '2040-01-01', to: null })).toBe(true);
  });
});

describe('what was logged stays within', () => {
  const logged = { first: '2028-03-01', last: '2030-06-30' };
  it.each<[string, Partial<PromiseContent>, string[]]>([
    ['the promise begins after the first activity', { from: '2028-03-02' }, ['from loggedBefore']],
    ['the promise ends before the last one', { to: '2030-06-29' }, ['to loggedAfter']],
    ['the same days are enough', { from: '2028-03-01', to: '2030-06-30' }, []],
  ])('%s', (_, changes, faults) => {
    expect(told(contentOf(changes), { logged })).toEqual(faults);
  });
});

describe('a commitment that something hangs on', () => {
  const steps: Partial<DraftCommitment> = { type: 'milestones', milestones: [step()] };
  const used = (changes: Partial<CommitmentUse>): CommitmentUse[] => [
    { id, hasActivities: false, hasProposals: false, doneMilestones: [], ...changes },
  ];
  const other = commitmentOf('33333333-3333-4333-8333-333333333333');
  const without = contentOf({ commitments: [other] });
  const rows: [string, PromiseContent, PromiseContent, CommitmentUse[], string[]][] = [
    ['nothing: it may go', contentOf(), without, used({}), []],
    [
      'activities: it stays',
      contentOf(),
      without,
      used({ hasActivities: true }),
      ['commitments commitmentInUse'],
    ],
    [
      'proposals: it stays',
      contentOf(),
      without,
      used({ hasProposals: true }),
      ['commitments commitmentInUse'],
    ],
    [
      'activities: it is counted as before',
      contentOf(),
      withCommitment({ type: 'ongoing', staleAfterDays: 90 }),
      used({ hasActivities: true }),
      ['commitments[0].type typeFixed'],
    ],
    [
      'nothing: it may be counted otherwise',
      contentOf(),
      withCommitment({ type: 'ongoing', staleAfterDays: 90 }),
      used({}),
      [],
    ],
    [
      'a milestone that is done: it stays',
      withCommitment(steps),
      withCommitment({ ...steps, milestones: [step({ id })] }),
      used({ hasActivities: true, doneMilestones: [stepId] }),
      ['commitments[0].milestones milestoneDone'],
    ],
  ];
  it.each(rows)('%s', (_, published, content, uses, faults) => {
    expect(told(content, { published, uses })).toEqual(faults);
  });

  it('takes no id that is another promise’s', () => {
    expect(told(contentOf(), { takenIds: [id] })).toEqual(['commitments[0].title.sv invalid']);
  });
});

describe('the words about a change', () => {
  it.each([
    ['are not needed the first time', undefined, 0, null],
    ['are needed afterwards', undefined, 1, 'required'],
    ['are more than blanks', words(' '), 1, 'required'],
    ['are enough in Swedish', words('Fler kontroller.'), 2, null],
  ])('%s', (_, note, published, code) => {
    expect(noteFault(note, published)?.code ?? null).toBe(code);
  });
});
