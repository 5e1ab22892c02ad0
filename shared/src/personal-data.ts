/**
 * Finds what looks like personal data in free text: personnummer and samordningsnummer, Swedish registration numbers, telephone
 * numbers and e-mail addresses. Pure, for the browser while someone types and for the server again. Names of people need a
 * human. Everything here reads a text once, so a long one costs no more than its length.
 */
import type { PersonalDataType } from './vocabulary.js';

/** A stretch of text that looks like personal data. */
export interface PersonalDataStretch {
  readonly type: PersonalDataType;
  /** First character, counted from 0 in UTF-16 units. */
  readonly start: number;
  /** One past the last character. */
  readonly end: number;
}

/** What looks like personal data in a text, from its beginning; stretches never overlap. */
export function findPersonalData(text: string): PersonalDataStretch[] {
  const candidates = [...emails(text), ...numbers(text), ...plates(text)];
  const found: PersonalDataStretch[] = [];
  for (const each of candidates.sort((one, other) => one.start - other.start || other.end - one.end)) {
    const before = found.at(-1);
    if (!before || each.start >= before.end) found.push(each);
  }
  return found;
}

// ---- E-mail ----------------------------------------------------------------------------------------------------------

const LOCAL_PART = /[\p{L}\p{N}._%+'-]/u;
const DOMAIN = /[\p{L}\p{N}.-]/u;
const ENDS_IN_TOP_DOMAIN = /[\p{L}\p{N}]\.\p{L}{2,24}$/u;
const MAX_LOCAL_PART = 64;
const MAX_DOMAIN = 255;

function* emails(text: string): Generator<PersonalDataStretch> {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < MAX_LOCAL_PART && LOCAL_PART.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && end - at <= MAX_DOMAIN && DOMAIN.test(text.charAt(end))) end += 1;
    while (/[.-]/.test(text.charAt(end - 1))) end -= 1;
    if (start < at && ENDS_IN_TOP_DOMAIN.test(text.slice(at + 1, end))) yield { type: 'email', start, end };
  }
}

// ---- Registration numbers --------------------------------------------------------------------------------------------

/** Three letters and three characters, together or apart. I, Q, V, Å, Ä and Ö are never used, nor O at the end. */
const PLATE = /(?<![\p{L}\p{N}])([A-HJ-PR-UW-Z]{3})([ \u00a0-]?)(\d{2}[0-9A-HJ-NPR-UW-Z])(?![\p{L}\p{N}])/giu;

/** Words of three letters that stand before numbers in ordinary sentences. */
const NOT_PLATES = new Set(
  'ALE ALL ANT APR ARE ATT AUG BEN BOX BRA BUS BYA CAN CIR CYK DAG DEC DEJ DEL DEM DEN DET DOM DUM EFT ELL ENA EPA ERA ERT ETT FEB FEL FEM FRA FRE FYR GAT GER GES GPS HAN HAR HEJ HEM HON HOS HUR HUS JAN JUL JUN KAN KOM KRS KTS LAG LAN LED LGH LUX MAJ MAN MAR MAX MED MEN MER MOT NED NEJ NER NOG NOR NYA OCH OKT OMR ONS ORT OSS PER RAD RES RUM SEK SEN SEP SER SKA SMA SMS SOM SOS STK STO STR SYD TAG TAL TAR TEL TEN THE TID TOG TOM TOR TRE TUN TUR TUS TYP UNG UPP URL UTE'.split(
    ' ',
  ),
);

function* plates(text: string): Generator<PersonalDataStretch> {
  for (const match of text.matchAll(PLATE)) {
    const [whole, letters = ''] = match;
    if (NOT_PLATES.has(letters.toUpperCase())) continue;
    yield { type: 'registration-number', start: match.index, end: match.index + whole.length };
  }
}

// ---- Numbers ---------------------------------------------------------------------------------------------------------

/** Digits that stand together, and what stood between them and the digits before. */
interface DigitGroup {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  /** Characters since the group before it, or null when something else than a separator stood between. */
  readonly gap: string | null;
}

const SEPARATORS = ' \u00a0\t-‐‑–−+/().';
const MAX_GAP = 3;
/** No number that is looked for is written in more groups than this. */
const MAX_GROUPS = 7;
const isDigit = (character: string): boolean =>
  character >= '0' && character <= '9' && character.length === 1;
const isWordCharacter = (character: string): boolean => /[\p{L}\p{N}_]/u.test(character);

function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let gap: string | null = null;
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at);
    if (isDigit(character)) {
      let end = at + 1;
      while (isDigit(text.charAt(end))) end += 1;
      groups.push({ digits: text.slice(at, end), start: at, end, gap });
      gap = '';
      at = end;
    } else {
      gap = gap !== null && gap.length < MAX_GAP && SEPARATORS.includes(character) ? gap + character : null;
      at += 1;
    }
  }
  return groups;
}

function* numbers(text: string): Generator<PersonalDataStretch> {
  const groups = digitGroups(text);
  for (let first = 0; first < groups.length;) {
    const run = groups.slice(first, first + MAX_GROUPS);
    const breakAt = run.findIndex((group, index) => index > 0 && group.gap === null);
    const found = numberAt(text, breakAt === -1 ? run : run.slice(0, breakAt));
    if (found) yield found.stretch;
    first += found?.groups ?? 1;
  }
}

interface FoundNumber {
  readonly stretch: PersonalDataStretch;
  readonly groups: number;
}

