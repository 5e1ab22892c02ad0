import { useTranslation } from 'react-i18next';
import { OrganisationList } from '../features/town/organisation-list.js';
import { holds } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import styles from './work-admin.module.css';

/** `/arbete/admin/organisationer`: who works where. */
export default function WorkOrganisationsPage() {
  const { t } = useTranslation(['work-town', 'work']);
  const { data: session } = useSession();
  if (!session) return null;
  if (!holds(session, ['admin']))
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('work:notYours.title')} lead={t('work:notYours.lead')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/admin">{t('work:admin.title')}</BackLink>
      <PageTitle title={t('organisations.title')} lead={t('organisations.lead')} />
      <OrganisationList session={session} />
    </div>
  );
}
