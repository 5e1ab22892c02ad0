import { useTranslation } from 'react-i18next';
import { useMailToken } from '../features/contacts/mail-token.js';
import { ReferredCase } from '../features/referrals/referred-case.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './mail-link.page.module.css';

/** `/ale/hanvisning#token`: a case that a body was asked about, from the mail; it answers here without an account. */
export default function ReferralPage() {
  const { t } = useTranslation('referral');
  const token = useMailToken();
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('title')} lead={t('lead')} />
      <ReferredCase key={token} token={token} />
    </div>
  );
}
