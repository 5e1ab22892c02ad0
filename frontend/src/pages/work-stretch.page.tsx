import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { usePlannerPlace } from '../features/planner/planner-place.js';
import styles from '../features/planner/planner.module.css';
import { StretchView } from '../features/planner/stretch-view.js';
import { SignButton } from '../features/signs/sign-button.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';

/** `/arbete/planering/stracka/{id}`: one stretch. For the police. */
export default function WorkStretchPage() {
  const { t } = useTranslation('work-planner');
  const { id = '' } = useParams();
  const { place, search } = usePlannerPlace();
  const { data: municipality } = useQuery(municipalityQuery(place?.slug ?? ''));
  if (!place)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/arbete/planering${search}`}>{t('stretch.back')}</BackLink>
      {municipality && (
        <StretchView
          key={id}
          municipality={municipality}
          id={id}
          acts={<SignButton path={`/planner/${place.slug}/stretches/${id}/sign`} namesRoad />}
        />
      )}
    </div>
  );
}
