import { Mail } from 'lucide-react';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { EmailField } from '../../ui/email-field.js';
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
  if (isOpen) return <AddressForm reference={reference} />;
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

function AddressForm({ reference }: { reference: string }) {
  const { t } = useTranslation('proposals');
  const address = useTypedAddress();
  const { field } = address;
  const support = useSupportByMail(reference);
  const receipt = useRef<HTMLDivElement>(null);
  useEffect(
    function goToTheQuestion() {
      // The button that opened it is gone.
      field.current?.focus();
    },
    [field],
  );
  useEffect(
    function goToTheReceipt() {
      if (support.isSuccess) receipt.current?.focus();
    },
    [support.isSuccess],
  );

  const submit = async () => {
    if (support.isPending) return;
    const given = await address.checked();
    if (given !== null) support.mutate(given);
  };
  if (support.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.form}>
        <Notice tone="success" title={t('mail.confirm')}>
          <p className={styles.said}>{t('mail.confirmHow', { email: support.variables })}</p>
        </Notice>
      </div>
    );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <EmailField
        ref={field}
        label={t('mail.label')}
        hint={t('mail.hint')}
        error={address.isWrong && t('mail.wrong')}
        value={address.email}
        onChange={(event) => {
          address.change(event.target.value);
        }}
      />
      {support.error && (
        <Notice tone="error" title={t('mail.failed')}>
          {support.error.detail || t('mail.again')}
        </Notice>
      )}
      <Button type="submit" busy={support.isPending}>
        {t('mail.send')}
      </Button>
    </form>
  );
}
