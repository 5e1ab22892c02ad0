import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { MapPinOff } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import styles from './case-place.module.css';
import { useWorkplace } from './workplace.js';

const CaseMap = lazy(() => import('./case-map.js'));

/** Where it is: a map with the exact and the public place, the same in words, and what staff must know about it. */
export function CasePlace({ proposal, search }: { proposal: TriageProposal; search: string }) {
  const { t } = useTranslation('work-case');
  const { number } = useFormats();
  const navigate = useNavigate();
  const { municipalities } = useWorkplace();
  const municipality = municipalities.find(({ slug }) => slug === proposal.municipality);
  const { position, publicPosition, placement, placeName } = proposal;
  const degrees = (at: readonly [number, number]) =>
    t('place.coordinates', { north: number(at[1], 5), east: number(at[0], 5) });
  if (!position) {
    const isAboutDrugs = 'topic' in proposal.details && proposal.details.topic === 'drugs';
    return placement === 'none' ? (
      <p className={styles.soft}>{t(isAboutDrugs ? 'place.drugs' : 'place.needsNone')}</p>
    ) : (
      <div className={styles.none}>
        <MapPinOff size={22} aria-hidden="true" />
        <p>
          {t('place.none')} {placeName && t('place.noneWords', { words: placeName })}
        </p>
      </div>
    );
  }
  return (
    <div className={styles.place}>
      {placement === 'near-outline' && <Notice tone="warning">{t('place.near-outline')}</Notice>}
      {municipality ? (
        <Suspense
          fallback={
            <Skeleton label={t('place.map')}>
              <SkeletonBlock height="18rem" />
            </Skeleton>
          }
        >
          <CaseMap
            // Another case, or a corrected place: the map opens there.
            key={`${proposal.reference} ${position.join()}`}
            municipality={municipality}
            proposal={proposal}
            position={position}
            onNeighbour={(reference) => void navigate(`/arbete/forslag/${reference}${search}`)}
          />
        </Suspense>
      ) : (
        <SkeletonBlock height="18rem" />
      )}
      <p className={styles.soft}>
        {t('place.exact')}: {degrees(position)}
        {publicPosition && (
          <>
            <br />
            {t('place.public')}: {degrees(publicPosition)}
          </>
        )}
      </p>
      {placement === 'by-staff' && <p className={styles.soft}>{t('place.by-staff')}</p>}
    </div>
  );
}
