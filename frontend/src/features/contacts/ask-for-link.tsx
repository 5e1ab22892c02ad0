import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import styles from './contacts.module.css';
import { useAskForOwnProposals } from './contacts.queries.js';

/** An address, and a mail with a link to all that was sent with it. What is said afterwards is the same for every address. */
export function AskForLink() {
  const { t } = useTranslation('mail');
  const address = useTypedAddress();
  const ask = useAskForOwnProposals();
  const receipt = useFocusWhen(ask.isSuccess);
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
    <AddressForm
      address={address}
      busy={ask.isPending}
      onSend={(email) => {
        ask.mutate({ email });
      }}
    >
      <AddressField
        address={address}
        label={t('mine.email')}
        hint={t('mine.emailHint')}
        wrong={t('mine.wrong')}
      />
      {ask.error && <ErrorState error={ask.error} title={t('mine.failed')} />}
      <Button type="submit" look="primary" busy={ask.isPending}>
        {t('mine.ask')}
      </Button>
    </AddressForm>
  );
}
