import type { ContactReceipt } from '@lofteskartan/shared/contracts/contacts';
import { useTranslation } from 'react-i18next';
import { useStopMail } from '../features/contacts/contacts.queries.js';
import { MailLinkAct } from '../features/contacts/mail-link-act.js';
import { useMailToken } from '../features/contacts/mail-token.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { MailLinkWays } from './mail-link-ways.js';
import styles from './mail-link.page.module.css';

/** `/ale/avsluta#token`: no more mail about this proposal. */
export default function StopMailPage() {
  const { t } = useTranslation('mail');
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('stop.title')} />
      <Stop key={token} token={token} />
    </div>
  );
}

function Stop({ token }: { token: string | null }) {
  const { t } = useTranslation('mail');
  const act = useStopMail();
  return (
    <MailLinkAct
      token={token}
      act={act}
      lead={t('stop.lead')}
      label={t('stop.do')}
      gone={t('stop.gone')}
      done={(receipt) => <Stopped receipt={receipt} />}
    />
  );
}

function Stopped({ receipt }: { receipt: ContactReceipt }) {
  const { t } = useTranslation('mail');
  const { reference, role } = receipt;
  return (
    <>
      <Notice tone="success" title={t('stop.done')} announced>
        <p>{t('stop.doneHow', { reference })}</p>
        <p>{t(`stop.stays.${role}`)}</p>
      </Notice>
      <MailLinkWays receipt={receipt} />
    </>
  );
}
