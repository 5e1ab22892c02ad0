import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { PlanSheet } from '../features/planner/plan-sheet.js';
import styles from '../features/planner/plan-sheet.module.css';
import { usePlannerPlace } from '../features/planner/planner-place.js';
import { weekQuery } from '../features/planner/plan.queries.js';
import { todayInSweden, weekNumber } from '../features/planner/times.rules.js';
import { BackLink } from '../ui/back-link.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/planering/vecka/{day}/blad`: the week on paper. For the police. */
export default function WorkPlannerSheetPage() {
  const { t } = useTranslation('work-planner');
  const { place, search } = usePlannerPlace();
  const { week: day = todayInSweden() } = useParams();
  const { data: week, error, refetch } = useQuery(weekQuery(place?.slug ?? '', day));
  if (!place)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      </div>
    );
  if (error && !week)
    return (
      <div className="wrap">
        <ErrorState error={error} title={t('plan.failed')} onRetry={() => void refetch()} />
      </div>
    );
  if (!week)
    return (
      <div className="wrap">
        <SkeletonPage label={t('plan.loading')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.sheet}`}>
      <BackLink to={`/arbete/planering/vecka/${week.week}${search}`}>{t('sheet.back')}</BackLink>
      <PageTitle title={t('sheet.title', { week: weekNumber(week.week) })} lead={place.name} />
      <PlanSheet week={week} />
    </div>
  );
}
