import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import {
  asksSupporters,
  mayTellOutcome,
  needsALook,
  outcomeFault,
  saysTheSame,
  standsSince,
  type Told,
} from './outcome.rules.js';

const told = (helped: Told['helped'], text: string | null = null, safetyNow: number | null = null): Told => ({
  helped,
  text,
  safetyNow,
});

describe('afterwards', () => {
  const asked: [publicStatus: ProposalStatus, may: boolean][] = [
    ['received', false],
    ['under-review', false],
    ['committed', false],
    ['planned', false],
    ['referred', false],
    ['done', true],
    ['answered', true],
    ['declined', true],
    ['duplicate', false],
    ['hidden', false],
    ['withdrawn', false],
  ];
  it.each(asked)('whoever reads %s is asked whether it helped: %s', (status, may) => {
    expect(mayTellOutcome(status)).toBe(may);
  });

  const supporters: [kind: ProposalKind, publicStatus: ProposalStatus, isDone: boolean, asked: boolean][] = [
    ['dark-place', 'done', true, true],
    ['dark-place', 'done', false, true],
    ['dark-place', 'answered', false, false],
    ['dark-place', 'declined', false, false],
    ['dark-place', 'answered', true, true],
    ['dark-place', 'committed', true, false],
    ['dark-place', 'under-review', true, false],
    ['dark-place', 'hidden', true, false],
    ['speed-check', 'done', true, false],
    ['idea', 'answered', true, false],
  ];
  it.each(supporters)(
    'who supports a %s that is %s, with something done: %s, is asked how it is now: %s',
    (kind, status, isDone, asked) => {
      expect(asksSupporters(kind, status, isDone)).toBe(asked);
    },
  );

  const looks: [name: string, answer: Told, waits: boolean][] = [
    ['yes', told('yes'), false],
    ['yes, with thanks', told('yes', 'Tack!'), false],
    ['partly', told('partly'), false],
    ['partly, with words', told('partly', 'En lampa är fortfarande trasig'), true],
    ['no', told('no'), true],
    ['no, with words', told('no', 'De kör lika fort'), true],
    ['no, and how safe it feels', told('no', null, 1), true],
    ['partly, and how safe it feels', told('partly', null, 1), false],
  ];
  it.each(looks)('%s goes to a human: %s', (_name, answer, waits) => {
    expect(needsALook(answer)).toBe(waits);
  });

  const faults: [kind: ProposalKind, safetyNow: number | null, fault: string | null][] = [
    ['dark-place', 3, null],
    ['dark-place', null, null],
    ['speed-check', null, null],
    ['speed-check', 3, 'notWanted'],
    ['idea', 5, 'notWanted'],
  ];
  it.each(faults)('%s with safety %s: %s', (kind, safetyNow, fault) => {
    expect(outcomeFault(kind, told('yes', null, safetyNow))?.code ?? null).toBe(fault);
  });

  it.each([
    ['nothing was done', null, true],
    ['it was given at the moment of the act', '2026-11-20T12:00:00Z', true],
    ['it was given after the act', '2026-11-20T11:00:00Z', true],
    ['something was done since', '2026-11-20T12:00:01Z', false],
  ])('an answer where %s (%s) is about how it is now: %s', (_name, lastDone, stands) => {
    expect(standsSince('2026-11-20T12:00:00.000Z', lastDone === null ? null : new Date(lastDone))).toBe(
      stands,
    );
  });

  it('the same answer twice says nothing new', () => {
    expect(saysTheSame(told('no', 'Mörkt', 1), told('no', 'Mörkt', 1))).toBe(true);
    expect(saysTheSame(told('no', 'Mörkt', 1), told('no', 'Mörkt', 2))).toBe(false);
    expect(saysTheSame(told('no', 'Mörkt'), told('no'))).toBe(false);
    expect(saysTheSame(told('no'), told('yes'))).toBe(false);
  });
});
