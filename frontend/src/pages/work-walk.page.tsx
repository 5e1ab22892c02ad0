import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { useQuery } from '@tanstack/react-query';
import { PencilLine, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { HeldPart } from '../features/walks/held-part.js';
import { PublishPart } from '../features/walks/publish-part.js';
import { EditWalk, WalkFacts, WalkHistory } from '../features/walks/walk-facts.js';
import { WALK_LOOKS } from '../features/walks/walk-looks.js';
import { WalkStops } from '../features/walks/walk-stops.js';
import { walkQuery } from '../features/walks/walks.queries.js';
import parts from '../features/walks/walks.module.css';
import { BackLink } from '../ui/back-link.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/trygghetsvandring/:reference`: a walk from its plan to its published protocol. */
export default function WorkWalkPage() {
  const { t } = useTranslation('work-walks');
  const { reference = '' } = useParams();
  const { data: walk, error, refetch } = useQuery(walkQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/trygghetsvandring">{t('walk.back')}</BackLink>
      {walk ? (
        <Walk key={walk.reference} walk={walk} />
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'walk.notFound' : 'walk.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('walk.loading')} />
      )}
    </div>
  );
}

function Walk({ walk }: { walk: StaffWalk }) {
  const { t } = useTranslation('work-walks');
  const { data: municipality } = useQuery(municipalityQuery(walk.municipality));
  const [isEditing, setEditing] = useState(false);
  const { reference, title, status, mayChange, cancelledReason } = walk;
  if (isEditing)
    return (
      <>
        <PageTitle title={t('form.editTitle')} />
        <EditWalk
          walk={walk}
          municipality={municipality}
          onDone={() => {
            setEditing(false);
          }}
        />
      </>
    );
  const isOpen = status !== 'cancelled';
  return (
    <>
      <header className={styles.head}>
        <StatusMark {...WALK_LOOKS[status]}>{t(`status.${status}`)}</StatusMark>
        <PageTitle title={title} />
        {status === 'published' && (
          <Link to={`/${walk.municipality}/vandringar/${reference}`}>{t('walk.publicPage')}</Link>
        )}
        {cancelledReason !== null && <Notice>{t('walk.cancelled', { reason: cancelledReason })}</Notice>}
        {!mayChange && <Notice>{t('walk.readOnly')}</Notice>}
      </header>
      <div className={styles.both}>
        <Part id="walk-stops" title={t('stops.title')}>
          {status !== 'planned' && isOpen && <p className={parts.soft}>{t('answers.how')}</p>}
          <WalkStops walk={walk} municipality={municipality} />
        </Part>
        <div className={styles.column}>
          <Part id="walk-facts" title={t('walk.facts')}>
            <WalkFacts walk={walk} municipality={municipality} />
            {mayChange && isOpen && (
              <div className={parts.actions}>
                <Button
                  icon={<PencilLine size={18} aria-hidden="true" />}
                  onClick={() => {
                    setEditing(true);
                  }}
                >
                  {t('walk.edit')}
                </Button>
              </div>
            )}
          </Part>
          {mayChange && isOpen && status !== 'published' && (
            <div className={parts.stack}>
              <div>
                <ButtonLink
                  look={status === 'planned' ? 'primary' : 'secondary'}
                  to={`/arbete/trygghetsvandring/${reference}/ute`}
                  icon={<Smartphone size={18} aria-hidden="true" />}
                >
                  {t('walk.outside')}
                </ButtonLink>
              </div>
              <p className={parts.soft}>{t('walk.outsideHow')}</p>
            </div>
          )}
          {isOpen && (mayChange || walk.participants !== null) && (
            <Part id="walk-held" title={t('held.title')}>
              <HeldPart walk={walk} />
            </Part>
          )}
          {isOpen && (
            <Part id="walk-publish" title={t('publish.title')}>
              <PublishPart walk={walk} />
            </Part>
          )}
          <Part id="walk-history" title={t('walk.history')}>
            <WalkHistory walk={walk} />
          </Part>
        </div>
      </div>
    </>
  );
}
