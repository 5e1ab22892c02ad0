/** NIST SP 800-63B: length is what counts; no rules on which characters, and no expiry. */
const shortestPassword = 12;
/** So much has to be left when everything that others know is taken away. */
const fewestOwnCharacters = 6;
/** Shorter words stand in too many others to be known by them. */
const shortestKnownWord = 3;

/** The service's own words, which people put into passwords for it. */
const serviceWords = ['lofteskartan', 'medborgarlofte', 'lofte', 'polisen', 'polis', 'kommun', 'kommunen'];

/** Common in Swedish, beside the list of the package. */
const swedishWords = [
  ...[
    'losenord',
    'hemligt',
    'sommar',
    'vinter',
    'host',
    'var',
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
  ],
  ...[
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
    'mandag',
    'tisdag',
    'onsdag',
  ],
  ...['torsdag', 'fredag', 'lordag', 'sondag', 'valkommen', 'hejsan', 'hejhej', 'sverige'],
  ...['stockholm', 'goteborg', 'malmo', 'blomma', 'alskling', 'jagalskardig', 'fotboll', 'hastar'],
];

/** Why a password is not taken. */
export type PasswordFault = 'tooShort' | 'passwordCommon' | 'passwordOfYours';

/** One way of writing each character (NFC): what looks the same is the same password. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/**
 * Why a password is not taken, or null.
 * @param known what others know of the person: e-mail address and name
 * @param common common passwords in small letters
 */
export function passwordFault(
  password: string,
  known: readonly string[],
  common: ReadonlySet<string>,
): PasswordFault | null {
  const normal = normalPassword(password);
  if (Array.from(normal).length < shortestPassword) return 'tooShort';
  if (isCommon(normal, common)) return 'passwordCommon';
  return isMadeOf(normal, [...known.flatMap(wordsOf), ...serviceWords]) ? 'passwordOfYours' : null;
}

/** In the list, in the list but for figures and signs around it, a few characters again and again, or a row of neighbours. */
function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const lower = password.toLowerCase();
  const word = folded(lower).replace(/^[^a-z]+|[^a-z]+$/g, '');
  const isListed = [lower, folded(lower), word].some(
    (each) => common.has(each) || swedishWords.includes(each),
  );
  return isListed || isPattern(lower);
}

function isPattern(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  if (new Set(codes).size <= 3) return true;
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  if (steps.every((step) => Math.abs(step) === 1 || step === -9 || step === 9)) return true;
  return /^(.{1,4})\1+.{0,3}$/s.test(text);
}

function isMadeOf(password: string, words: readonly string[]): boolean {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce((text, word) => text.replaceAll(word, ''), folded(password.toLowerCase()));
  const isTouched = rest.length < folded(password.toLowerCase()).length;
  return isTouched && rest.replace(/[^a-z]/g, '').length < fewestOwnCharacters;
}

function wordsOf(text: string): string[] {
  return folded(text.toLowerCase())
    .split(/[^a-z]+/)
    .filter((word) => word.length >= shortestKnownWord);
}

/** Without accents and rings. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '');
}
