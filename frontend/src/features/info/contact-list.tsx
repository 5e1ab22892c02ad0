import type { ContactRole } from '@lofteskartan/shared/contracts/municipalities';
import type { ReactNode } from 'react';
import { DefinitionList } from '../../ui/definition-list.js';

/** A number or an address of mail becomes a link; anything else stays as it is written. */
function reach(how: string): ReactNode {
  if (/^\+?[\d\s()–-]{3,}$/.test(how)) return <a href={`tel:${how.replaceAll(/[^\d+]/g, '')}`}>{how}</a>;
  if (/^\S+@\S+\.\S+$/.test(how)) return <a href={`mailto:${how}`}>{how}</a>;
  return how;
}

/** Whom to turn to, by role. */
export function ContactList({ contacts }: { contacts: readonly ContactRole[] }) {
  return <DefinitionList items={contacts.map(({ role, how }) => ({ term: role, value: reach(how) }))} />;
}
