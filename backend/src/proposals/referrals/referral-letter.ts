import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import type { MailBlock } from '../../platform/mail/mail-text.js';

/** What a body is told of a case: what everyone may see, and what it is asked for. Nothing of whoever sent it in. */
export interface ReferredFacts {
  readonly reference: string;
  readonly kind: ProposalKind;
  readonly body: string;
  readonly municipality: string;
  /** `3 november 2026`. */
  readonly cameIn: string;
  readonly asked: string | null;
  readonly place: string | null;
  /** Rounded, as in public; null while it is not public. */
  readonly position: Position | null;
  readonly description: string | null;
  /** Addresses of released photos. */
  readonly photos: readonly string[];
  readonly supportCount: number;
  /** The case on the public pages; null while it does not show there. */
  readonly page: string | null;
  /** Where the body answers. */
  readonly answerLink: string;
  readonly replyTo: string | null;
}

/** A mail's subject and its parts. */
export interface ReferralLetter {
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
}

const WHAT: Readonly<Record<ProposalKind, string>> = {
  'speed-check': 'ett önskemål om hastighetskontroll',
  'dark-place': 'en mörk eller otrygg plats',
  idea: 'en idé',
};

const text = (words: string): MailBlock => ({ type: 'text', text: words });

function caseBlocks(facts: ReferredFacts): MailBlock[] {
  const { asked, place, position, description, photos, supportCount, page } = facts;
  return [
    ...(asked ? [text('Det här ber vi er om:'), { type: 'quote', text: asked } as const] : []),
    ...(place ? [text(`Plats: ${place}`)] : []),
    ...(position
      ? [text(`Läge: ${position[1].toFixed(5)}, ${position[0].toFixed(5)} (WGS 84, avrundat)`)]
      : []),
    ...(page ? [{ type: 'link', label: 'Se platsen på kartan', url: page } as const] : []),
    ...(description
      ? [text('Så skrev den som hörde av sig:'), { type: 'quote', text: description } as const]
      : []),
    ...photos.map((url, index) => ({ type: 'link', label: `Bild ${index + 1}`, url }) as const),
    ...(supportCount > 1 ? [text(`${supportCount} personer vill samma sak.`)] : []),
  ];
}

function answerBlocks({ reference, answerLink, replyTo }: ReferredFacts): MailBlock[] {
  return [
    text(`Ange numret ${reference} när ni svarar. Svara gärna här, utan konto:`),
    { type: 'link', label: 'Svara', url: answerLink },
    text('En handläggare läser svaret innan något av det blir offentligt.'),
    {
      type: 'footer',
      text: replyTo
        ? 'Ni kan också svara på mejlet. Länken är bara er: skicka den inte vidare utanför er organisation.'
        : 'Det går inte att svara på mejlet. Länken är bara er: skicka den inte vidare utanför er organisation.',
    },
  ];
}

/** Hands a case to a body. */
export function bodyLetter(facts: ReferredFacts): ReferralLetter {
  const { reference, kind, municipality, body, cameIn } = facts;
  return {
    subject: `${reference}: ${municipality} ber er om svar`,
    blocks: [
      text(`Hej ${body}!`),
      text(
        `Vi tror att det här är er fråga. Den kom in till ${municipality} den ${cameIn} och gäller ${WHAT[kind]}.`,
      ),
      ...caseBlocks(facts),
      ...answerBlocks(facts),
    ],
  };
}

/** Reminds a body of a case. @param since `3 november 2026` */
export function reminderLetter(facts: ReferredFacts, since: string): ReferralLetter {
  const { reference, kind, municipality, body } = facts;
  return {
    subject: `Påminnelse om ${reference} från ${municipality}`,
    blocks: [
      text(`Hej ${body}!`),
      text(
        `Ni har haft frågan sedan den ${since}, och vi har inte fått något svar än. Den gäller ${WHAT[kind]}.`,
      ),
      ...caseBlocks(facts),
      ...answerBlocks(facts),
    ],
  };
}

/** What a case officer is told of a case that somebody else has. */
export type OfficerNews = 'reminded' | 'overdue' | 'answered' | 'undelivered';

/** What a case officer's mail is made of. */
interface OfficerFacts {
  readonly reference: string;
  readonly body: string;
  readonly since: string;
  readonly page: string;
  /** Whether a mail with the case was taken by the body's mail server. */
  readonly reached: boolean;
}

/** Tells the case officer; the words of the body stand in the case, not in the mail. */
export function officerLetter(
  { reference, body, since, page, reached }: OfficerFacts,
  news: OfficerNews,
): ReferralLetter {
  const had = `${body} har haft ${reference} sedan den ${since}`;
  const words: Readonly<Record<OfficerNews, { subject: string; sentence: string }>> = {
    reminded: {
      subject: `${body} har inte svarat om ${reference}`,
      sentence: reached
        ? `${had} och har inte svarat. Vi har påmint dem, om de har en adress i registret.`
        : `${had} och har inte svarat. Inget mejl från oss har kommit fram till dem. Skicka frågan på annat sätt, eller rätta adressen i registret och hänvisa igen.`,
    },
    overdue: {
      subject: `Tiden har gått ut för ${reference}`,
      sentence: reached
        ? `${had} utan att svara. Nu kan du avsluta med ”inget svar”, eller vänta.`
        : `${had} utan att svara, men inget mejl från oss har kommit fram till dem. Du kan avsluta med ”inget svar” om frågan är skickad på annat sätt.`,
    },
    answered: {
      subject: `${body} har svarat om ${reference}`,
      sentence: `${body} har svarat om ${reference}. Läs svaret och berätta för den som hörde av sig.`,
    },
    undelivered: {
      subject: `Mejlet till ${body} om ${reference} kom inte fram`,
      sentence: `Mejlet till ${body} om ${reference} gick inte att leverera, så de har inte fått frågan. Rätta adressen i registret och hänvisa igen, eller skicka frågan på annat sätt.`,
    },
  };
  const { subject, sentence } = words[news];
  return {
    subject,
    blocks: [
      text('Hej!'),
      text(sentence),
      { type: 'link', label: 'Öppna förslaget', url: page },
      {
        type: 'footer',
        text: 'Du får mejlet för att du hänvisade förslaget eller har hand om det. Det går inte att svara på det.',
      },
    ],
  };
}
