import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '@lofteskartan/shared/vocabulary';
import type { MailContact } from '../proposals/mail-contacts.service.js';
import { confirmLetter, newsLetter, ownProposalsLetter } from './letters.js';
import { htmlText, plainText } from '../platform/mail/mail-text.js';
import { mailWords, type MailWord } from './mail-words.js';
import type { NewsRow } from './news.repository.js';

const contact: MailContact = {
  id: '1',
  proposalId: 'p',
  reference: 'ALE-7K3F9',
  municipality: 'ale',
  role: 'sender',
  state: 'confirmed',
  language: 'sv',
  email: 'kim@example.org',
  name: null,
  confirmToken: 'yes',
  stopToken: 'no',
};
const facts = (changes: Partial<MailContact> = {}) =>
  ({
    contact: { ...contact, ...changes },
    kind: 'speed-check',
    page: 'https://kartan.example/ale',
  }) as const;
const item = (changes: Partial<NewsRow>): NewsRow => ({
  id: '1',
  proposalId: 'p',
  type: 'moved',
  toStatus: 'answered',
  publicText: null,
  kind: 'dark-place',
  organisation: 'Ale kommun',
  commitment: 'Trygga platser',
  responsible: 'Trafikverket',
  leader: 'ALE-11111',
  occurredOn: '2026-11-12',
  ...changes,
});

describe('the sentences', () => {
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([each]) => each).sort();

  it('are the same in both languages, with the same words to fill in', () => {
    expect(Object.keys(mailWords.en)).toEqual(Object.keys(mailWords.sv));
    for (const word of Object.keys(mailWords.sv) as MailWord[])
      expect([word, holes(mailWords.en[word])]).toEqual([word, holes(mailWords.sv[word])]);
  });

  it('speak their own language', () => {
    for (const [word, text] of Object.entries(mailWords.sv))
      if (word !== 'sender') expect([word, text]).not.toEqual([word, mailWords.en[word as MailWord]]);
    expect(
      Object.entries(mailWords.en).filter(([word, text]) => word !== 'sender' && /[åäö]/i.test(text)),
    ).toEqual([]);
  });
});

