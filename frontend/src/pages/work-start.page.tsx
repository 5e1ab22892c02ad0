import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useQuery } from '@tanstack/react-query';
import { CarFront, ChartColumn, Lamp, PenLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CommitmentBrief } from '../features/activities/commitment-brief.js';
import { commitmentsQuery } from '../features/activities/commitments.queries.js';
import { OwnPoints } from '../features/dialogue-outcomes/own-points.js';
import { AdminCards } from '../features/staff/admin-cards.js';
import { adminWaysOf } from '../features/staff/admin-ways.js';
import { summaryQuery } from '../features/triage/summary.queries.js';
import { WaitingBoard } from '../features/triage/waiting-board.js';
import { CASE_ROLES, holds, municipalitiesWith } from '../platform/memberships.js';
import { useSession } from '../platform/session.js';
import { LinkCard } from '../ui/link-card.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton, SkeletonBlock, SkeletonText } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './work-start.page.module.css';

interface Place {
  slug: string;
  name: string;
}

/** What waits in each municipality. */
function Waiting({ municipalities }: { municipalities: Place[] }) {
  const { t } = useTranslation('work');
  const { data, error, refetch } = useQuery(summaryQuery);
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('start.summaryFailed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('start.waits')}>
        <SkeletonBlock height="10rem" />
      </Skeleton>
    );
  return municipalities.map(({ slug, name }) => {
    const summary = data.items.find(({ municipality }) => municipality === slug);
    return (
      <section key={slug} className={styles.part}>
        <h2>{municipalities.length > 1 ? t('start.waitsIn', { municipality: name }) : t('start.waits')}</h2>
        {summary && <WaitingBoard summary={summary} />}
      </section>
    );
  });
}

/** The commitments that one's own organisations own: for a coordinator, all of the municipality's. */
function Commitments({ session, place, several }: { session: Session; place: Place; several: boolean }) {
  const { t } = useTranslation('work');
  const { data, error, refetch } = useQuery(commitmentsQuery(place.slug));
  const isCoordinator = holds(session, ['coordinator'], place.slug);
  const own = data?.filter(
    ({ owners }) =>
      isCoordinator ||
      owners.some(({ slug }) => session.memberships.some(({ organisation }) => organisation === slug)),
  );
  return (
    <section className={styles.part}>
      <div className={styles.head}>
        <h2>{several ? t('start.commitmentsIn', { municipality: place.name }) : t('start.commitments')}</h2>
        <Link to={`/${place.slug}/lofte`}>{t('start.public')}</Link>
      </div>
      {own ? (
        <div className={styles.briefs}>
          {own.map((commitment) => (
            <CommitmentBrief key={commitment.id} commitment={commitment} />
          ))}
        </div>
      ) : error ? (
        <ErrorState error={error} title={t('start.commitmentsFailed')} onRetry={() => void refetch()} />
      ) : (
        <Skeleton label={t('start.commitments')}>
          <SkeletonText lines={4} />
        </Skeleton>
      )}
    </section>
  );
}

export default function WorkStartPage() {
  const { t } = useTranslation('work');
  const { data: session } = useSession();
  if (!session) return null;
  const municipalities = municipalitiesWith(session, CASE_ROLES);
  return (
    <div className={`wrap ${styles.page}`}>
      <div className={styles.top}>
        <PageTitle title={t('start.title')} />
        {municipalities.length > 0 && (
          <div className={styles.ways}>
            <LinkCard
              first
              to="/arbete/logga-insats"
              title={t('start.log')}
              note={t('start.logHow')}
              glyph={<PenLine size={24} />}
            />
            {holds(session, ['police-officer']) && (
              <LinkCard
                to="/arbete/bilen"
                title={t('start.car')}
                note={t('start.carHow')}
                glyph={<CarFront size={24} />}
              />
            )}
            <LinkCard
              to="/arbete/platser"
              title={t('start.places')}
              note={t('start.placesHow')}
              glyph={<Lamp size={24} />}
            />
            <LinkCard
              to="/arbete/lagesbild"
              title={t('start.situation')}
              note={t('start.situationHow')}
              glyph={<ChartColumn size={24} />}
            />
          </div>
        )}
      </div>
      {municipalities.length > 0 && <Waiting municipalities={municipalities} />}
      {municipalities.length > 0 && <OwnPoints />}
      {municipalities.map((place) => (
        <Commitments key={place.slug} session={session} place={place} several={municipalities.length > 1} />
      ))}
      {municipalities.length === 0 && adminWaysOf(session).length > 0 && (
        <section className={styles.part}>
          <p>{t('start.adminLead')}</p>
          <AdminCards session={session} />
        </section>
      )}
      {session.memberships.length === 0 && (
        <EmptyState title={t('start.noMemberships')}>{t('start.noMembershipsHow')}</EmptyState>
      )}
    </div>
  );
}