/** The number that begins with the first of these groups, the longest one there is. */
function numberAt(text: string, run: readonly DigitGroup[]): FoundNumber | null {
  const [first] = run;
  if (!first || isWordCharacter(text.charAt(first.start - 1))) return null;
  for (let count = Math.min(2, run.length); count > 0; count -= 1) {
    const last = run[count - 1];
    if (last && isPersonalNumber(run.slice(0, count)) && endsHere(text, last.end)) {
      return { stretch: { type: 'personal-number', start: first.start, end: last.end }, groups: count };
    }
  }
  const prefix = phonePrefix(text, first);
  if (!prefix?.endsWith('+') && !first.digits.startsWith('0')) return null;
  for (let count = run.length; count > 0; count -= 1) {
    const last = run[count - 1];
    if (prefix !== null && last && isPhone(run.slice(0, count), prefix) && endsHere(text, last.end)) {
      return { stretch: { type: 'phone', start: first.start - prefix.length, end: last.end }, groups: count };
    }
  }
  return null;
}

/** A number does not go on in letters, or in more digits after a comma, colon or point. */
function endsHere(text: string, end: number): boolean {
  return (
    !isWordCharacter(text.charAt(end)) && !(/[.,:]/.test(text.charAt(end)) && isDigit(text.charAt(end + 1)))
  );
}

// ---- Personnummer and samordningsnummer ------------------------------------------------------------------------------

const PERSONAL_NUMBER_GAP = /^[ \u00a0]?[-‐‑–−+]?[ \u00a0]?$/;

/**
 * Ten or twelve digits, the last four apart or not, that are a date (a samordningsnummer's day is 60 more). Where a hyphen or
 * plus stands before the last four it is meant as one, mistyped or not; else it has to pass Luhn's check.
 */
function isPersonalNumber(groups: readonly DigitGroup[]): boolean {
  const [date, serial] = groups;
  if (!date) return false;
  if (serial && (serial.digits.length !== 4 || !PERSONAL_NUMBER_GAP.test(serial.gap ?? 'none'))) return false;
  const digits = date.digits + (serial?.digits ?? '');
  if (digits.length !== 10 && digits.length !== 12) return false;
  const short = digits.slice(-10);
  const meant = /[^ \u00a0]/.test(serial?.gap ?? '');
  return isDateOfBirth(digits.slice(0, -10), short) && (meant || passesLuhn(short));
}

function isDateOfBirth(century: string, short: string): boolean {
  if (century !== '' && !['18', '19', '20'].includes(century)) return false;
  const month = Number(short.slice(2, 4));
  const day = Number(short.slice(4, 6)) % 60;
  // Without a century every fourth year may be a leap year.
  const year = Number((century || '20') + short.slice(0, 2));
  const days = [31, isLeapYear(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number(short.slice(4, 6)) <= 91 && day >= 1 && day <= (days[month - 1] ?? 0);
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const weighted = Number(digits[i]) * (i % 2 === 0 ? 2 : 1);
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
}

// ---- Telephone numbers -----------------------------------------------------------------------------------------------

/** `+` or `(` before the first digits, or nothing; null when the digits hang on to something, as in `2026-08` or `12.08`. */
function phonePrefix(text: string, first: DigitGroup): '' | '+' | '(' | '(+' | null {
  const before = text.charAt(first.start - 1);
  if (before === '+') return text.charAt(first.start - 2) === '(' ? '(+' : '+';
  if (before === '(') return '(';
  return /[-‐‑–−/.,:]/.test(before) && isDigit(text.charAt(first.start - 2)) ? null : '';
}

function isPhone(groups: readonly DigitGroup[], prefix: string): boolean {
  const digits = groups.map((each) => each.digits).join('');
  if (prefix.endsWith('+')) return isAbroad(groups, digits);
  if (digits.startsWith('00'))
    return (groups[0]?.digits.length ?? 0) >= 4 && isAbroad(groups, digits.slice(2));
  return isNational(groups, digits);
}

/** With a country code: Sweden's numbers have 7–9 digits after it (0 in brackets not counted), others 8–15 in all. */
function isAbroad(groups: readonly DigitGroup[], digits: string): boolean {
  if (groups.some(({ gap }, index) => index > 0 && gap?.includes('+'))) return false;
  if (!digits.startsWith('46')) return /^[1-9]\d{7,14}$/.test(digits);
  return /^0?[1-9]\d{6,8}$/.test(digits.slice(2));
}

/** An area code (08, 0xx or 0xxx) or a mobile's 07x, then the rest: 8–10 digits in all. */
function isNational(groups: readonly DigitGroup[], digits: string): boolean {
  if (!/^0[1-9]\d{6,8}$/.test(digits) || groups.some(({ gap }, index) => index > 0 && gap?.includes('+')))
    return false;
  const [area, second] = groups;
  if (!area || !second) return digits.length >= 9 || digits.startsWith('08');
  if (area.digits.length === 2) return area.digits === '08' && !isHourBands(groups);
  if (area.digits.length === 4)
    return digits.length >= 9 && !(isClock(area.digits) && isClock(second.digits));
  return area.digits.length > 2;
}

/** `08-12 15-18`: hours from and to, two by two. */
function isHourBands(groups: readonly DigitGroup[]): boolean {
  return groups.every(({ digits, gap }, index) => {
    const fitsGap = index % 2 === 0 || /^ ?[-‐‑–−] ?$/.test(gap ?? '');
    return digits.length === 2 && Number(digits) <= 24 && fitsGap;
  });
}

/** `0730`: a time of day without its colon. */
const isClock = (digits: string): boolean => /^(?:[01]\d|2[0-4])[0-5]\d$/.test(digits);
