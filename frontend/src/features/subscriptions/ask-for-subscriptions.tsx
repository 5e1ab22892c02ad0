import { useTranslation } from 'react-i18next';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import styles from './subscriptions.module.css';
import { useAskForSubscriptions } from './subscriptions.queries.js';

/** An address, and a mail with the links to all that it watches. What is said afterwards is the same for every address. */
export function AskForSubscriptions() {
  const { t } = useTranslation('watch');
  const address = useTypedAddress();
  const ask = useAskForSubscriptions();
  const receipt = useFocusWhen(ask.isSuccess);
  if (ask.isSuccess)
    return (
      <div ref={receipt} tabIndex={-1} className={styles.section}>
        <Notice tone="success" title={t('links.asked')}>
          <p className={styles.said}>{t('links.askedHow', { email: ask.variables.email })}</p>
        </Notice>
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
      <AddressField address={address} label={t('email.label')} wrong={t('email.wrong')} />
      {ask.error && <ErrorState error={ask.error} title={t('links.failed')} />}
      <Button type="submit" busy={ask.isPending}>
        {t('links.ask')}
      </Button>
    </AddressForm>
  );
}
