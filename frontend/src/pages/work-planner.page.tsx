import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { usePlannerPlace } from '../features/planner/planner-place.js';
import { PlannerWays } from '../features/planner/planner-ways.js';
import styles from '../features/planner/planner.module.css';
import { StretchList } from '../features/planner/stretch-list.js';
import { PageTitle } from '../ui/page-title.js';

/** `/arbete/planering`: stretches in the order in which they should be checked. For the police. */
export default function WorkPlannerPage() {
  const { t } = useTranslation('work-planner');
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
      <PageTitle title={t('title')} lead={t('lead')} />
      <PlannerWays />
      {municipality && <StretchList key={place.slug} municipality={municipality} search={search} />}
    </div>
  );
}
