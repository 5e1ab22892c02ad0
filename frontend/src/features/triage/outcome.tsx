import type { OutcomeClosing, StaffOutcome } from '@lofteskartan/shared/contracts/outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCloseOutcome } from './case.mutations.js';
import styles from './case-side.module.css';
import { useHeldCase } from './held-case.js';

const CHOICES = ['seen', 'reopened'] as const satisfies readonly OutcomeClosing[];

/** Whether it helped, in the sender's words, and what becomes of that. */
export function Outcome({ proposal, outcome }: { proposal: TriageProposal; outcome: StaffOutcome }) {
  const { t } = useTranslation('work-sender');
  const { moment } = useFormats();
  const { helped, text, safetyNow, toldAt, waits, closing } = outcome;
  const before = 'safetyNow' in proposal.details ? proposal.details.safetyNow : null;
  return (
    <div className={styles.notes}>
      <ul>
        <li>
          <strong>{t(`outcome.helped.${helped}`)}</strong>
          {text && <p>{text}</p>}
          {safetyNow !== null && (
            <p>
              {before
                ? t('outcome.safetyBefore', { safety: safetyNow, before })
                : t('outcome.safety', { safety: safetyNow })}
            </p>
          )}
          <p className={styles.by}>{t('outcome.said', { when: moment(toldAt) })}</p>
          {closing && (
            <p className={styles.by}>
              {t(`outcome.closed.${closing.decision}`, {
                note: closing.note,
                by: closing.by,
                when: moment(closing.at),
              })}
            </p>
          )}
        </li>
      </ul>
      {waits && <Closing key={toldAt} proposal={proposal} toldAt={toldAt} />}
    </div>
  );
}

function Closing({ proposal, toldAt }: { proposal: TriageProposal; toldAt: string }) {
  const { t } = useTranslation(['work-sender', 'work-case']);
  const close = useCloseOutcome(proposal.reference);
  const [decision, setDecision] = useState<OutcomeClosing | null>(null);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const held = useHeldCase({ proposal, act: close, written: decision !== null || note !== '' });
  const { duplicateOf: leader } = proposal;
  const wayOf = (value: OutcomeClosing) => (value === 'reopened' && leader ? 'leaves' : value);
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!decision || !note.trim() || note.length > LIMITS.reasonCharacters || close.isPending) return;
    close.mutate(
      { decision, note: note.trim(), toldAt, version: held.saved.version },
      {
        onSuccess: () => {
          toast(t(`outcome.done.${wayOf(decision)}`));
        },
      },
    );
  };
  return (
    <form onSubmit={send}>
      <RadioChips
        label={t('outcome.decide')}
        stacked
        value={decision}
        error={isTried && !decision ? t('outcome.pick') : undefined}
        options={CHOICES.map((value) => ({
          value,
          label: t(`outcome.choices.${wayOf(value)}`),
          note: t(`outcome.${wayOf(value)}How`, { leader }),
        }))}
        onChange={setDecision}
      />
      <TextArea
        label={t('outcome.note')}
        hint={t('outcome.noteHint')}
        rows={2}
        limit={LIMITS.reasonCharacters}
        error={isTried && !note.trim() ? t('outcome.needed') : undefined}
        value={note}
        onChange={(event) => {
          setNote(event.target.value);
        }}
      />
      <SaveFailed
        error={close.error}
        title={t('outcome.failed')}
        kept={t('decision.kept', { ns: 'work-case' })}
        latest={held}
      />
      <Button type="submit" busy={close.isPending}>
        {t('outcome.save')}
      </Button>
    </form>
  );
}
