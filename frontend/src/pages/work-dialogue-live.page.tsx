import type { StaffLive } from '@lofteskartan/shared/contracts/medborgardialog-statements';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorUp } from 'lucide-react';
import { Fragment, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ConductAgenda } from '../features/dialogue-live/conduct-agenda.js';
import { ConductPins } from '../features/dialogue-live/conduct-pins.js';
import { ConductQuestions } from '../features/dialogue-live/conduct-questions.js';
import { ConductStatements } from '../features/dialogue-live/conduct-statements.js';
import styles from '../features/dialogue-live/live.module.css';
import { LineWords } from '../features/dialogue-live/live-page.js';
import { staffLiveQuery, useLive } from '../features/dialogue-live/live.queries.js';
import { RefuseWindow } from '../features/dialogue-questions/question-windows.js';
import { BackLink } from '../ui/back-link.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';

/** `/arbete/dialoger/:reference/live`: what the big screen and the phones show, and what waits to be shown. */
export default function WorkDialogueLivePage() {
  const { t } = useTranslation('work-dialogue-live');
  const { reference = '' } = useParams();
  const { data: staff, error, refetch } = useQuery(staffLiveQuery(reference));
  return (
    <div className={`wrap ${styles.parts}`}>
      <BackLink to={`/arbete/dialoger/${reference}`}>{t('back')}</BackLink>
      {staff ? (
        <Conduct staff={staff} />
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'notFound' : 'failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}

function Conduct({ staff }: { staff: StaffLive }) {
  const { t } = useTranslation('work-dialogue-live');
  const { code, reference, status } = staff.live.dialogue;
  const isPublic = status !== 'draft';
  const { dataUpdatedAt, line } = useLive(isPublic ? code : '');
  const queries = useQueryClient();
  useEffect(
    function readAnewWhatWaits() {
      if (dataUpdatedAt > 0) void queries.invalidateQueries({ queryKey: ['dialogue-live', reference] });
    },
    [dataUpdatedAt, queries, reference],
  );
  const isBefore = status === 'draft' || status === 'published';
  return (
    <>
      <header className={styles.head}>
        <PageTitle title={t('title')} lead={`${staff.live.dialogue.title} · ${t('code', { code })}`} />
        {isPublic && (
          <div className={styles.actions}>
            <ButtonLink
              to={`/live/${code}/skarm`}
              target="_blank"
              icon={<MonitorUp size={20} aria-hidden="true" />}
            >
              {t('screen')}
            </ButtonLink>
            <Link to={`/live/${code}`} target="_blank">
              {t('phone')}
            </Link>
          </div>
        )}
        {isPublic && (
          <p>
            {t('sheet.title')}{' '}
            {(['sv', 'en', 'easy'] as const).map((voice, index) => (
              <Fragment key={voice}>
                {index > 0 && ' · '}
                <a href={`/api/v1/dialogues/${reference}/table-sheet?voice=${voice}`}>
                  {t(`sheet.${voice}`)} (PDF)
                </a>
              </Fragment>
            ))}
            {!isBefore && (
              <>
                {' · '}
                <Link to={`/arbete/bordet/${reference}`}>{t('sheet.type')}</Link>
              </>
            )}
          </p>
        )}
        {isBefore && <Notice>{t('notOpen')}</Notice>}
        {!isBefore && status !== 'open' && <Notice>{t('over')}</Notice>}
        {!staff.mayConduct && <Notice>{t('readOnly')}</Notice>}
        {isPublic && <LineWords line={line} />}
      </header>
      <div className={styles.conduct}>
        <div className={styles.column}>
          {staff.mayConduct && (
            <Part id="conduct-agenda" title={t('agenda.title')}>
              <ConductAgenda staff={staff} />
            </Part>
          )}
          <Part id="conduct-statements" title={t('statements.title')}>
            <ConductStatements staff={staff} />
          </Part>
        </div>
        <div className={styles.column}>
          <Part id="conduct-questions" title={t('questions.title')}>
            <ConductQuestions
              staff={staff}
              hideWindow={({ onHide, ...frame }) => (
                <RefuseWindow
                  {...frame}
                  dialogue={reference}
                  onDo={(deed) => {
                    if (deed.act === 'refuse') onHide(deed.body);
                  }}
                />
              )}
            />
          </Part>
          <Part id="conduct-pins" title={t('pins.title')}>
            <ConductPins staff={staff} />
          </Part>
        </div>
      </div>
    </>
  );
}
