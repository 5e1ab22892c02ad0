import type { Role } from '@lofteskartan/shared/vocabulary';
import type { Town } from '@lofteskartan/shared/contracts/town';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { municipalitiesWith, SETTINGS_ROLES } from '../../platform/memberships.js';
import { useSession } from '../../platform/session.js';
import { BackLink } from '../../ui/back-link.js';
import { PageTitle } from '../../ui/page-title.js';
import { SelectField } from '../../ui/select-field.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import { townQuery } from './town.queries.js';
import styles from './town.module.css';

interface TownFrameProps {
  title: string;
  lead: string;
  /** As wide as the window, for maps and tables. */
  wide?: boolean;
  /** Who has the page; coordinators and administrators when left out. */
  roles?: readonly Role[];
  children: (town: Town) => ReactNode;
}

/** A page about one municipality that this person administers: its heading, which one, and the municipality once it has come. */
export function TownFrame({ title, lead, wide = false, roles = SETTINGS_ROLES, children }: TownFrameProps) {
  const { t } = useTranslation(['work-town', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  const places = session ? municipalitiesWith(session, roles) : [];
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const { data: town, error, refetch } = useQuery(townQuery(place?.slug ?? ''));
  if (!session) return null;
  const frame = `wrap ${styles.page} ${wide ? '' : styles.narrow}`;
  if (!place)
    return (
      <div className={frame}>
        <PageTitle title={t('work:notYours.title')} lead={t('work:notYours.lead')} />
      </div>
    );
  return (
    <div className={frame}>
      <BackLink to="/arbete/admin">{t('work:admin.title')}</BackLink>
      <PageTitle title={title} lead={lead} />
      {places.length > 1 ? (
        <SelectField
          label={t('municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      ) : (
        <p className={styles.place}>
          {place.name} {town && !town.openedAt && <Tag>{t('draft')}</Tag>}
        </p>
      )}
      {town ? (
        <div key={town.slug} className={styles.parts}>
          {children(town)}
        </div>
      ) : error ? (
        <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={t('loading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
    </div>
  );
}
