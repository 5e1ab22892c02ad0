import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { NewTownForm } from '../features/town/new-town-form.js';
import { municipalitiesWith, SETTINGS_ROLES } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { toast } from '../ui/toast.js';
import styles from './work-admin.module.css';

/** `/arbete/admin/ny-kommun`: adds a municipality, for those who look after the whole installation. */
export default function WorkNewTownPage() {
  const { t } = useTranslation(['work-town', 'work']);
  const { data: session } = useSession();
  const navigate = useNavigate();
  const [own] = session ? municipalitiesWith(session, SETTINGS_ROLES) : [];
  // Tiles are the same for the whole installation.
  const { data: municipality } = useQuery(municipalityQuery(own?.slug ?? ''));
  if (!session) return null;
  if (!session.installationAdmin || !own)
    return (
      <div className={`wrap ${styles.narrow}`}>
        <PageTitle title={t('work:notYours.title')} lead={t('work:notYours.lead')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.narrow}`}>
      <BackLink to="/arbete/admin">{t('work:admin.title')}</BackLink>
      <PageTitle title={t('newTown.title')} lead={t('newTown.lead')} />
      <NewTownForm
        checkedBy={own.slug}
        tiles={municipality?.map.tiles ?? null}
        onCreated={(town) => {
          toast(t('newTown.created', { municipality: town.name }));
          void navigate(`/arbete/admin/kommun?municipality=${town.slug}`);
        }}
      />
    </div>
  );
}
