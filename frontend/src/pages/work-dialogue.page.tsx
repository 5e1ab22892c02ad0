import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { useQuery } from '@tanstack/react-query';
import { PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { AfterWork } from '../features/dialogue-outcomes/after-dialogue.js';
import { AgendaList } from '../features/dialogues/agenda-list.js';
import { CopyPart } from '../features/dialogues/copy-part.js';
import { DialogueFacts, DialogueHistory, EditDialogue } from '../features/dialogues/dialogue-facts.js';
import { DIALOGUE_LOOKS } from '../features/dialogues/dialogue-looks.js';
import { dialogueQuery } from '../features/dialogues/dialogues.queries.js';
import parts from '../features/dialogues/dialogues.module.css';
import { MovePart } from '../features/dialogues/move-part.js';
import { SignUpCountsView } from '../features/dialogues/sign-up-counts.js';
import { municipalityQuery } from '../features/municipalities/municipalities.queries.js';
import { BackLink } from '../ui/back-link.js';
import { Button, ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { Part } from '../ui/part.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { StatusMark } from '../ui/status-mark.js';
import { toast } from '../ui/toast.js';
import styles from './work-inventory.page.module.css';

/** `/arbete/dialoger/:reference`: a medborgardialog from its draft until it is closed. */
export default function WorkDialoguePage() {
  const { t } = useTranslation('work-dialogues');
  const { reference = '' } = useParams();
  const { data: dialogue, error, refetch } = useQuery(dialogueQuery(reference));
  return (
    <div className={`wrap ${styles.page}`}>
      <BackLink to="/arbete/dialoger">{t('facts.back')}</BackLink>
      {dialogue ? (
        <Dialogue key={dialogue.reference} dialogue={dialogue} />
      ) : error ? (
        <ErrorState
          error={error}
          title={t(error.status === 404 ? 'facts.notFound' : 'facts.failed')}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonPage label={t('list.loading')} />
      )}
    </div>
  );
}

function Dialogue({ dialogue }: { dialogue: StaffDialogue }) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const navigate = useNavigate();
  const { data: municipality } = useQuery(municipalityQuery(dialogue.municipality));
  const [isEditing, setEditing] = useState(false);
  const { reference, title, status, mayChange, cancelledReason, isPublic } = dialogue;
  if (isEditing)
    return (
      <>
        <PageTitle title={t('form.editTitle')} />
        <EditDialogue
          dialogue={dialogue}
          municipality={municipality}
          onDone={() => {
            setEditing(false);
          }}
        />
      </>
    );
  const isKept = status === 'draft' || status === 'published' || status === 'open' || status === 'closed';
  return (
    <>
      <header className={styles.head}>
        <StatusMark {...DIALOGUE_LOOKS[status]}>{t(`status.${status}`, { ns: 'dialogues' })}</StatusMark>
        <PageTitle title={title} />
        {isPublic && (
          <Link to={`/${dialogue.municipality}/dialoger/${reference}`}>{t('facts.publicPage')}</Link>
        )}
        {cancelledReason !== null && <Notice>{t('facts.cancelled', { reason: cancelledReason })}</Notice>}
        {!mayChange && <Notice>{t('facts.readOnly')}</Notice>}
      </header>
      <div className={styles.both}>
        <div className={styles.column}>
          <Part id="facts" title={t('facts.title')}>
            <DialogueFacts dialogue={dialogue} municipality={municipality} />
            {mayChange && isKept && (
              <div className={parts.actions}>
                <Button
                  icon={<PencilLine size={18} aria-hidden="true" />}
                  onClick={() => {
                    setEditing(true);
                  }}
                >
                  {t('facts.edit')}
                </Button>
              </div>
            )}
          </Part>
          <Part id="agenda" title={t('form.agenda')}>
            {dialogue.agenda.length > 0 ? (
              <AgendaList agenda={dialogue.agenda} />
            ) : (
              <p className={parts.soft}>{t('facts.noAgenda')}</p>
            )}
          </Part>
        </div>
        <div className={styles.column}>
          {isPublic && (
            <Part id="questions" title={t('questions.title')}>
              <div>
                <ButtonLink to={`/arbete/dialoger/${reference}/fragor`}>{t('questions.open')}</ButtonLink>
              </div>
            </Part>
          )}
          {(status === 'published' || status === 'open') && (
            <Part id="conduct" title={t('conduct.title')}>
              <p>{t('conduct.lead')}</p>
              <div>
                <ButtonLink to={`/arbete/dialoger/${reference}/live`}>{t('conduct.open')}</ButtonLink>
              </div>
            </Part>
          )}
          <Part id="next" title={t('next.title')}>
            <MovePart dialogue={dialogue} />
          </Part>
          {isPublic && status !== 'cancelled' && <AfterWork reference={reference} />}
          {dialogue.signUps && (
            <Part id="sign-ups" title={t('signUps.title')}>
              <SignUpCountsView counts={dialogue.signUps} />
            </Part>
          )}
          {isPublic && status !== 'cancelled' && (
            <Part id="poster" title={t('poster.title')}>
              <p className={parts.soft}>{t('poster.how')}</p>
              <PaperLinks path={`/api/v1/dialogues/${reference}/poster`} />
            </Part>
          )}
          {isPublic && status !== 'cancelled' && (
            <Part id="table-sheet" title={t('sheet.title')}>
              <p className={parts.soft}>{t('sheet.how')}</p>
              <PaperLinks path={`/api/v1/dialogues/${reference}/table-sheet`} />
            </Part>
          )}
          {mayChange && (
            <Part id="copy" title={t('copy.title')}>
              <CopyPart
                dialogue={dialogue}
                onCopied={(copied) => {
                  toast(t('copy.done'));
                  void navigate(`/arbete/dialoger/${copied}`);
                }}
              />
            </Part>
          )}
          <Part id="history" title={t('facts.history')}>
            <DialogueHistory dialogue={dialogue} />
          </Part>
        </div>
      </div>
    </>
  );
}

/** The same paper in three voices. */
function PaperLinks({ path }: { path: string }) {
  const { t } = useTranslation('work-dialogues');
  return (
    <ul>
      {(['sv', 'en', 'easy'] as const).map((voice) => (
        <li key={voice}>
          <a href={`${path}?voice=${voice}`}>{t(`poster.${voice}`)}</a>
        </li>
      ))}
    </ul>
  );
}
