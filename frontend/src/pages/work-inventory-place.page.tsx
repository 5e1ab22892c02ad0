import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useQuery } from '@tanstack/react-query';
import { Eye, EyeOff, PencilLine } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { EditPlace } from '../features/inventory/edit-place.js';
import { placeQuery } from '../features/inventory/inventory.queries.js';
import { MeasureList } from '../features/inventory/measure-list.js';
import { PlaceFacts } from '../features/inventory/place-facts.js';
import { PlaceHistory } from '../features/inventory/place-history.js';
import { MergedNotice, PlaceMerging } from '../features/inventory/place-merging.js';
import { PLACE_LOOKS } from '../features/inventory/place-looks.js';
import { PlacePhotos } from '../features/inventory/place-photos.js';
import { PlaceProposals } from '../features/inventory/place-proposals.js';
import { PlaceRatings } from '../features/inventory/place-ratings.js';
import { SignButton } from '../features/signs/sign-button.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { PlaceCare } from '../features/wheel/place-care.js';
import { BackLink } from '../ui/back-link.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SkeletonBlock, SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark, Tag } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

const PlaceMap = lazy(() => import('../features/inventory/place-map.js'));

/** `/arbete/platser/:reference`: a place with all that is known, planned and done. */
export default function WorkInventoryPlacePage() {
  const { t } = useTranslation('work-inventory');
  const { reference = '' } = useParams();
  const { data: place, error, refetch } = useQuery(placeQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/platser">{t('place.back')}</BackLink>
      {place ? (
        <Place key={place.reference} place={place} />
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'place.notFound' : 'place.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('place.loading')} />
      )}
    </div>
  );
}

function Place({ place }: { place: StaffPlace }) {
  const { t } = useTranslation(['work-inventory', 'inventory', 'work-wheel']);
  const { data: municipality } = useQuery(municipalityQuery(place.municipality));
  const [isEditing, setEditing] = useState(false);
  if (isEditing)
    return (
      <>
        <PageTitle title={t('form.editTitle', { name: place.name })} />
        <EditPlace
          place={place}
          municipality={municipality}
          onDone={() => {
            setEditing(false);
          }}
        />
      </>
    );
  const { name, state, isPublic, position, mergedInto } = place;
  // One that another place shows is changed there.
  const shown = mergedInto ? Object.assign({}, place, { mayChange: false }) : place;
  return (
    <>
      <header className={styles.head}>
        <div className={styles.marks}>
          <StatusMark {...PLACE_LOOKS[state]} shape="lantern">
            {t(`state.${state}`, { ns: 'inventory' })}
          </StatusMark>
          <Tag
            icon={isPublic ? <Eye size={15} aria-hidden="true" /> : <EyeOff size={15} aria-hidden="true" />}
          >
            {t(isPublic ? 'row.public' : 'row.notPublic')}
          </Tag>
          {place.people > 0 && <Tag>{t('row.people', { count: place.people })}</Tag>}
        </div>
        <PageTitle title={name} />
        {isPublic && (
          <div className={styles.ways}>
            <Link to={`/${place.municipality}/platser/${place.reference}`}>{t('place.publicPage')}</Link>
            <SignButton path={`/inventory/places/${place.reference}/sign`} />
          </div>
        )}
        <MergedNotice place={place} />
        {!place.mayChange && <Notice>{t('place.readOnly')}</Notice>}
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Part id="place-measures" title={t('measures.title')}>
            <MeasureList place={shown} />
          </Part>
          <Part id="place-care" title={t('place.title', { ns: 'work-wheel' })}>
            <PlaceCare municipality={place.municipality} reference={place.reference} />
          </Part>
          <Part id="place-ratings" title={t('ratings.title')}>
            <PlaceRatings place={place} />
          </Part>
          <Part id="place-proposals" title={t('proposals.title')}>
            <PlaceProposals place={shown} />
          </Part>
        </div>
        <div className={styles.column}>
          <Part id="place-what" title={t('place.what')}>
            {municipality ? (
              <Suspense fallback={<SkeletonBlock height="18rem" />}>
                <PlaceMap key={position.join()} municipality={municipality} place={place} />
              </Suspense>
            ) : (
              <SkeletonBlock height="18rem" />
            )}
            <PlaceFacts place={place} />
            {shown.mayChange && (
              <div>
                <Button
                  icon={<PencilLine size={18} aria-hidden="true" />}
                  onClick={() => {
                    setEditing(true);
                  }}
                >
                  {t('place.edit')}
                </Button>
              </div>
            )}
          </Part>
          <Part id="place-photos" title={t('photos.title')}>
            <PlacePhotos place={shown} />
          </Part>
          {shown.mayChange && (
            <Part id="place-merging" title={t('merge.title')}>
              <PlaceMerging place={place} />
            </Part>
          )}
          <Part id="place-history" title={t('place.history')}>
            <PlaceHistory events={place.events} />
          </Part>
        </div>
      </div>
    </>
  );
}
