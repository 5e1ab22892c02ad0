import { describe, expect, it } from '@jest/globals';
import { NO_FACTS } from '@lofteskartan/shared/reply-placeholders';
import {
  bulkBody,
  emptyBulk,
  faultsOf,
  languagesOf,
  needOf,
  textAt,
  textsThatGoOut,
  type BulkDraft,
} from './bulk-draft.js';

const item = (reference: string, language: 'sv' | 'en' = 'sv') => ({ reference, version: 3, language });
const draft = (part: Partial<BulkDraft>): BulkDraft => ({ ...emptyBulk(), ...part });
const bodyId = '5e1c6f62-9c5b-4f6f-8b61-8d8f3a2f8e11';

describe('a move of several', () => {
  it.each<[string, Partial<BulkDraft>, [string, string][]]>([
    ['looking at them needs nothing', { to: 'under-review' }, []],
    ['hiding needs nothing', { to: 'hidden' }, []],
    ['an answer needs words', { to: 'answered' }, [['sv', 'missing']]],
    [
      'a no needs a reason and words',
      { to: 'declined' },
      [
        ['reason', 'missing'],
        ['sv', 'missing'],
      ],
    ],
    ['the promise needs a commitment', { to: 'committed' }, [['commitmentId', 'missing']]],
    [
      'a word in braces that nothing fills is not sent',
      { to: 'answered', texts: { sv: 'Hej {namn}', en: '' } },
      [['sv', 'placeholder']],
    ],
    [
      'a word in braces that another move would fill is not sent',
      { to: 'answered', texts: { sv: 'Vi har tagit med det i {atagande}', en: '' } },
      [['sv', 'placeholder']],
    ],
  ])('%s', (_name, part, faults) => {
    expect([...faultsOf(draft(part), [item('ALE-1')])]).toEqual(faults);
  });

  it('is written in each language in which somebody sent something in', () => {
    const items = [item('ALE-1', 'en'), item('ALE-2')];
    expect(languagesOf(items)).toEqual(['sv', 'en']);
    const written = draft({ to: 'answered', texts: { sv: 'Klart.', en: '' } });
    expect([...faultsOf(written, items)]).toEqual([['en', 'missing']]);
  });

  it('does not send what a template leaves open', () => {
    const open = draft({ to: 'answered', texts: { sv: 'Tack. Skälet är …', en: '' } });
    const templates = ['Tack för ditt förslag. Skälet är …'];
    expect([...faultsOf(open, [item('ALE-1')], templates)]).toEqual([['sv', 'gap']]);
    expect([...faultsOf(open, [item('ALE-1')])]).toEqual([]);
  });

  it('looks for templates of the one kind that all have, else of every kind', () => {
    const of = (kind: 'idea' | 'dark-place', municipality = 'ale') => ({ kind, municipality });
    const no = draft({ to: 'declined', reason: 'not-ours' });
    expect(needOf([of('idea'), of('idea')], no)).toEqual({
      kind: 'idea',
      municipality: 'ale',
      reason: 'not-ours',
    });
    expect(needOf([of('idea'), of('dark-place')], no)).toMatchObject({ kind: null });
    expect(needOf([of('idea'), of('idea', 'kungalv')], no)).toMatchObject({ municipality: undefined });
  });

  it('fills placeholders in at each, and shows texts that are the same once', () => {
    const items = [item('ALE-1'), item('ALE-2'), item('ALE-3', 'en')];
    const written = draft({ to: 'answered', texts: { sv: 'Tack för {nummer}.', en: 'Done.' } });
    const textOf = (reference: string) =>
      textAt(written, items.find((each) => each.reference === reference) ?? item(''), {
        ...NO_FACTS,
        reference,
      });
    expect(textsThatGoOut(items, textOf)).toEqual([
      { text: 'Tack för ALE-1.', language: 'sv', references: ['ALE-1'] },
      { text: 'Tack för ALE-2.', language: 'sv', references: ['ALE-2'] },
      { text: 'Done.', language: 'en', references: ['ALE-3'] },
    ]);
    const body = bulkBody('answered', written, items, textOf);
    expect(body.publicText).toBeUndefined();
    expect(body.proposals.map(({ publicText }) => publicText)).toEqual([
      'Tack för ALE-1.',
      'Tack för ALE-2.',
      'Done.',
    ]);
  });

  it('sends one text once, and a body of the register with what it is asked for', () => {
    const items = [item('ALE-1'), item('ALE-2')];
    const written = draft({
      to: 'referred',
      texts: { sv: 'Frågan ligger hos Vägarna.', en: '' },
      responsible: 'Vägarna',
      bodyId,
      asked: ' Byt lampan ',
      reason: 'skrevs för ett annat val',
    });
    const body = bulkBody('referred', written, items, () => written.texts.sv);
    expect(body).toMatchObject({ publicText: 'Frågan ligger hos Vägarna.', bodyId, asked: 'Byt lampan' });
    expect(body.reason).toBeUndefined();
    expect(body.proposals).toEqual([
      { reference: 'ALE-1', version: 3 },
      { reference: 'ALE-2', version: 3 },
    ]);
    expect(bulkBody('referred', { ...written, bodyId: 'other' }, items, () => 'Ja.')).not.toHaveProperty(
      'bodyId',
    );
  });
});
