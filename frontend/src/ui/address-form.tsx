import { useEffect, useRef, type ReactNode, type RefObject, type SyntheticEvent } from 'react';
import type { TypedAddress } from '../platform/mail-address.js';
import { EmailField } from './email-field.js';
import type { FieldWords } from './field.js';
import styles from './address-form.module.css';

interface AddressFieldProps extends Pick<FieldWords, 'label' | 'hint' | 'optional'> {
  address: TypedAddress;
  /** What is said of something that is no address. */
  wrong: string;
}

/** Where somebody types the address that mail is to go to. */
export function AddressField({ address, wrong, ...words }: AddressFieldProps) {
  return (
    <EmailField
      {...words}
      ref={address.field}
      error={address.isWrong && wrong}
      value={address.email}
      onChange={(event) => {
        address.change(event.target.value);
      }}
    />
  );
}

interface AddressFormProps {
  address: TypedAddress;
  /** While it is on its way nothing is sent a second time. */
  busy: boolean;
  /** Called with an address that is one. */
  onSend: (email: string) => void;
  className?: string;
  children: ReactNode;
}

/** A form that is sent with an address; what is no address is said at its field. */
export function AddressForm({ address, busy, onSend, className, children }: AddressFormProps) {
  const submit = async () => {
    if (busy) return;
    const given = await address.checked();
    if (given !== null) onSend(given);
  };
  return (
    <form
      className={`${styles.form} ${className ?? ''}`}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      {children}
    </form>
  );
}

/** What takes the focus as soon as something holds: what was pressed before is gone then. Give the target `tabIndex={-1}`. */
export function useFocusWhen(holds: boolean): RefObject<HTMLDivElement | null> {
  const target = useRef<HTMLDivElement>(null);
  useEffect(
    function goThere() {
      if (holds) target.current?.focus();
    },
    [holds],
  );
  return target;
}
