import type {
  ActivityResult,
  ChangeActivity,
  StaffActivity,
} from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useChangeActivity } from './activities.queries.js';
import styles from './activity-list.module.css';
import { faultyFigures, resultBody, type ResultDraft } from './log-draft.js';
import { ResultFigures } from './result-figures.js';
import { swedishDay, swedishTime } from './swedish-day.js';

const words = (figure: number | undefined) => (figure === undefined ? '' : String(figure));

/** A saved result as it is written in the fields. */
function writtenResult(result: ActivityResult): ResultDraft {
  return {
    measured: words(result.measured),
    reported: words(result.reported),
    licencesSeized: words(result.licencesSeized),
    topSpeed: words(result.topSpeed),
    participants: words(result.participants),
    subject: result.subject ?? '',
    milestoneId: result.milestoneId ?? '',
    endedAt: result.endedAt ? swedishTime(new Date(result.endedAt)) : '',
  };
}

interface ChangeActivityDialogProps {
  activity: StaffActivity;
  commitment: Commitment | undefined;
  municipality: Municipality | undefined;
  onClose: () => void;
}

/** Puts a logged activity right; once it is confirmed, only with a reason. */
export function ChangeActivityDialog({
  activity,
  commitment,
  municipality,
  onClose,
}: ChangeActivityDialogProps) {
  const { t } = useTranslation('work-activities');
  const save = useChangeActivity();
  const form = useId();
  const [occurredOn, setOccurredOn] = useState(activity.occurredOn);
  const [publicText, setPublicText] = useState(activity.publicText);
  const [references, setReferences] = useState(activity.proposalReferences.join(', '));
  const [result, setResult] = useState(() => writtenResult(activity.result));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isConfirmed = activity.confirmedAt !== null;
  const faulty = faultyFigures(result);
  const isReasonMissing = isConfirmed && !reason.trim();

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!publicText.trim() || isReasonMissing || faulty.length > 0 || save.isPending) return;
    const wanted = [
      ...new Set(
        references
          .toUpperCase()
          .split(/[\s,;]+/)
          .filter(Boolean),
      ),
    ];
    const known: Pick<ActivityResult, 'durationMinutes'> = activity.result;
    const body: ChangeActivity = {
      version: activity.version,
      ...(occurredOn !== activity.occurredOn && { occurredOn }),
      ...(publicText.trim() !== activity.publicText && { publicText: publicText.trim() }),
      ...(wanted.join() !== activity.proposalReferences.join() && { proposalReferences: wanted }),
      // What the fields do not show, such as how long it took, stays.
      result: {
        ...(known.durationMinutes !== undefined && { durationMinutes: known.durationMinutes }),
        ...resultBody(result, occurredOn),
      },
      ...(reason.trim() && { reason: reason.trim() }),
    };
    save.mutate(
      { id: activity.id, body },
      {
        onSuccess: () => {
          toast(t('change.done'));
          onClose();
        },
      },
    );
  };

  return (
    <Dialog
      title={t('change.title')}
      open
      insists
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('change.cancel')}</Button>
          <Button type="submit" form={form} look="primary" busy={save.isPending}>
            {t('change.submit')}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.dialog} onSubmit={send} noValidate>
        {isConfirmed && <Notice>{t('change.afterConfirm')}</Notice>}
        <DateField
          label={t('log.date')}
          value={occurredOn}
          max={swedishDay(new Date())}
          error={save.error?.messageFor('occurredOn')}
          onChange={setOccurredOn}
        />
        <TextArea
          label={t('log.text')}
          hint={t('log.textHow')}
          rows={3}
          value={publicText}
          limit={LIMITS.publicTextCharacters}
          error={tried && !publicText.trim() ? t('log.textMissing') : save.error?.messageFor('publicText')}
          onChange={(event) => {
            setPublicText(event.target.value);
          }}
        />
        <TextField
          label={t('change.references')}
          hint={t('change.referencesHow')}
          optional
          autoCapitalize="characters"
          spellCheck={false}
          value={references}
          error={save.error?.errors.find(({ field }) => field.startsWith('proposalReferences'))?.message}
          onChange={(event) => {
            setReferences(event.target.value);
          }}
        />
        <ResultFigures
          commitment={commitment}
          municipality={municipality}
          result={result}
          faulty={tried ? faulty : []}
          onChange={(part) => {
            setResult({ ...result, ...part });
          }}
        />
        {isConfirmed && (
          <TextField
            label={t('change.reason')}
            hint={t('change.reasonHow')}
            maxLength={LIMITS.reasonCharacters}
            value={reason}
            error={tried && isReasonMissing ? t('change.reasonMissing') : undefined}
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        )}
        {save.error && (
          <ErrorState
            error={save.error}
            title={save.error.code === 'version.stale' ? t('change.stale') : t('change.failed')}
          />
        )}
      </form>
    </Dialog>
  );
}
