import type { OwnContact } from '@lofteskartan/shared/contracts/contacts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { Notice } from '../../ui/notice.js';
import { TextField } from '../../ui/text-field.js';
import { useSaveContact } from './follow.queries.js';
import styles from './own-contact.module.css';

export interface ContactFormProps {
  /** What stands there now; null when there is no address. */
  contact: OwnContact | null;
  token: string;
  onSaved: () => void;
  /** Left out when there is nothing to go back to. */
  onCancel: (() => void) | undefined;
}

/** An address and a name for the answers. */
export function ContactForm({ contact, token, onSaved, onCancel }: ContactFormProps) {
  const { t } = useTranslation('story');
  const address = useTypedAddress(contact?.email ?? '');
  const [name, setName] = useState(contact?.name ?? '');
  const { field } = address;
  const save = useSaveContact(token);
  const isChange = contact !== null;
  useEffect(
    function goToWhatIsChanged() {
      if (isChange) field.current?.focus();
    },
    [isChange, field],
  );

  const send = (email: string) => {
    save.mutate(
      { email, name: name.trim() || undefined },
      {
        onSuccess: ({ state }) => {
          announce(t(`contact.state.${state}`));
          onSaved();
        },
      },
    );
  };
  return (
    <AddressForm className={styles.form} address={address} busy={save.isPending} onSend={send}>
      {!contact && <p>{t('contact.offer')}</p>}
      <AddressField
        address={address}
        label={t('contact.email')}
        hint={t('contact.hint')}
        wrong={t('contact.wrong')}
      />
      <TextField
        label={t('contact.name')}
        optional
        error={save.error?.messageFor('name')}
        autoComplete="name"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      {save.error && (
        <Notice tone="error" title={t('contact.failed')}>
          {save.error.detail || t('contact.again')}
        </Notice>
      )}
      <div className={styles.row}>
        <Button type="submit" busy={save.isPending}>
          {t('contact.save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('contact.cancel')}
          </Button>
        )}
      </div>
    </AddressForm>
  );
}
