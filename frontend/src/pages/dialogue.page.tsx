import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { AfterDialogue } from '../features/dialogue-outcomes/after-dialogue.js';
import { DialogueQuestions } from '../features/dialogue-questions/dialogue-questions.js';
import { AgendaList } from '../features/dialogues/agenda-list.js';
import { DIALOGUE_LOOKS } from '../features/dialogues/dialogue-looks.js';
import parts from '../features/dialogues/dialogues.module.css';
import { calendarAddress, medborgardialogQuery } from '../features/dialogues/medborgardialoger.queries.js';
import { LevelView, PracticalFacts, PresidiumList, SubjectList } from '../features/dialogues/public-facts.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { useFormats } from '../platform/format.js';
import { EASY_SWEDISH, useVoice } from '../platform/i18n.js';
import { BackLink } from '../ui/back-link.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonBlock, SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import styles from './work-inventory.page.module.css';

const VenueMap = lazy(() => import('../features/dialogues/venue-map.js'));

/** `/ale/dialoger/D7K3F9`: a medborgardialog, for everyone. */
export default function DialoguePage() {
  const { t } = useTranslation('dialogues');
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { data: dialogue, error, refetch } = useQuery(medborgardialogQuery(reference));
  if (dialogue && dialogue.municipality !== slug)
    return <Navigate replace to={`/${dialogue.municipality}/dialoger/${dialogue.reference}`} />;
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to={`/${slug}/dialoger`}>{t('dialogue.back')}</BackLink>
      {dialogue ? (
        <Dialogue dialogue={dialogue} />
      ) : error?.status === 404 ? (
        <PageTitle title={t('dialogue.notFound')} lead={t('dialogue.notFoundHow')} />
      ) : error ? (
        <ErrorState error={error} title={t('dialogue.failed')} onRetry={() => void refetch()} />
      ) : (
        <SkeletonPage label={t('loading')} />
      )}
    </div>
  );
}

function Dialogue({ dialogue }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation('dialogues');
  const { data: municipality } = useMunicipality();
  const isEasy = useVoice() === EASY_SWEDISH;
  const { title, purpose, levelMeaning } = (isEasy && dialogue.easy) || dialogue;
  const { status, cancelledReason, venue, venuePosition, agenda, presidium, subjects } = dialogue;
  return (
    <>
      <header className={styles.head}>
        <StatusMark {...DIALOGUE_LOOKS[status]}>{t(`status.${status}`)}</StatusMark>
        <PageTitle title={title} lead={purpose} />
        {cancelledReason !== null && (
          <Notice tone="warning" title={t('dialogue.cancelled')}>
            <p>{cancelledReason}</p>
          </Notice>
        )}
        <Ways dialogue={dialogue} />
      </header>
      {(status === 'reported' || status === 'followed-up') && (
        <AfterDialogue municipality={dialogue.municipality} reference={dialogue.reference} />
      )}
      <div className={styles.columns}>
        <div className={styles.column}>
          <Part id="practical" title={t('dialogue.practical')}>
            <PracticalFacts dialogue={dialogue} municipality={municipality} />
            {venuePosition && municipality && status !== 'cancelled' && (
              <Suspense fallback={<SkeletonBlock height="14rem" />}>
                <VenueMap municipality={municipality} position={venuePosition} venue={venue ?? title} />
              </Suspense>
            )}
          </Part>
        </div>
        <div className={styles.column}>
          <Part id="level" title={t('dialogue.level')}>
            <LevelView dialogue={dialogue} meaning={levelMeaning} />
          </Part>
          <Part id="agenda" title={t('dialogue.agenda')}>
            <AgendaList agenda={agenda} />
          </Part>
          {presidium.length > 0 && (
            <Part id="presidium" title={t('dialogue.presidium')}>
              <PresidiumList dialogue={dialogue} />
            </Part>
          )}
          {subjects.length > 0 && (
            <Part id="subjects" title={t('dialogue.subjects')}>
              <SubjectList dialogue={dialogue} />
            </Part>
          )}
        </div>
      </div>
      {status !== 'cancelled' && (
        <DialogueQuestions
          dialogue={dialogue.reference}
          municipality={dialogue.municipality}
          mail={municipality?.mail ?? false}
        />
      )}
      <Keep dialogue={dialogue} />
    </>
  );
}

/** What one can do now: take part live, sign up, or just come. */
function Ways({ dialogue }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation('dialogues');
  const { date, time } = useFormats();
  const { municipality, reference, status, signUp, liveCode } = dialogue;
  if (liveCode !== null)
    return (
      <div>
        <ButtonLink look="primary" to={`/live/${liveCode}`}>
          {t('dialogue.live')}
        </ButtonLink>
      </div>
    );
  if (status !== 'published') return null;
  if (signUp === null) return <p>{t('signUp.none')}</p>;
  if (!signUp.isOpen) return <p>{t('signUp.closed')}</p>;
  return (
    <div className={parts.stack}>
      <div>
        <ButtonLink look="primary" to={`/${municipality}/dialoger/${reference}/anmalan`}>
          {t(signUp.isFull ? 'signUp.wayFull' : 'signUp.way')}
        </ButtonLink>
      </div>
      <p className={parts.soft}>
        {t('signUp.until', { moment: `${date(signUp.until)} ${time(signUp.until)}` })}
      </p>
    </div>
  );
}

/** Ways to keep it and to pass it on. */
function Keep({ dialogue }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation('dialogues');
  const { municipality, reference, title } = dialogue;
  return (
    <div className={parts.actions}>
      <a href={calendarAddress(reference)}>{t('dialogue.calendar')}</a>
      <Button
        icon={<Printer size={18} aria-hidden="true" />}
        onClick={() => {
          window.print();
        }}
      >
        {t('dialogue.print')}
      </Button>
      <CopyLink
        address={`${window.location.origin}/${municipality}/dialoger/${reference}`}
        share={{ title }}
      />
      <Link to={`/${municipality}/bevaka`}>{t('list.watch')}</Link>
    </div>
  );
}
