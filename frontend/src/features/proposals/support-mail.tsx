import { Mail } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { useOwnProposals } from './own-proposals.js';
import styles from './support-mail.module.css';
import { useSupportByMail, useSupported } from './support.js';

/** "Få svar när det händer något": offered to whom this device has counted, and to nobody else. */
export function SupportMail({ reference }: { reference: string }) {
  const { t } = useTranslation('proposals');
  const isCounted = useSupported().has(reference);
  const isMine = useOwnProposals().some((each) => each.reference === reference);
  const [isOpen, setOpen] = useState(false);
  if (!isCounted || isMine) return null;
  if (isOpen) return <SupportAddress reference={reference} />;
  return (
    <Button
      look="quiet"
      className={styles.offer}
      icon={<Mail size={18} aria-hidden="true" />}
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('mail.offer')}
    </Button>
  );
}

function SupportAddress({ reference }: { reference: string }) {
  const { t } = useTranslation('proposals');
  const address = useTypedAddress();
  const { field } = address;
  const support = useSupportByMail(reference);
  const receipt = useFocusWhen(support.isSuccess);
  useEffect(
    function goToTheQuestion() {
      // The button that opened it is gone.
      field.current?.focus();
    },
    [field],
  );
  if (support.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.form}>
        <Notice tone="success" title={t('mail.confirm')}>
          <p className={styles.said}>{t('mail.confirmHow', { email: support.variables })}</p>
        </Notice>
      </div>
    );
  return (
    <AddressForm
      className={styles.form}
      address={address}
      busy={support.isPending}
      onSend={(email) => {
        support.mutate(email);
      }}
    >
      <AddressField address={address} label={t('mail.label')} hint={t('mail.hint')} wrong={t('mail.wrong')} />
      {support.error && (
        <Notice tone="error" title={t('mail.failed')}>
          {support.error.detail || t('mail.again')}
        </Notice>
      )}
      <Button type="submit" busy={support.isPending}>
        {t('mail.send')}
      </Button>
    </AddressForm>
  );
}
