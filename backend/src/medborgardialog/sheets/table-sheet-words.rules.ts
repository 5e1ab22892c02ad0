import type { PosterVoice } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { PinKind } from '@lofteskartan/shared/medborgardialog-live';

/** The words of the sheets for tables. */
export interface SheetWords {
  readonly language: 'sv' | 'en';
  /** The name of the document, with the title of the dialogue. */
  readonly name: (title: string) => string;
  readonly eyebrow: string;
  readonly table: string;
  readonly noNames: string;
  readonly phone: string;
  readonly phoneHow: string;
  readonly code: (code: string) => string;
  readonly statements: string;
  readonly statementsHow: string;
  readonly statement: string;
  readonly agree: string;
  readonly disagree: string;
  readonly pass: string;
  readonly box: string;
  readonly ownStatement: string;
  readonly ownStatementHow: string;
  readonly questions: string;
  readonly questionsHow: string;
  readonly question: string;
  readonly subject: string;
  readonly map: (where: string) => string;
  readonly mapHow: string;
  readonly marks: Readonly<Record<'cross' | 'ring' | 'arrow', string>>;
  readonly legend: Readonly<Record<'water' | 'builtUp' | 'road' | 'railway' | 'station' | 'school', string>>;
  readonly north: string;
  readonly why: string;
  readonly alt: (where: string) => string;
  readonly page: (number: number, count: number) => string;
}

/** What the map is about, by what pins of the dialogue become. */
const maps: Readonly<Record<PosterVoice, Readonly<Record<PinKind, (where: string) => string>>>> = {
  sv: {
    'dark-place': (where) => `Var är det mörkt i ${where}?`,
    'speed-check': (where) => `Var kör bilar för fort i ${where}?`,
  },
  en: {
    'dark-place': (where) => `Where is it dark in ${where}?`,
    'speed-check': (where) => `Where do cars drive too fast in ${where}?`,
  },
  easy: {
    'dark-place': (where) => `Var är det mörkt i ${where}?`,
    'speed-check': (where) => `Var kör bilar för fort i ${where}?`,
  },
};

const voices: Readonly<Record<PosterVoice, Omit<SheetWords, 'map'>>> = {
  sv: {
    language: 'sv',
    name: (title) => `Papper för borden: ${title}`,
    eyebrow: 'Medborgardialog',
    table: 'Bord:',
    noNames: 'Skriv inga namn, varken ditt eget eller någon annans.',
    phone: 'Hellre med telefonen?',
    phoneHow: 'Rikta kameran mot rutan, eller skriv adressen. Svara på ett av sätten, inte på båda.',
    code: (code) => `Kod: ${code}`,
    statements: 'Vad tycker du?',
    statementsHow: 'Sätt ett kryss på varje rad. Papperet räknas lika mycket som telefonen.',
    statement: 'Påstående',
    agree: 'Håller med',
    disagree: 'Håller inte med',
    pass: 'Står över',
    box: 'Ruta att kryssa i',
    ownStatement: 'Eget påstående',
    ownStatementHow: 'En mening som andra kan hålla med om eller inte.',
    questions: 'Egna frågor och ämnen',
    questionsHow:
      'En fråga vill ha ett svar. Ett ämne är något att prata om. Kryssa för vilket det är och skriv kort.',
    question: 'Fråga',
    subject: 'Ämne',
    mapHow: 'Rita direkt på kartan, och skriv en siffra vid varje märke. Berätta under kartan varför.',
    marks: {
      cross: 'Kryss: här är det mörkt',
      ring: 'Ring: här känns det otryggt av annat skäl',
      arrow: 'Pil: här kör bilar för fort',
    },
    legend: {
      water: 'Vatten',
      builtUp: 'Bebyggelse',
      road: 'Väg',
      railway: 'Järnväg',
      station: 'Station',
      school: 'Skola',
    },
    north: 'Norr',
    why: 'Märke och varför',
    alt: (where) => `Karta över ${where} att rita på: vägar, bebyggelse, vatten, stationer och skolor.`,
    page: (number, count) => `Sida ${String(number)} av ${String(count)}`,
  },
  en: {
    language: 'en',
    name: (title) => `Papers for the tables: ${title}`,
    eyebrow: 'Public dialogue',
    table: 'Table:',
    noNames: 'Write no names, neither your own nor anybody else’s.',
    phone: 'Rather on your phone?',
    phoneHow: 'Point the camera at the square, or type the address. Answer in one way, not in both.',
    code: (code) => `Code: ${code}`,
    statements: 'What do you think?',
    statementsHow: 'Put one cross in each row. Paper counts as much as a phone.',
    statement: 'Statement',
    agree: 'Agree',
    disagree: 'Disagree',
    pass: 'Pass',
    box: 'Box to tick',
    ownStatement: 'A statement of your own',
    ownStatementHow: 'A sentence that others can agree with or not.',
    questions: 'Your own questions and subjects',
    questionsHow:
      'A question wants an answer. A subject is something to talk about. Tick which it is and be brief.',
    question: 'Question',
    subject: 'Subject',
    mapHow: 'Draw on the map, and write a number beside each mark. Say why below the map.',
    marks: {
      cross: 'Cross: it is dark here',
      ring: 'Ring: it feels unsafe here for another reason',
      arrow: 'Arrow: cars drive too fast here',
    },
    legend: {
      water: 'Water',
      builtUp: 'Buildings',
      road: 'Road',
      railway: 'Railway',
      station: 'Station',
      school: 'School',
    },
    north: 'North',
    why: 'Mark and why',
    alt: (where) => `A map of ${where} to draw on: roads, buildings, water, stations and schools.`,
    page: (number, count) => `Page ${String(number)} of ${String(count)}`,
  },
  easy: {
    language: 'sv',
    name: (title) => `Papper för borden: ${title}`,
    eyebrow: 'Möte',
    table: 'Bord:',
    noNames: 'Skriv inga namn.',
    phone: 'Vill du använda telefonen?',
    phoneHow: 'Håll telefonen framför rutan. Svara bara en gång.',
    code: (code) => `Kod: ${code}`,
    statements: 'Vad tycker du?',
    statementsHow: 'Gör ett kryss på varje rad.',
    statement: 'Det här är meningen',
    agree: 'Ja, jag håller med',
    disagree: 'Nej, jag håller inte med',
    pass: 'Jag vill inte svara',
    box: 'Ruta att kryssa i',
    ownStatement: 'Skriv en egen mening',
    ownStatementHow: 'Andra kan säga ja eller nej till den.',
    questions: 'Vad vill du fråga om?',
    questionsHow: 'Skriv vad du vill veta. Eller skriv vad du vill prata om.',
    question: 'Jag vill ha ett svar',
    subject: 'Jag vill prata om det',
    mapHow: 'Rita på kartan. Skriv en siffra vid varje märke. Skriv varför under kartan.',
    marks: {
      cross: 'Kryss: här är det mörkt',
      ring: 'Ring: här är jag rädd',
      arrow: 'Pil: här kör bilar för fort',
    },
    legend: {
      water: 'Vatten',
      builtUp: 'Hus',
      road: 'Väg',
      railway: 'Tåg',
      station: 'Station',
      school: 'Skola',
    },
    north: 'Norr',
    why: 'Siffra och varför',
    alt: (where) => `Karta över ${where} att rita på.`,
    page: (number, count) => `Sida ${String(number)} av ${String(count)}`,
  },
};

/** What the sheets for tables say in a voice. */
export const sheetWords = (voice: PosterVoice, about: PinKind): SheetWords => ({
  ...voices[voice],
  map: maps[voice][about],
});
