import { useTranslation } from 'react-i18next';
import { AdminCards } from '../features/staff/admin-cards.js';
import { adminWaysOf } from '../features/staff/admin-ways.js';
import { useSession } from '../platform/session.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './work-admin.module.css';

/** What can be administered, for those who may. */
export default function WorkAdminPage() {
  const { t } = useTranslation('work');
  const { data: session } = useSession();
  if (!session) return null;
  return (
    <div className={`wrap ${styles.narrow}`}>
      {adminWaysOf(session).length > 0 ? (
        <>
          <PageTitle title={t('admin.title')} lead={t('admin.lead')} />
          <AdminCards session={session} />
        </>
      ) : (
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      )}
    </div>
  );
}
