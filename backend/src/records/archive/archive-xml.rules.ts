import { xmlText } from '../../platform/xml.js';
import type { ArchivedCase } from './archive.rules.js';

/** The namespace of the archive's XML; another version gets another. */
export const archiveNamespace = 'urn:lofteskartan:archive:1';

/** What one of a list is called. */
const one: Readonly<Record<string, string>> = {
  proposals: 'proposal',
  photos: 'photo',
  notes: 'note',
  reports: 'report',
  questions: 'question',
  supporterOutcomes: 'supporterOutcome',
  referrals: 'referral',
  faultReports: 'faultReport',
  events: 'event',
  activities: 'activity',
  personalData: 'finding',
};

const isName = (key: string): boolean => /^[A-Za-z_][\w.-]*$/.test(key);

/** An element for a value; nothing for null. Keys that cannot be names of elements become `entry` with the key as `name`. */
export function element(key: string, value: unknown, depth = 0): string {
  if (value === null || value === undefined) return '';
  const [open, close] = isName(key) ? [key, key] : [`entry name="${xmlText(key)}"`, 'entry'];
  const pad = '\n' + '  '.repeat(depth);
  const inner = content(key, value, depth + 1);
  return typeof value === 'object' && inner !== ''
    ? `${pad}<${open}>${inner}${pad}</${close}>`
    : `${pad}<${open}>${inner}</${close}>`;
}

function content(key: string, value: unknown, depth: number): string {
  if (Array.isArray(value))
    return value.map((each: unknown) => element(one[key] ?? 'item', each, depth)).join('');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, each]) => element(name, each, depth))
      .join('');
  return typeof value === 'string' ? xmlText(value) : JSON.stringify(value);
}

/** A case as XML (`case.xsd` describes it): the same names as in `case.json`, what is null left out. */
export function archiveXml(archived: ArchivedCase): string {
  const parts = Object.entries(archived).map(([name, value]) => element(name, value, 1));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<case xmlns="${archiveNamespace}">${parts.join('')}\n</case>\n`;
}
