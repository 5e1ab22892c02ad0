import type { DarkPlaceItem } from '@lofteskartan/shared/contracts/dark-places';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { darkPlacesQuery } from '../features/inventory/dark-places.queries.js';
import parts from '../features/inventory/inventory.module.css';
import { LampList } from '../features/inventory/lamp-list.js';
import { lightingQuery } from '../features/inventory/lighting.queries.js';
import { PLACE_LOOKS } from '../features/inventory/place-looks.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { useLighting } from '../platform/lighting.js';
import { ButtonLink } from '../ui/button.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

const PublicPlacesMap = lazy(() => import('../features/inventory/public-places-map.js'));

const NO_LAMPS: [] = [];

/** `/ale/platser`: the places that the municipality looks after, as a map and as a list. */
export default function DarkPlacesPage() {
  const { t } = useTranslation(['dark-places', 'walks']);
  const slug = useMunicipalitySlug();
  const { data: municipality } = useMunicipality();
  const { data, error, refetch } = useQuery(darkPlacesQuery(slug));
  const { data: lighting } = useQuery(lightingQuery(slug));
  const navigate = useNavigate();
  const [lit, setLit] = useState<string | null>(null);
  const name = municipality?.shortName ?? '';
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.top}>
        <PageTitle
          title={t('list.titleIn', { municipality: name })}
          short={t('list.title')}
          lead={t('list.lead')}
        />
        <ButtonLink look="primary" to={`/${slug}/ny/otrygg-plats`}>
          {t('list.new')}
        </ButtonLink>
      </div>
      <p>
        <Link to={`/${slug}/vandringar`}>{t('list.title', { ns: 'walks' })}</Link>
      </p>
      {!data && error && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonBlock height="20rem" />
        </Skeleton>
      )}
      {data?.items.length === 0 && <EmptyState title={t('list.empty')}>{t('list.emptyHow')}</EmptyState>}
      {data && data.items.length > 0 && (
        <div className={styles.both}>
          <div className={styles.map}>
            {municipality && (
              <Suspense fallback={<SkeletonBlock height="20rem" />}>
                <PublicPlacesMap
                  municipality={municipality}
                  lamps={lighting?.items}
                  label={t('list.map', { municipality: name })}
                  places={data.items}
                  lit={lit}
                  onLight={setLit}
                  onChoose={(reference) => void navigate(`/${slug}/platser/${reference}`)}
                />
              </Suspense>
            )}
            <LampList lamps={lighting?.items ?? NO_LAMPS} />
          </div>
          <div className={styles.list}>
            <p className={styles.count}>{t('list.count', { count: data.items.length })}</p>
            <Rows places={data.items} lit={lit} onLight={setLit} />
          </div>
        </div>
      )}
    </div>
  );
}

interface RowsProps {
  places: readonly DarkPlaceItem[];
  lit: string | null;
  onLight: (key: string | null) => void;
}

function Rows({ places, lit, onLight }: RowsProps) {
  const { t } = useTranslation(['dark-places', 'inventory', 'words']);
  const { phrase } = useFormats();
  const list = useRef<HTMLUListElement>(null);
  useLighting(list, onLight);
  return (
    <ul ref={list} className={parts.rows} aria-label={t('list.all')}>
      {places.map(({ reference, municipality, name, state, causes, position }) => (
        <li
          key={reference}
          data-lights={reference}
          className={reference === lit ? `${parts.row} ${parts.lit}` : parts.row}
        >
          <Link to={`/${municipality}/platser/${reference}`}>{name}</Link>
          <StatusMark {...PLACE_LOOKS[state]} shape="lantern">
            {t(`state.${state}`, { ns: 'inventory' })}
          </StatusMark>
          <span className={parts.soft}>
            {phrase(causes.map((cause) => t(`cause.${cause}`, { ns: 'words' })))}
          </span>
          {!position && <span className={parts.soft}>{t('list.left')}</span>}
        </li>
      ))}
    </ul>
  );
}
