import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { swedishDay } from '../../platform/swedish-day.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useMoveDialogue, type DialogueAct } from './dialogues.queries.js';
import styles from './dialogues.module.css';

/** What moves on one in each state, as far as this page does it. */
const nextAct: Partial<Record<StaffDialogue['status'], Exclude<DialogueAct, 'cancellations'>>> = {
  draft: 'publications',
  published: 'openings',
  open: 'closings',
};

/** What comes next, and what it means: published, opened, closed; or called off with a reason. */
export function MovePart({ dialogue }: { dialogue: StaffDialogue }) {
  const { t } = useTranslation('work-dialogues');
  const { date } = useFormats();
  const move = useMoveDialogue(dialogue.reference);
  const { status, version, startsAt, agenda, form, venue, onlineUrl } = dialogue;
  const act = nextAct[status];
  if (!act) return <p className={styles.soft}>{t(`next.${status}`)}</p>;
  const missing = [
    ...(form !== 'online' && venue === null ? [t('next.noVenue')] : []),
    ...(form !== 'on-site' && onlineUrl === null ? [t('next.noLink')] : []),
    ...(agenda.length === 0 ? [t('next.noAgenda')] : []),
  ];
  const isEarly = act === 'openings' && swedishDay(new Date(startsAt)) > swedishDay(new Date());
  return (
    <div className={styles.stack}>
      <p>{t(`next.${act}How`)}</p>
      {act === 'publications' && missing.length > 0 && (
        <Notice tone="warning" title={t('next.missing')}>
          <ul>
            {missing.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </Notice>
      )}
      {isEarly && <p className={styles.soft}>{t('next.early', { date: date(startsAt) })}</p>}
      {move.error && <ErrorState error={move.error} title={t('next.failed')} />}
      {dialogue.mayChange && !isEarly && !(act === 'publications' && missing.length > 0) && (
        <div>
          <Button
            look="primary"
            busy={move.isPending}
            onClick={() => {
              move.mutate(
                { act, version },
                {
                  onSuccess: () => {
                    toast(t(`next.${act}Done`));
                  },
                },
              );
            }}
          >
            {t(`next.${act}`)}
          </Button>
        </div>
      )}
      {dialogue.mayChange && <CancelPart dialogue={dialogue} />}
    </div>
  );
}

/** Calls it off, with the reason that everyone reads. */
function CancelPart({ dialogue: { reference, version, isPublic } }: { dialogue: StaffDialogue }) {
  const { t } = useTranslation('work-dialogues');
  const move = useMoveDialogue(reference);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <details className={styles.more}>
      <summary>{t('cancel.title')}</summary>
      <div className={styles.stack}>
        <p>{t(isPublic ? 'cancel.how' : 'cancel.howDraft')}</p>
        <TextField
          label={t('cancel.reason')}
          hint={t(isPublic ? 'cancel.reasonHint' : 'cancel.reasonHintDraft')}
          maxLength={LIMITS.reasonCharacters}
          value={reason}
          error={tried && !reason.trim() ? t('form.missing') : move.error?.messageFor('reason')}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {move.error && <ErrorState error={move.error} title={t('next.failed')} />}
        <div>
          <Button
            look="danger"
            busy={move.isPending}
            onClick={() => {
              setTried(true);
              if (reason.trim()) move.mutate({ act: 'cancellations', version, reason: reason.trim() });
            }}
          >
            {t('cancel.act')}
          </Button>
        </div>
      </div>
    </details>
  );
}
