import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { waysQuery } from '../features/staff/account.queries.js';
import { AskPasswordReset } from '../features/staff/ask-password-reset.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './work-sign-in.page.module.css';

/** `/arbete/glomt-losenord`: asks for a link to choose a new password. */
export default function WorkForgotPage() {
  const { t } = useTranslation('work-account');
  const { data: ways } = useQuery(waysQuery);
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('forgot.title')} lead={t('forgot.lead')} />
      {ways && !ways.resetByMail ? <Notice>{t('forgot.noMail')}</Notice> : <AskPasswordReset />}
      <p className={styles.resident}>
        <Link to="/arbete/logga-in">{t('forgot.back')}</Link>
      </p>
    </div>
  );
}
