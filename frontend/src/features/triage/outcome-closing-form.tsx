import type { OutcomeClosing } from '@lofteskartan/shared/contracts/outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldCase } from './held-case.js';

const CHOICES = ['seen', 'reopened'] as const satisfies readonly OutcomeClosing[];

/** What staff do about answers, and from which state of the case they do it. */
interface Closing {
  readonly decision: OutcomeClosing;
  readonly note: string;
  readonly version: number;
}

export interface OutcomeClosingFormProps {
  proposal: TriageProposal;
  act: { readonly isPending: boolean; readonly error: Problem | null; readonly reset: () => void };
  onClose: (closing: Closing, onSuccess: () => void) => void;
}

/** What becomes of an answer that says that it did not help. */
export function OutcomeClosingForm({ proposal, act: close, onClose }: OutcomeClosingFormProps) {
  const { t } = useTranslation(['work-sender', 'work-case']);
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
    onClose({ decision, note: note.trim(), version: held.saved.version }, () => {
      toast(t(`outcome.done.${wayOf(decision)}`));
    });
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
