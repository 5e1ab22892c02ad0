import type { ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import { useTranslation } from 'react-i18next';
import { useConfirmContact } from '../features/contacts/contacts.queries.js';
import { MailLinkAct } from '../features/contacts/mail-link-act.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { MailLinkWays } from './mail-link-ways.js';
import styles from './mail-link.page.module.css';

/** `/ale/bekrafta#token`: "this address is mine", from the first mail. */
export default function ConfirmContactPage() {
  const { t } = useTranslation('mail');
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('confirm.title')} />
      <Confirm key={token} token={token} />
    </div>
  );
}

function Confirm({ token }: { token: string | null }) {
  const { t } = useTranslation('mail');
  const act = useConfirmContact();
  return (
    <MailLinkAct
      token={token}
      act={act}
      lead={t('confirm.lead')}
      label={t('confirm.do')}
      gone={t('confirm.gone')}
      done={(receipt) => <Confirmed receipt={receipt} />}
    />
  );
}

function Confirmed({ receipt }: { receipt: ContactReceipt }) {
  const { t } = useTranslation('mail');
  const { reference, role, state } = receipt;
  return (
    <>
      {state === 'stopped' ? (
        <Notice title={t('confirm.stopped')} announced>
          <p>{t('confirm.stoppedHow', { reference })}</p>
        </Notice>
      ) : (
        <Notice tone="success" title={t('confirm.done')} announced>
          <p>{t(`confirm.doneHow.${role}`, { reference })}</p>
          <p>{t('confirm.stop')}</p>
        </Notice>
      )}
      <MailLinkWays receipt={receipt} />
    </>
  );
}
