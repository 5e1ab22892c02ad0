import { useQuery } from '@tanstack/react-query';
import { CalendarSync, Footprints, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { GlowControl, GlowInWords } from '../features/inventory/glow-control.js';
import { glowQuery, glowsOf, readGlow } from '../features/inventory/glow.rules.js';
import { placeListQuery } from '../features/inventory/inventory.queries.js';
import { LateMeasures } from '../features/inventory/late-measures.js';
import { LampList } from '../features/inventory/lamp-list.js';
import { lightingQuery } from '../features/inventory/lighting.queries.js';
import { PlaceFilterBar } from '../features/inventory/place-filter-bar.js';
import { filterQuery, isNarrowed, readPlaceFilters } from '../features/inventory/place-filters.js';
import { PlaceRows } from '../features/inventory/place-rows.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { wheelQuery } from '../features/wheel/wheel.queries.js';
import { LateCare } from '../features/wheel/late-care.js';
import { CASE_ROLES, holds, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { Button, ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-inventory.page.module.css';

const PlacesMap = lazy(() => import('../features/inventory/places-map.js'));
const EVERYTHING = readPlaceFilters(new URLSearchParams());
const NO_PLACES: [] = [];
const NO_LAMPS: [] = [];
const NO_BODIES: [] = [];
const KEEPERS = ['case-officer', 'coordinator'] as const;

/** `/arbete/platser`: the dark and unsafe places of a municipality, as a map and as a list. */
export default function WorkInventoryPage() {
  const { t } = useTranslation(['work-inventory', 'work-wheel', 'work']);
  const { data: session } = useSession();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const [lit, setLit] = useState<string | null>(null);
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const filters = useMemo(() => readPlaceFilters(parameters), [parameters]);
  const glow = useMemo(() => readGlow(parameters), [parameters]);
  const { data, error, refetch } = useQuery(placeListQuery(town?.slug ?? '', filters));
  const { data: municipality } = useQuery(municipalityQuery(town?.slug ?? ''));
  const { data: lighting } = useQuery(lightingQuery(town?.slug ?? ''));
  const { data: wheel } = useQuery(wheelQuery(town?.slug ?? ''));
  const glows = useMemo(() => glowsOf(data?.items ?? NO_PLACES, glow), [data, glow]);
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const show = (next: typeof filters, slug = town.slug, shining = glow) => {
    const whose = towns.length > 1 && { municipality: slug };
    setParameters({ ...whose, ...filterQuery(next), ...glowQuery(shining) }, { replace: true });
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.top}>
        <PageTitle
          title={t('list.titleIn', { municipality: town.name })}
          short={t('list.title')}
          lead={t('list.lead')}
        />
        <div className={styles.ways}>
          <ButtonLink
            to={`/arbete/platser/arshjul?municipality=${town.slug}`}
            icon={<CalendarSync size={18} aria-hidden="true" />}
          >
            {t('title', { ns: 'work-wheel' })}
          </ButtonLink>
          <ButtonLink
            to={`/arbete/trygghetsvandring?municipality=${town.slug}`}
            icon={<Footprints size={18} aria-hidden="true" />}
          >
            {t('list.walks')}
          </ButtonLink>
          {holds(session, KEEPERS, town.slug) && (
            <ButtonLink
              look="primary"
              to={`/arbete/platser/ny?municipality=${town.slug}`}
              icon={<Plus size={18} aria-hidden="true" />}
            >
              {t('list.new')}
            </ButtonLink>
          )}
        </div>
      </div>
      {filters.state !== 'overdue' && (
        <LateMeasures
          municipality={town.slug}
          onShow={() => {
            show({ ...EVERYTHING, state: 'overdue', sort: 'next-measure' });
          }}
        />
      )}
      <LateCare municipality={town.slug} />
      {towns.length > 1 && (
        <SelectField
          label={t('list.municipality')}
          value={town.slug}
          options={towns.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(slug) => {
            show(filters, slug);
          }}
        />
      )}
      <PlaceFilterBar
        filters={filters}
        municipality={municipality}
        bodies={wheel?.bodies ?? NO_BODIES}
        onChange={(part) => {
          show({ ...filters, ...part });
        }}
      />
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
      {data && (
        <div className={styles.both}>
          <section className={styles.map} aria-label={t('heat.label')}>
            {municipality && (
              <Suspense fallback={<SkeletonBlock height="20rem" />}>
                <PlacesMap
                  key={town.slug}
                  municipality={municipality}
                  lamps={lighting?.items}
                  places={data.items}
                  glows={glows}
                  lit={lit}
                  onLight={setLit}
                  onChoose={(reference) => void navigate(`/arbete/platser/${reference}`)}
                />
              </Suspense>
            )}
            <GlowControl
              glow={glow}
              onChange={(chosen) => {
                show(filters, town.slug, chosen);
              }}
            />
            <LampList lamps={lighting?.items ?? NO_LAMPS} />
            {holds(session, KEEPERS, town.slug) && (
              <Link to={`/arbete/platser/belysning?municipality=${town.slug}`}>{t('lighting.way')}</Link>
            )}
          </section>
          <section className={styles.list} aria-live="polite">
            {glow.kind !== 'none' && <GlowInWords glows={glows} of={data.items.length} />}
            <p className={styles.count}>{t('list.count', { count: data.items.length })}</p>
            {data.items.length === 0 &&
              (isNarrowed(filters) ? (
                <EmptyState
                  title={t('list.noMatch')}
                  action={
                    <Button
                      onClick={() => {
                        show(EVERYTHING);
                      }}
                    >
                      {t('list.clear')}
                    </Button>
                  }
                >
                  {t('list.noMatchHow')}
                </EmptyState>
              ) : (
                <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>
              ))}
            <PlaceRows
              key={parameters.toString()}
              places={data.items}
              glow={glow}
              lit={lit}
              onLight={setLit}
            />
            {data.leftOut > 0 && <p>{t('list.leftOut', { count: data.leftOut })}</p>}
          </section>
        </div>
      )}
    </div>
  );
}