describe('the news', () => {
  const told = (
    changes: Partial<NewsRow>,
    language: Language = 'sv',
    role: 'sender' | 'supporter' = 'sender',
  ) =>
    plainText(
      newsLetter(facts({ language, role }), [item(changes)], {
        followToken: role === 'sender' ? 'mine' : null,
        outcomeToken: role === 'sender' ? null : 'now',
      }).blocks,
    );

  it.each<[string, Partial<NewsRow>, string]>([
    ['a commitment', { toStatus: 'committed' }, 'Förslaget hör nu till åtagandet ”Trygga platser”.'],
    ['work', { toStatus: 'planned' }, 'Åtgärden är planerad.'],
    ['an answer', {}, 'Förslaget har fått ett svar.'],
    ['a no', { toStatus: 'declined' }, 'Det blir inte som förslaget vill.'],
    ['another body', { toStatus: 'referred' }, 'Förslaget har hänvisats till Trafikverket.'],
    ['what was done', { type: 'activity' }, 'Den 12 november 2026 gjordes det här, eftersom du bad om det.'],
    [
      'what was done at the place',
      { type: 'measure-done' },
      'Den 12 november 2026 gjordes det här på platsen som du skrev om.',
    ],
    [
      'a check',
      { type: 'released', kind: 'speed-check' },
      'Den 12 november 2026 gjordes en hastighetskontroll, eftersom du bad om den.',
    ],
    ['the end', { toStatus: 'done' }, 'Det är gjort.'],
    ['the same place', { toStatus: 'duplicate' }, 'Förslaget har samlats med ALE-11111 om samma plats.'],
    [
      'a question',
      { type: 'asked', toStatus: 'awaiting-reply', publicText: 'Vilken stolpe?' },
      'Vilken stolpe?',
    ],
    ['another look', { type: 'reopened' }, 'Vi har tagit upp förslaget igen.'],
    ['words', { toStatus: 'under-review', publicText: 'Hej' }, 'Det finns ett nytt meddelande om förslaget.'],
    ['a body that nobody named', { toStatus: 'referred', responsible: null }, 'Förslaget har fått ett svar.'],
  ])('%s', (_what, changes, sentence) => {
    expect(told(changes)).toContain(sentence);
    for (const language of LANGUAGES) expect(told(changes, language)).not.toMatch(/[{}]|undefined|null/);
  });

  it('a speed check is never promised', () => {
    const words = 'Med bland platserna polisen väljer mellan. Vi kan inte lova en kontroll just här.';
    expect(told({ toStatus: 'committed', kind: 'speed-check' })).toContain(words);
    expect(told({ toStatus: 'committed' })).not.toContain(words);
  });

  it('the answer stands in the words of those who gave it', () => {
    expect(told({ publicText: 'Första raden\nandra raden' })).toContain(
      'Ale kommun skriver:\n\n> Första raden\n> andra raden',
    );
  });

  it('a sender gets a link of their own, a supporter the public page', () => {
    expect(told({})).toContain('https://kartan.example/ale/folj/ALE-7K3F9#mine');
    expect(told({}, 'sv', 'supporter')).toContain('https://kartan.example/ale/forslag/ALE-7K3F9');
    expect(told({}, 'sv', 'supporter')).not.toMatch(/folj|bara din/);
  });

  it('a supporter was not the only one who asked', () => {
    expect(told({ type: 'released', kind: 'speed-check' }, 'en', 'supporter')).toContain(
      'On 12 November 2026 a speed check was made because you and others asked for it.',
    );
  });

  it.each<[string, Partial<NewsRow>, boolean]>([
    ['after an activity', { type: 'activity' }, true],
    ['after a measure', { type: 'measure-done', toStatus: 'done' }, true],
    ['not after a measure while more is planned', { type: 'measure-done', toStatus: 'committed' }, false],
    ['after a move to done', { toStatus: 'done' }, true],
    ['not after an answer in words', {}, false],
    ['not after a no', { toStatus: 'declined' }, false],
    ['not while it waits', { toStatus: 'committed' }, false],
  ])('who supports a place is asked how it is now, by a link of their own: %s', (_when, changes, asked) => {
    const words = plainText(
      newsLetter({ ...facts({ role: 'supporter' }), kind: 'dark-place' }, [item(changes)], {
        followToken: null,
        outcomeToken: 'now',
      }).blocks,
    );
    expect(words.includes('https://kartan.example/ale/hur-kanns-det#now')).toBe(asked);
    expect(told(changes, 'sv', 'supporter')).not.toContain('hur-kanns-det');
  });

  it('every mail says how to stop', () => {
    expect(told({})).toContain('https://kartan.example/ale/avsluta#no');
  });
});

describe('what is asked', () => {
  it('to confirm an address, by name where there is one', () => {
    const { subject, blocks } = confirmLetter(facts({ name: 'Kim <b>' }), '2026-11-30');
    expect(subject).toBe('Bekräfta din adress för ALE-7K3F9');
    expect(plainText(blocks)).toContain('Hej Kim <b>!');
    expect(htmlText('sv', subject, blocks)).toContain('Hej Kim &lt;b&gt;!');
    expect(plainText(blocks)).toContain('https://kartan.example/ale/bekrafta#yes');
    const mail = plainText(confirmLetter(facts({ role: 'supporter' }), '2026-11-30').blocks);
    expect(mail).toContain('Du stöder önskemålet');
    expect(mail).toContain('Länken gäller till den 30 november 2026.');
  });

  it('the link to own proposals comes in the language in which it was asked for', () => {
    const { subject, blocks } = ownProposalsLetter(facts(), 'once', 'en');
    expect(subject).toBe('The link to your proposals');
    expect(plainText(blocks)).toContain('https://kartan.example/ale/mina#once');
  });
});
