import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePlannerPlace } from '../features/planner/planner-place.js';
import { PlannerWays } from '../features/planner/planner-ways.js';
import styles from '../features/planner/planner.module.css';
import { plannerSettingsQuery } from '../features/planner/planner.queries.js';
import { WeightsForm } from '../features/planner/weights-form.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/planering/vikter`: what weighs in the order. For the police. */
export default function WorkPlannerWeightsPage() {
  const { t } = useTranslation('work-planner');
  const { place } = usePlannerPlace();
  const { data, error, refetch } = useQuery(plannerSettingsQuery(place?.slug ?? ''));
  if (!place)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('weights.title')} lead={t('weights.lead')} />
      <PlannerWays />
      {error && !data ? (
        <ErrorState error={error} title={t('weights.failed')} onRetry={() => void refetch()} />
      ) : data ? (
        <WeightsForm key={place.slug} municipality={place.slug} settings={data} />
      ) : (
        <SkeletonPage label={t('weights.loading')} />
      )}
    </div>
  );
}
