import { useQueries } from '@tanstack/react-query';
import { FileUp, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ActivityList } from '../features/activities/activity-list.js';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { RecordPanel } from '../features/records/record-panel.js';
import { CASE_ROLES, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { SelectField } from '../ui/select-field.js';
import { Tabs } from '../ui/tabs.js';
import styles from './work-activities.page.module.css';

const STATES = ['awaiting-confirmation', 'awaiting-release', 'released'] as const;

/** What waits for confirmation, what waits to become public, and what is public. */
export default function WorkActivitiesPage() {
  const { t } = useTranslation(['work-activities', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, CASE_ROLES) : [];
  const municipalities = useQueries({
    queries: places.map(({ slug }) => municipalityQuery(slug)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  const commitments = useQueries({
    queries: places.map(({ slug }) => commitmentsQuery(slug)),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  });
  if (!session) return null;
  if (places.length === 0)
    return (
      <div className="wrap">
        <PageTitle title={t('notYours.title', { ns: 'work' })} lead={t('notYours.lead', { ns: 'work' })} />
      </div>
    );
  const state = STATES.find((each) => each === parameters.get('lage')) ?? 'awaiting-confirmation';
  const municipality = places.find(({ slug }) => slug === parameters.get('municipality'))?.slug;
  const choose = (part: Record<string, string>) => {
    setParameters({ lage: state, ...(municipality && { municipality }), ...part }, { replace: true });
  };
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.head}>
        <PageTitle title={t('list.title')} />
        {session.memberships.some(({ role }) => role === 'coordinator') && (
          <ButtonLink to="/arbete/insatser/importera" icon={<FileUp size={18} aria-hidden="true" />}>
            {t('list.import')}
          </ButtonLink>
        )}
        <ButtonLink to="/arbete/logga-insats" look="primary" icon={<PenLine size={18} aria-hidden="true" />}>
          {t('nav.log', { ns: 'work' })}
        </ButtonLink>
      </div>
      {places.length > 1 && (
        <SelectField
          label={t('list.municipality')}
          value={municipality ?? 'all'}
          options={[
            { value: 'all', label: t('list.allMunicipalities') },
            ...places.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          onChange={(slug) => {
            choose({ municipality: slug === 'all' ? '' : slug });
          }}
        />
      )}
      <Tabs
        label={t('list.tabs')}
        selected={state}
        onSelect={(lage) => {
          choose({ lage });
        }}
        pages={STATES.map((id) => ({
          id,
          label: t(`list.${id}`),
          content: (
            <ActivityList
              state={id}
              municipality={municipality}
              municipalities={municipalities}
              commitments={commitments}
              recordOf={({ id: activityId }) => <RecordPanel kept={{ activityId }} />}
            />
          ),
        }))}
      />
    </div>
  );
}
