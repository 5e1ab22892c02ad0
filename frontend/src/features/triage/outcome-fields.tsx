import type { TellOutcome } from '@lofteskartan/shared/contracts/outcomes';
import { HELPED, LIMITS, type Helped, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../ui/chips.js';
import { TextArea } from '../../ui/text-field.js';

const SAFETY = ['1', '2', '3', '4', '5'] as const;
const NOT_ASKED = 'not-asked';

/** What staff write down while they ask somebody how it is now. */
export interface OutcomeDraft {
  readonly helped: Helped | null;
  readonly safety: (typeof SAFETY)[number] | null;
  readonly text: string;
}

export const emptyDraft: OutcomeDraft = { helped: null, safety: null, text: '' };

/** The answer of a draft; null while it says nothing, or too much. */
export function outcomeOf({ helped, safety, text }: OutcomeDraft): TellOutcome | null {
  if (!helped || text.length > LIMITS.outcomeCharacters) return null;
  return { helped, text: text.trim() || undefined, safetyNow: safety === null ? undefined : Number(safety) };
}

export interface OutcomeFieldsProps {
  kind: ProposalKind;
  draft: OutcomeDraft;
  onChange: (draft: OutcomeDraft) => void;
  /** Whether one may leave it at not having asked. */
  optional?: boolean;
  error?: string | undefined;
}

/** Whether it helped, how safe it feels now, and the person's words. */
export function OutcomeFields({ kind, draft, onChange, optional = false, error }: OutcomeFieldsProps) {
  const { t } = useTranslation('work-sender');
  const answers = HELPED.map((value) => ({ value, label: t(`asked.answer.${value}`) }));
  const notAsked = { value: NOT_ASKED, label: t('asked.notAsked') } as const;
  return (
    <>
      <RadioChips<Helped | typeof NOT_ASKED>
        label={t('asked.helped')}
        error={error}
        value={draft.helped ?? (optional ? NOT_ASKED : null)}
        options={optional ? [notAsked, ...answers] : answers}
        onChange={(value) => {
          onChange(value === NOT_ASKED ? emptyDraft : { ...draft, helped: value });
        }}
      />
      {draft.helped && kind === 'dark-place' && (
        <RadioChips
          label={t('asked.safety')}
          hint={t('asked.safetyHint')}
          optional
          value={draft.safety}
          options={SAFETY.map((value) => ({ value, label: value }))}
          onChange={(safety) => {
            onChange({ ...draft, safety });
          }}
        />
      )}
      {draft.helped && (
        <TextArea
          label={t('asked.text')}
          hint={t('asked.textHint')}
          optional
          rows={2}
          limit={LIMITS.outcomeCharacters}
          value={draft.text}
          onChange={(event) => {
            onChange({ ...draft, text: event.target.value });
          }}
        />
      )}
    </>
  );
}
