import { useQuery } from '@tanstack/react-query';
import { FileDown, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { DoneSection } from '../features/situation/done-section.js';
import { LocalitiesSection } from '../features/situation/localities-section.js';
import { MethodSection } from '../features/situation/method-section.js';
import { MonthsSection } from '../features/situation/months-section.js';
import { OutsideSheet } from '../features/situation/outside-sheet.js';
import { PeriodBar } from '../features/situation/period-bar.js';
import { type Period, readPeriod } from '../features/situation/period.rules.js';
import styles from '../features/situation/situation.module.css';
import { outsideQuery, pdfAddress, pictureQuery } from '../features/situation/situation.queries.js';
import { readSpotFilters, type SpotFilters, spotQuery } from '../features/situation/spot-filters.js';
import { SpotsSection } from '../features/situation/spots-section.js';
import { ThemesSection } from '../features/situation/themes-section.js';
import { TimesSection } from '../features/situation/times-section.js';
import { Whole } from '../features/situation/whole.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { swedishDay } from '../platform/swedish-day.js';
import { Button } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';

/** `/arbete/lagesbild`: the situational picture of a municipality and a period, which police and municipality share. */
export default function WorkSituationPage() {
  const { t } = useTranslation(['work-situation', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const today = swedishDay(new Date());
  const towns = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const town = towns.find(({ slug }) => slug === parameters.get('municipality')) ?? towns[0];
  const slug = town?.slug ?? '';
  const period = readPeriod(parameters, today);
  const filters = readSpotFilters(parameters);
  const { data: municipality } = useQuery(municipalityQuery(slug));
  const { data: picture, error, refetch } = useQuery(pictureQuery(slug, period));
  const { data: outside } = useQuery(outsideQuery(slug, period));
  if (!session) return null;
  if (!town)
    return (
      <div className={`wrap ${styles.page}`}>
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const show = (next: Period, nextFilters: SpotFilters = filters, nextSlug = slug) => {
    const query = new URLSearchParams(spotQuery(nextFilters));
    if (towns.length > 1) query.set('municipality', nextSlug);
    query.set('from', next.from);
    query.set('to', next.to);
    setParameters(query, { replace: true, preventScrollReset: true });
  };
  const isEmpty = picture && picture.all.people === 0 && picture.all.proposals === 0;
  return (
    <>
      <div className={`wrap ${styles.page}`}>
        <div className={styles.top}>
          <PageTitle title={t('titleIn', { municipality: town.name })} short={t('title')} lead={t('lead')} />
          <div className={styles.acts}>
            <Button
              icon={<Printer size={18} aria-hidden="true" />}
              disabled={!outside}
              onClick={() => {
                window.print();
              }}
            >
              {t('acts.print')}
            </Button>
            <a className={styles.download} href={pdfAddress(slug, period)} download>
              <FileDown size={18} aria-hidden="true" /> {t('acts.pdf')}
            </a>
            <p className={styles.soft}>{t('acts.note')}</p>
          </div>
        </div>
        {towns.length > 1 && (
          <SelectField
            label={t('municipality')}
            value={town.slug}
            options={towns.map((each) => ({ value: each.slug, label: each.name }))}
            onChange={(next) => {
              show(period, filters, next);
            }}
          />
        )}
        <PeriodBar period={period} today={today} onChange={show} />
        {!picture && error && <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />}
        {!picture && !error && (
          <Skeleton label={t('loading')}>
            <SkeletonBlock height="10rem" />
            <SkeletonBlock height="24rem" />
          </Skeleton>
        )}
        {picture && isEmpty && <EmptyState title={t('empty.title')}>{t('empty.how')}</EmptyState>}
        {picture && !isEmpty && (
          <>
            <Whole picture={picture} />
            {municipality && (
              <SpotsSection
                key={slug}
                municipality={municipality}
                period={period}
                filters={filters}
                onFilter={(part) => {
                  show(period, { ...filters, ...part });
                }}
              />
            )}
            <TimesSection picture={picture} />
            <ThemesSection picture={picture} />
            <MonthsSection picture={picture} />
          </>
        )}
        {picture && (
          <>
            <LocalitiesSection picture={picture} />
            <DoneSection picture={picture} />
            <MethodSection />
          </>
        )}
      </div>
      <OutsideSheet outside={outside} today={today} />
    </>
  );
}
