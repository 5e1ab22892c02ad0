import { formAddress } from '@lofteskartan/shared/form-address';
import type { DarkPlace } from '@lofteskartan/shared/contracts/dark-places';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { darkPlaceQuery } from '../features/inventory/dark-places.queries.js';
import parts from '../features/inventory/inventory.module.css';
import { PLACE_LOOKS } from '../features/inventory/place-looks.js';
import { PublicMeasures } from '../features/inventory/public-measures.js';
import { SafetyFigure } from '../features/inventory/safety-figure.js';
import { WalksOfPlace } from '../features/walks/walks-of-place.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useSupported } from '../features/proposals/support.js';
import { AskedHere } from '../features/supporter/asked-here.js';
import { useFormats } from '../platform/format.js';
import { statusWord, STATUS_LOOKS } from '../platform/looks.js';
import { BackLink } from '../ui/back-link.js';
import { ButtonLink } from '../ui/button.js';
import { DefinitionList } from '../ui/definition-list.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonBlock, SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

const PublicPlacesMap = lazy(() => import('../features/inventory/public-places-map.js'));

/** `/ale/platser/P7K3F9`: a place with its story, for everyone. */
export default function DarkPlacePage() {
  const { t } = useTranslation('dark-places');
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: place, error, refetch } = useQuery(darkPlaceQuery(reference));
  // Of another municipality, or one that is shown by the place that it was merged into.
  if (place && (place.municipality !== slug || place.reference !== reference))
    return <Navigate replace to={`/${place.municipality}/platser/${place.reference}`} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/platser`}>{t('place.back')}</BackLink>
      {place ? (
        <Story key={reference} place={place} />
      ) : error?.status === 404 ? (
        <PageTitle title={t('place.notFound')} lead={t('place.notFoundHow')} />
      ) : error ? (
        <ErrorState error={error} title={t('place.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('place.loading')} />
      )}
    </div>
  );
}

function Story({ place }: { place: DarkPlace }) {
  const { t } = useTranslation(['dark-places', 'inventory', 'words']);
  const { moment } = useFormats();
  const { name, state, description, measures, photos, updatedAt, municipality: slug, reference } = place;
  return (
    <>
      <header className={styles.head}>
        <StatusMark {...PLACE_LOOKS[state]} shape="lantern">
          {t(`state.${state}`, { ns: 'inventory' })}
        </StatusMark>
        <PageTitle title={name} lead={description} />
        <div>
          <ButtonLink look="primary" to={formAddress(slug, 'dark-place', place.position)}>
            {t('place.tell')}
          </ButtonLink>
        </div>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Part id="measures" title={t('measures.title')}>
            <PublicMeasures measures={measures} />
          </Part>
          <Part id="ratings" title={t('ratings.title')}>
            <Ratings place={place} />
          </Part>
          <Asked place={place} />
          <Part id="proposals" title={t('proposals.title')}>
            <Proposals place={place} />
          </Part>
          <WalksOfPlace reference={reference} />
        </div>
        <div className={styles.column}>
          <Part id="facts" title={t('place.facts')}>
            <Where place={place} />
            <Facts place={place} />
          </Part>
          {photos.length > 0 && (
            <Part id="photos" title={t('photos.title')}>
              <ul className={parts.photos}>
                {photos.map(({ id, url, thumbnailUrl, width, height, light }) => (
                  <li key={id} className={parts.photo}>
                    <a href={url}>
                      <img
                        src={thumbnailUrl}
                        width={width}
                        height={height}
                        loading="lazy"
                        alt={t('photos.alt', { name, light: t(`light.${light}`, { ns: 'inventory' }) })}
                      />
                    </a>
                    <span className={parts.soft}>{t(`light.${light}`, { ns: 'inventory' })}</span>
                  </li>
                ))}
              </ul>
            </Part>
          )}
        </div>
      </div>
      <p className={parts.soft}>{t('place.updated', { moment: moment(updatedAt) })}</p>
      <CopyLink address={`${window.location.origin}/${slug}/platser/${reference}`} share={{ title: name }} />
    </>
  );
}

function Ratings({ place: { ratings, measures } }: { place: DarkPlace }) {
  const { t } = useTranslation(['dark-places', 'inventory']);
  const { before, after } = ratings;
  if (!before && !after) return <p>{t('ratings.tooFew')}</p>;
  // What was done while two places were one may stand with the other of them.
  const isDone = after !== null || measures.some(({ doneOn }) => doneOn !== null);
  return (
    <>
      <div className={parts.two}>
        {before && (
          <SafetyFigure
            rating={before}
            label={t(isDone ? 'safety.before' : 'safety.now', { ns: 'inventory' })}
          />
        )}
        {after && <SafetyFigure rating={after} label={t('safety.after', { ns: 'inventory' })} />}
      </div>
      {isDone && !after && <p>{t('ratings.tooFewSince')}</p>}
      <p className={parts.soft}>{t('ratings.how')}</p>
    </>
  );
}

/** What is asked of this device where it remembers that it supports proposals of the place: about each of them. */
function Asked({ place: { proposals } }: { place: DarkPlace }) {
  const supported = useSupported();
  const own = proposals.filter(({ reference }) => supported.has(reference));
  return own.map(({ reference }) => (
    <AskedHere key={reference} reference={reference} isOneOfSeveral={own.length > 1} />
  ));
}

function Proposals({ place: { proposals, municipality } }: { place: DarkPlace }) {
  const { t } = useTranslation(['dark-places', 'words']);
  const { date } = useFormats();
  if (proposals.length === 0) return <p className={parts.soft}>{t('proposals.none')}</p>;
  return (
    <ul className={parts.rows}>
      {proposals.map(({ reference, status, supportCount, createdAt }) => (
        <li key={reference} className={parts.row}>
          <Link to={`/${municipality}/forslag/${reference}`}>{reference}</Link>
          <StatusMark {...STATUS_LOOKS[status]} shape="lantern">
            {t(statusWord('dark-place', status), { ns: 'words' })}
          </StatusMark>
          <span className={parts.soft}>
            {date(createdAt)} · {t('proposals.count', { count: supportCount })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Where({ place }: { place: DarkPlace }) {
  const { t } = useTranslation('dark-places');
  const { data: municipality } = useMunicipality();
  if (!place.position) return <p className={parts.soft}>{t('place.leftMap')}</p>;
  return (
    <>
      {municipality ? (
        <Suspense fallback={<SkeletonBlock height="18rem" />}>
          <PublicPlacesMap
            municipality={municipality}
            label={t('place.map')}
            places={[place]}
            outline={place.outline}
            isClose
          />
        </Suspense>
      ) : (
        <SkeletonBlock height="18rem" />
      )}
      <p className={parts.soft}>{t('place.rounded')}</p>
    </>
  );
}

function Facts({ place: { causes, groups, when, seasons, body } }: { place: DarkPlace }) {
  const { t } = useTranslation(['dark-places', 'inventory', 'words']);
  const { phrase } = useFormats();
  return (
    <DefinitionList
      items={[
        { term: t('place.causes'), value: phrase(causes.map((each) => t(`cause.${each}`, { ns: 'words' }))) },
        {
          term: t('place.groups'),
          value: groups.map((each) => t(`group.${each}`, { ns: 'inventory' })).join(', '),
        },
        { term: t('place.when'), value: phrase(when.map((each) => t(`when.${each}`, { ns: 'words' }))) },
        {
          term: t('place.seasons'),
          value: phrase(seasons.map((each) => t(`season.${each}`, { ns: 'inventory' }))),
        },
        { term: t('place.body'), value: body ?? t('place.noBody') },
      ]}
    />
  );
}
