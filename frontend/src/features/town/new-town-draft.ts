import type { CreateTown, TownContact } from '@lofteskartan/shared/contracts/town';
import { boxAround, readPosition } from './shape-box.js';

/** A municipality while it is being written. */
export interface NewTownDraft {
  name: string;
  shortName: string;
  code: string;
  slug: string;
  referencePrefix: string;
  /** The slug of a police district that is there; '' for a new one. */
  police: string;
  policeName: string;
  officeName: string;
  /** Text of a GeoJSON file, or null for a box around the locality. */
  outline: string | null;
  kilometres: string;
  locality: string;
  position: string;
  policeLink: string;
  contacts: TownContact[];
}

export const emptyTown: NewTownDraft = {
  name: '',
  shortName: '',
  code: '',
  slug: '',
  referencePrefix: '',
  police: '',
  policeName: '',
  officeName: '',
  outline: null,
  kilometres: '15',
  locality: '',
  position: '',
  policeLink: 'tel:11414',
  contacts: [],
};

/** What its addresses are called when nothing else is written: `Kungälv` is `kungalv`. */
export const slugFrom = (name: string): string =>
  name
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** `Kungälvs kommun` is `Kungälv`; a genitive s of a name that ends in one cannot be told. */
export const shortFrom = (name: string): string => name.replace(/\s+kommun$/i, '').replace(/(?<!s)s$/i, '');

/** The fields that are not as they should be. */
export function wrongIn(draft: NewTownDraft): ReadonlySet<keyof NewTownDraft> {
  const kilometres = Number(draft.kilometres);
  const checks: [keyof NewTownDraft, boolean][] = [
    ['name', draft.name.trim() !== ''],
    ['shortName', draft.shortName.trim() !== ''],
    ['code', /^\d{4}$/.test(draft.code)],
    ['slug', /^[a-z0-9]+(-[a-z0-9]+)*$/.test(draft.slug)],
    ['referencePrefix', /^[A-ZÅÄÖ]{2,6}$/.test(draft.referencePrefix)],
    ['policeName', draft.police !== '' || draft.policeName.trim() !== ''],
    ['officeName', draft.officeName.trim() !== ''],
    ['kilometres', draft.outline !== null || (kilometres >= 1 && kilometres <= 100)],
    ['locality', draft.locality.trim() !== ''],
    ['position', readPosition(draft.position) !== null],
    ['policeLink', draft.policeLink.trim() !== ''],
    [
      'contacts',
      draft.contacts.every(({ role, how }) => [role.sv, role.en, how].every((text) => text.trim())),
    ],
  ];
  return new Set(checks.flatMap(([field, isRight]) => (isRight ? [] : [field])));
}

/** The draft as it is sent; null while something in it is wrong. */
export function townOf(draft: NewTownDraft): CreateTown | null {
  const position = readPosition(draft.position);
  if (wrongIn(draft).size > 0 || !position) return null;
  return {
    name: draft.name.trim(),
    shortName: draft.shortName.trim(),
    code: draft.code,
    slug: draft.slug,
    referencePrefix: draft.referencePrefix,
    police: draft.police ? { slug: draft.police } : { name: draft.policeName.trim() },
    office: { name: draft.officeName.trim() },
    ...(draft.outline === null
      ? { box: boxAround(position, Number(draft.kilometres)) }
      : { outline: draft.outline }),
    locality: { name: draft.locality.trim(), position, population: null },
    policeLink: draft.policeLink.trim(),
    contacts: draft.contacts,
  };
}
