import type {
  ActivityResult,
  ChangeActivity,
  StaffActivity,
} from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { activityQuery, useChangeActivity } from './activities.queries.js';
import styles from './activity-list.module.css';
import { faultyFigures, resultBody, type ResultDraft } from './log-draft.js';
import { ResultFigures } from './result-figures.js';
import { swedishDay, swedishTime } from '../../platform/swedish-day.js';

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

const LABELS = {
  occurredOn: 'log.date',
  publicText: 'log.text',
  references: 'change.references',
  measured: 'log.measured',
  reported: 'log.reported',
  licencesSeized: 'log.licences',
  topSpeed: 'log.topSpeed',
  participants: 'log.participants',
  subject: 'log.subject',
  milestoneId: 'log.milestone',
  endedAt: 'log.endedAt',
} as const;

/** An activity as it is written in the fields. */
const wordsOf = ({ occurredOn, publicText, proposalReferences, result }: StaffActivity) => ({
  occurredOn,
  publicText,
  references: proposalReferences.join(', '),
  ...writtenResult(result),
});

interface ChangeActivityDialogProps {
  activity: StaffActivity;
  commitment: Commitment | undefined;
  municipality: Municipality | undefined;
  onClose: () => void;
}

/** Puts a logged activity right; once it is confirmed, only with a reason. */
export function ChangeActivityDialog({
  activity: begun,
  commitment,
  municipality,
  onClose,
}: ChangeActivityDialogProps) {
  const { t } = useTranslation('work-activities');
  const save = useChangeActivity();
  const form = useId();
  const queries = useQueryClient();
  const edited = useEdited({
    saved: begun,
    wordsOf,
    read: () => queries.query({ ...activityQuery(begun.id), staleTime: 0 }),
    forget: save.reset,
  });
  const { saved: activity, change } = edited;
  const { occurredOn, publicText, references, ...result } = edited.words;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const steps = commitment?.progress.type === 'milestones' ? commitment.progress.steps : [];
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
    const { durationMinutes, method, topSpeedBand }: Pick<ActivityResult, keyof ActivityResult> =
      activity.result;
    const body: ChangeActivity = {
      version: activity.version,
      ...(occurredOn !== activity.occurredOn && { occurredOn }),
      ...(publicText.trim() !== activity.publicText && { publicText: publicText.trim() }),
      ...(wanted.join() !== activity.proposalReferences.join() && { proposalReferences: wanted }),
      // What the fields do not show, such as how long it took, stays.
      result: {
        ...(durationMinutes !== undefined && { durationMinutes }),
        ...(method && { method }),
        ...(topSpeedBand && { topSpeedBand }),
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
          onChange={(day) => {
            change({ occurredOn: day });
          }}
        />
        <TextArea
          label={t('log.text')}
          hint={t('log.textHow')}
          rows={3}
          value={publicText}
          limit={LIMITS.publicTextCharacters}
          error={tried && !publicText.trim() ? t('log.textMissing') : save.error?.messageFor('publicText')}
          onChange={(event) => {
            change({ publicText: event.target.value });
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
            change({ references: event.target.value });
          }}
        />
        <ResultFigures
          commitment={commitment}
          municipality={municipality}
          result={result}
          faulty={tried ? faulty : []}
          onChange={change}
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
        <SaveFailed
          error={save.error}
          title={t('change.failed')}
          kept={t('change.kept')}
          latest={edited}
          now={edited.differences.map(({ name, saved }) => ({
            label: t(LABELS[name]),
            value:
              name === 'milestoneId'
                ? (steps.find(({ id }) => id === saved.milestoneId)?.name ?? '')
                : saved[name],
          }))}
        />
      </form>
    </Dialog>
  );
}
