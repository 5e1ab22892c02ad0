import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePlannerPlace } from '../features/planner/planner-place.js';
import { PlannerWays } from '../features/planner/planner-ways.js';
import styles from '../features/planner/planner.module.css';
import { plannerSettingsQuery } from '../features/planner/planner.queries.js';
import { PlanSwitch } from '../features/planner/plan-switch.js';
import { weekQuery } from '../features/planner/plan.queries.js';
import { Plan } from '../features/planner/plan-week.js';
import { todayInSweden } from '../features/planner/times.rules.js';
import { WeekHead } from '../features/planner/week-head.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/planering/vecka/{day}`: the plan of a week. For the police. */
export default function WorkPlannerWeekPage() {
  const { t } = useTranslation('work-planner');
  const { place, search } = usePlannerPlace();
  const { week: day = todayInSweden() } = useParams();
  const slug = place?.slug ?? '';
  const { data: settings } = useQuery(plannerSettingsQuery(slug));
  const { data: week, error, refetch } = useQuery(weekQuery(slug, day));
  if (!place)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title')} lead={t('notYours.lead')} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle title={t('plan.title')} lead={t('plan.lead')} />
      <PlannerWays />
      {error && !week && <ErrorState error={error} title={t('plan.failed')} onRetry={() => void refetch()} />}
      {!week && !error && <SkeletonPage label={t('plan.loading')} />}
      {week?.on && (
        <>
          <WeekHead monday={week.week} search={search} hasSheet={week.checks.length > 0} />
          <Plan key={`${slug} ${week.week}`} municipality={slug} week={week} search={search} />
        </>
      )}
      {week && settings && <PlanSwitch key={slug} municipality={slug} settings={settings} />}
    </div>
  );
}
