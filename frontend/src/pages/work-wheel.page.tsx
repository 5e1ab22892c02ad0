import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { WHEEL_LIMITS } from '@lofteskartan/shared/yearly-wheel';
import { wheelQuery } from '../features/wheel/wheel.queries.js';
import { WheelView } from '../features/wheel/wheel-view.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './work-wheel.page.module.css';

const ALL = 'all';
const NOBODY = 'nobody';

/** The year of an address; null for this one, and for what is none. */
function yearOf(text: string | null): number | null {
  const year = Number(text);
  return Number.isInteger(year) && year >= WHEEL_LIMITS.firstYear && year <= WHEEL_LIMITS.lastYear
    ? year
    : null;
}

/** `/arbete/platser/arshjul`: what recurs in the care of places, as a wheel and as a list by month. */
export default function WorkWheelPage() {
  const { t } = useTranslation(['work-wheel', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const {
    data: wheel,
    error,
    refetch,
  } = useQuery(wheelQuery(town?.slug ?? '', yearOf(parameters.get('year'))));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const show = (name: string, value: string | null) => {
    setParameters(
      (before) => {
        if (value === null) before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  };
  const body = parameters.get('body') ?? ALL;
  const items = (wheel?.items ?? []).filter(({ bodyId }) => body === ALL || (bodyId ?? NOBODY) === body);
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/platser">{t('back')}</BackLink>
      <div className={styles.top}>
        <PageTitle title={t('titleIn', { municipality: town.name })} short={t('title')} lead={t('lead')} />
        {wheel?.mayChange && (
          <Button
            look="primary"
            icon={<Plus size={18} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('add')}
          </Button>
        )}
      </div>
      {wheel && (
        <div className={styles.choices}>
          <div className={styles.years} role="group" aria-label={t('year')}>
            <Button
              aria-label={t('yearBefore', { year: wheel.year - 1 })}
              onClick={() => {
                show('year', String(wheel.year - 1));
              }}
            >
              <ChevronLeft size={18} aria-hidden="true" />
            </Button>
            <strong aria-live="polite">{wheel.year}</strong>
            <Button
              aria-label={t('yearAfter', { year: wheel.year + 1 })}
              onClick={() => {
                show('year', String(wheel.year + 1));
              }}
            >
              <ChevronRight size={18} aria-hidden="true" />
            </Button>
          </div>
          {towns.length > 1 && (
            <SelectField
              label={t('municipality')}
              value={town.slug}
              options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
              onChange={(slug) => {
                show('municipality', slug);
              }}
            />
          )}
          <SelectField
            label={t('form.body')}
            value={body}
            options={[
              { value: ALL, label: t('everybody') },
              ...wheel.bodies.map(({ id, name }) => ({ value: id, label: name })),
              { value: NOBODY, label: t('form.nobody') },
            ]}
            onChange={(value) => {
              show('body', value === ALL ? null : value);
            }}
          />
        </div>
      )}
      {!wheel && error && <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />}
      {!wheel && !error && (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="24rem" />
        </Skeleton>
      )}
      {wheel && (
        <WheelView
          wheel={wheel}
          items={items}
          isAdding={isAdding}
          onAdded={() => {
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}
