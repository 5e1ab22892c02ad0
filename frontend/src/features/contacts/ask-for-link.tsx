import { useEffect, useRef, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { EmailField } from '../../ui/email-field.js';
import styles from './contacts.module.css';
import { useAskForOwnProposals } from './contacts.queries.js';

/** An address, and a mail with a link to all that was sent with it. What is said afterwards is the same for every address. */
export function AskForLink() {
  const { t } = useTranslation('mail');
  const address = useTypedAddress();
  const ask = useAskForOwnProposals();
  const receipt = useRef<HTMLDivElement>(null);
  useEffect(
    function goToTheReceipt() {
      if (ask.isSuccess) receipt.current?.focus();
    },
    [ask.isSuccess],
  );

  const submit = async () => {
    if (ask.isPending) return;
    const given = await address.checked();
    if (given !== null) ask.mutate({ email: given });
  };
  if (ask.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.form}>
        <Notice tone="success" title={t('mine.asked')}>
          <p className={styles.said}>{t('mine.askedHow', { email: ask.variables.email })}</p>
          <p>{t('mine.askedNone')}</p>
        </Notice>
        <Button
          look="quiet"
          className={styles.flush}
          onClick={() => {
            ask.reset();
          }}
        >
          {t('mine.askAgain')}
        </Button>
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
        ref={address.field}
        label={t('mine.email')}
        hint={t('mine.emailHint')}
        error={address.isWrong && t('mine.wrong')}
        value={address.email}
        onChange={(event) => {
          address.change(event.target.value);
        }}
      />
      {ask.error && <ErrorState error={ask.error} title={t('mine.failed')} />}
      <Button type="submit" look="primary" busy={ask.isPending}>
        {t('mine.ask')}
      </Button>
    </form>
  );
}
