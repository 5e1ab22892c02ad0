import type {
  PlannedCheck,
  PlanTarget,
  PlanWeek,
  SuggestedCheck,
} from '@lofteskartan/shared/contracts/planned-checks';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { plannedState, type PlannedToTell } from '../../platform/planned-check.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark, Tag } from '../../ui/status-mark.js';
import { toast } from '../../ui/toast.js';
import type { BegunCheck } from './check-dialog.js';
import { useCancelPlannedCheck } from './plan.queries.js';
import { useTargetWords, useWhenWords } from './plan-words.js';
import styles from './planner.module.css';

const CheckDialog = lazy(() => import('./check-dialog.js'));

interface PlanProps {
  municipality: string;
  week: PlanWeek;
  search: string;
}

/** What is planned in a week, and what could be. */
export function Plan({ municipality, week, search }: PlanProps) {
  const { t } = useTranslation('work-planner');
  const [begun, setBegun] = useState<BegunCheck | null>(null);
  const cancel = useCancelPlannedCheck(municipality);
  return (
    <>
      {week.target && <Target target={week.target} />}
      <section className={styles.section}>
        <h2>{t('plan.checks')}</h2>
        {cancel.error && <ErrorState error={cancel.error} title={t('plan.cancelFailed')} />}
        {week.checks.length === 0 && <p>{t('plan.none')}</p>}
        <ul className={styles.items}>
          {week.checks.map((check) => (
            <Check
              key={check.id}
              check={check}
              search={search}
              telling={{
                municipality,
                commitmentId: week.target?.commitmentId ?? null,
                stretchId: check.stretchId,
                stretchName: check.stretchName,
                localityName: check.localityName,
                position: check.position,
                plannedOn: check.plannedOn,
                fromHour: check.fromHour,
                toHour: check.toHour,
              }}
            >
              <Button
                look="quiet"
                onClick={() => {
                  setBegun(check);
                }}
              >
                {t('plan.change')}
              </Button>
              <Button
                look="quiet"
                aria-label={t('plan.cancelOne', { name: check.stretchName ?? t('unnamed') })}
                busy={cancel.isPending}
                onClick={() => {
                  cancel.mutate(
                    { id: check.id, body: { version: check.version } },
                    {
                      onSuccess: () => {
                        toast(t('plan.cancelled'));
                      },
                    },
                  );
                }}
              >
                {t('plan.cancel')}
              </Button>
            </Check>
          ))}
        </ul>
      </section>
      <section className={styles.section}>
        <h2>{t('plan.suggestions')}</h2>
        <p className={styles.soft}>
          {week.suggestions.length > 0 ? t('plan.suggestionsHow') : t('plan.noSuggestions')}
        </p>
        <ul className={styles.items}>
          {week.suggestions.map((suggestion) => (
            <Suggestion
              key={suggestion.stretchId}
              suggestion={suggestion}
              search={search}
              onPlan={() => {
                setBegun(Object.assign({ note: null }, suggestion));
              }}
            />
          ))}
        </ul>
      </section>
      {begun && (
        <Suspense>
          <CheckDialog
            municipality={municipality}
            begun={begun}
            onClose={() => {
              setBegun(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function Target({ target }: { target: PlanTarget }) {
  const { t } = useTranslation('work-planner');
  const words = useTargetWords();
  return (
    <section className={styles.section}>
      <p>
        <strong>{words(target)}</strong>
      </p>
      {target.thisWeek > 0 && <p>{t('plan.need', { count: target.thisWeek })}</p>}
    </section>
  );
}

const LOOKS = {
  planned: { fill: 'half', tone: 'plain' },
  fulfilled: { fill: 'check', tone: 'done' },
  cancelled: { fill: 'bar', tone: 'no' },
} as const;

function Check({
  check,
  search,
  telling,
  children,
}: {
  check: PlannedCheck;
  search: string;
  /** What the form in which it is told begins from. */
  telling: PlannedToTell;
  children: React.ReactNode;
}) {
  const { t } = useTranslation('work-planner');
  const when = useWhenWords();
  return (
    <li>
      <div className={styles.head}>
        <strong>{when(check)}</strong>
        <StatusMark {...LOOKS[check.state]}>{t(`plan.state.${check.state}`)}</StatusMark>
      </div>
      <div className={styles.head}>
        <Link to={`/arbete/planering/stracka/${check.stretchId}${search}`}>
          {check.stretchName ?? t('unnamed')}
        </Link>
        {check.localityName && <span className={styles.soft}>{check.localityName}</span>}
        <span className={styles.soft}>{t('row.people', { count: check.people })}</span>
      </div>
      {check.note && <p>{check.note}</p>}
      <span className={styles.soft}>{t('plan.by', { name: check.plannedBy })}</span>
      {check.state === 'planned' && (
        <div className={styles.acts}>
          <Link to="/arbete/logga-insats?steg=when" state={plannedState(telling)}>
            {t('plan.log')}
          </Link>
          {children}
        </div>
      )}
    </li>
  );
}

function Suggestion({
  suggestion,
  search,
  onPlan,
}: {
  suggestion: SuggestedCheck;
  search: string;
  onPlan: () => void;
}) {
  const { t } = useTranslation('work-planner');
  const when = useWhenWords();
  const { fits, told, needed, rank, stretchName, localityName, stretchId } = suggestion;
  const name = stretchName ?? t('unnamed');
  return (
    <li>
      <div className={styles.head}>
        <Link to={`/arbete/planering/stracka/${stretchId}${search}`} className={styles.name}>
          {name}
        </Link>
        {localityName && <span className={styles.soft}>{localityName}</span>}
        {needed && <Tag>{t('plan.needed')}</Tag>}
      </div>
      <span>{when(suggestion)}</span>
      <div className={styles.facts}>
        <span>{t('plan.rank', { rank })}</span>
        <span>{told > 0 ? t('plan.fits', { count: fits, told }) : t('plan.untold')}</span>
      </div>
      <div>
        <Button aria-label={t('plan.addOne', { name })} onClick={onPlan}>
          {t('plan.add')}
        </Button>
      </div>
    </li>
  );
}
