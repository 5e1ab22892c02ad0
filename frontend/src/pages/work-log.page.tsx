import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'react-router';
import { ChooseCommitment } from '../features/activities/choose-commitment.js';
import { ChooseWishes } from '../features/activities/choose-wishes.js';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { FromThePlan, usePlannedLog } from '../features/activities/from-the-plan.js';
import { emptyLog, type LogDraft } from '../features/activities/log-draft.js';
import { LogReceipt } from '../features/activities/log-receipt.js';
import { planKey } from '../features/activities/planned-log.js';
import { ResultText } from '../features/activities/result-text.js';
import { WhenWhere } from '../features/activities/when-where.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { placesQuery } from '../features/municipalities/places.queries.js';
import { stretchQuery } from '../features/planner/planner.queries.js';
import { useDraft } from '../platform/draft.js';
import { useFormats } from '../platform/format.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { plannedIn, plannedState, type PlannedToTell } from '../platform/planned-check.js';
import { useSession } from '../platform/session.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StepHeader } from '../ui/step-header.js';
import styles from './work-log.page.module.css';

const SCREENS = ['what', 'when', 'wishes', 'result'] as const;
type Screen = (typeof SCREENS)[number];

/** `/arbete/logga-insats`: what was done; from the plan of a week it begins from what was planned. */
export default function WorkLogPage() {
  const { t } = useTranslation('work-activities');
  const planned = plannedIn(useLocation().state);
  const plannedLog = usePlannedLog();
  const { data: stretch, isLoading } = useQuery({
    ...stretchQuery(planned?.municipality ?? '', planned?.stretchId ?? ''),
    enabled: planned !== null,
  });
  if (isLoading)
    return (
      <div className="wrap">
        <Skeleton label={t('log.loading')}>
          <SkeletonBlock height="12rem" />
        </Skeleton>
      </div>
    );
  return (
    <LogForm
      key={planned ? planKey(planned) : ''}
      planned={planned}
      begin={() => (planned ? plannedLog(planned, stretch?.wishList ?? []) : emptyLog())}
    />
  );
}

interface LogFormProps {
  planned: PlannedToTell | null;
  /** What the form begins from. */
  begin: () => LogDraft;
}

/** One question per screen; the browser's back leads to the question before. */
function LogForm({ planned, begin }: LogFormProps) {
  const { t } = useTranslation(['work-activities', 'work']);
  const { moment } = useFormats();
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const [sent, setSent] = useState<StaffActivity | null>(null);
  const draft = useDraft<LogDraft>(`work.${session?.accountId ?? ''}.activity`, 1, begin);
  const places = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const { commitments, error, retry } = useQueries({
    queries: places.map(({ slug }) => commitmentsQuery(slug)),
    combine: (results) => ({
      commitments: results.every(({ data }) => data) ? results.flatMap(({ data }) => data ?? []) : null,
      error: results.find((result) => result.error)?.error ?? null,
      retry: () => {
        for (const result of results) void result.refetch();
      },
    }),
  });
  const commitment = commitments?.find(({ id }) => id === (sent?.commitmentId ?? draft.value.commitmentId));
  const slug = commitment?.municipality ?? '';
  const { data: municipality } = useQuery(municipalityQuery(slug));
  const { data: placeList } = useQuery(placesQuery(slug));

  if (!session) return null;
  if (places.length === 0)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  if (sent)
    return (
      <div className={`wrap ${styles.page}`}>
        <LogReceipt
          activity={sent}
          commitment={commitment}
          releaseDelayHours={municipality?.releaseDelayHours ?? 0}
          onAnother={() => {
            setSent(null);
            setParameters({}, { replace: true });
          }}
        />
      </div>
    );

  const screens = SCREENS.filter((screen) => screen !== 'wishes' || commitment?.acceptsKinds.length !== 0);
  const asked = screens.find((screen) => screen === parameters.get('steg')) ?? 'what';
  const screen: Screen = commitment ? asked : 'what';
  const index = screens.indexOf(screen);
  const goTo = (to: Screen | undefined) => {
    const state = planned && plannedState(planned);
    setParameters(to && to !== 'what' ? { steg: to } : {}, { state });
  };
  const next = () => {
    goTo(screens[index + 1]);
  };
  const titles = {
    what: t('log.what'),
    when: t('log.whenWhere'),
    wishes: t('log.wishes'),
    result: t('log.result'),
  };
  const step = commitment && {
    draft: draft.value,
    change: draft.change,
    commitment,
    municipality,
    places: placeList ?? [],
    session,
    onNext: next,
  };

  return (
    <div className={`wrap ${styles.page}`}>
      <StepHeader
        title={titles[screen]}
        step={index + 1}
        steps={screens.length}
        onBack={
          index > 0
            ? () => {
                goTo(screens[index - 1]);
              }
            : undefined
        }
      />
      {screen !== 'what' && commitment && <p className={styles.what}>{commitment.title}</p>}
      {planned && (screen === 'what' || screen === 'when') && (
        <FromThePlan
          planned={planned}
          isFilled={draft.value.fromPlan === planKey(planned)}
          onFill={() => {
            draft.change(begin());
          }}
        />
      )}
      {screen === 'what' && draft.restoredFrom && draft.value.commitmentId && (
        <p className={styles.restored}>
          {t('log.restored', { when: moment(draft.restoredFrom) })}
          <Button look="quiet" onClick={draft.drop}>
            {t('log.startOver')}
          </Button>
        </p>
      )}
      {screen === 'what' && <p className={styles.lead}>{t('log.whatHow')}</p>}
      {screen === 'what' &&
        (commitments ? (
          <ChooseCommitment
            commitments={commitments}
            session={session}
            chosen={draft.value.commitmentId}
            onChoose={({ id }) => {
              // Another commitment accepts other wishes and has other figures.
              if (draft.value.commitmentId === '') draft.change({ commitmentId: id });
              else if (id !== draft.value.commitmentId) {
                draft.change({ ...emptyLog(), occurredOn: draft.value.occurredOn, commitmentId: id });
              }
              goTo('when');
            }}
          />
        ) : error ? (
          <ErrorState error={error} title={t('log.failed')} onRetry={retry} />
        ) : (
          <Skeleton label={t('log.loading')}>
            <SkeletonBlock height="4rem" />
            <SkeletonBlock height="4rem" />
            <SkeletonBlock height="4rem" />
          </Skeleton>
        ))}
      {screen === 'when' && step && <WhenWhere {...step} />}
      {screen === 'wishes' && step && <ChooseWishes {...step} />}
      {screen === 'result' && step && (
        <ResultText
          {...step}
          onSent={(activity) => {
            setSent(activity);
            draft.drop();
            window.scrollTo({ top: 0 });
          }}
        />
      )}
    </div>
  );
}
