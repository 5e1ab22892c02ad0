import { ValidateBy } from 'class-validator';

/** Sizes of what administrators write and bring. */
export const TOWN_LIMITS = {
  textCharacters: 1000,
  linkCharacters: 500,
  fileCharacters: 1_500_000,
  places: 2000,
} as const;

/** `https://www.ale.se`, `tel:11414`, `mailto:kontakt@ale.example`. */
const linkPattern = /^(?:https?:\/\/[^\s/?#]+\.[^\s]+|tel:\+?[\d-]{2,20}|mailto:[^\s@]+@[^\s@]+)$/i;

/** True for an address that a page may link to: a website, a telephone number or a mail address. */
export function isLink(value: unknown): value is string {
  return typeof value === 'string' && value.length <= TOWN_LIMITS.linkCharacters && linkPattern.test(value);
}

/** A field that holds an address to link to. */
export const IsLink = (): PropertyDecorator =>
  ValidateBy({ name: 'isLink', validator: { validate: isLink } });
