import { useRef, useState, type RefObject } from 'react';
import { faultsIn } from './contract-check.js';

/** Whether the contract takes an address of mail. */
async function isMailAddress(email: string): Promise<boolean> {
  const load = async () => (await import('@lofteskartan/shared/contracts/contacts')).ContactInput;
  return (await faultsIn(load, { email }, '')).length === 0;
}

/** An address that somebody types. */
export interface TypedAddress {
  email: string;
  /** True from a try with something that is no address until it is changed. */
  isWrong: boolean;
  field: RefObject<HTMLInputElement | null>;
  change: (email: string) => void;
  /** The address without spaces around it; null when it is none, and then the field has the focus. */
  checked: () => Promise<string | null>;
}

/** Keeps an address while it is typed, and checks it by the contract when it is to be sent. */
export function useTypedAddress(before = ''): TypedAddress {
  const [email, setEmail] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  return {
    email,
    isWrong,
    field,
    change: (next) => {
      setEmail(next);
      setWrong(false);
    },
    checked: async () => {
      const given = email.trim();
      if (await isMailAddress(given)) return given;
      setWrong(true);
      field.current?.focus();
      return null;
    },
  };
}
