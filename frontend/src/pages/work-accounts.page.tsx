import { useTranslation } from 'react-i18next';
import { AccountList } from '../features/staff/account-list.js';
import { InstallationKeepers } from '../features/staff/installation-keepers.js';
import { holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './work-admin.module.css';

/** Accounts and their roles, for admins. */
export default function WorkAccountsPage() {
  const { t } = useTranslation(['work-admin', 'work']);
  const { data: session } = useSession();
  if (!session) return null;
  const isAdmin = holds(session, ['admin']);
  return (
    <div className={`wrap ${styles.page}`}>
      {isAdmin ? (
        <>
          <PageTitle title={t('accounts.title')} lead={t('accounts.lead')} />
          <AccountList session={session} />
          <InstallationKeepers session={session} />
        </>
      ) : (
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      )}
    </div>
  );
}
