import type { AllowedMove, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { DECLINE_REASONS, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import styles from './decision.module.css';
import { takesPublicText, type MoveDraft } from './move-draft.js';
import { DuplicateField } from './move-targets.js';
import { ReferralFields } from './referral-fields.js';
import { useReplies } from './replies.js';
import { TemplatePicker } from './template-picker.js';
import { useWorkplace } from './workplace.js';

interface MoveFieldsProps {
  proposal: TriageProposal;
  move: AllowedMove;
  draft: MoveDraft;
  onChange: (part: Partial<MoveDraft>) => void;
  /** Needed fields that were empty when it was sent. */
  missing: AllowedMove['requires'];
  /** The public text still had a gap of a template when it was sent. */
  isGap: boolean;
  problem: Problem | null;
}

/** The fields that a move needs, in the order in which one thinks of them, then the public text and a note. */
export function MoveFields({ proposal, move, draft, onChange, missing, isGap, problem }: MoveFieldsProps) {
  const { t } = useTranslation(['work-case', 'work-sender', 'words']);
  const { commitments } = useWorkplace();
  const { fill, suggest } = useReplies(proposal);
  const warning = usePublicTextWarning(draft.publicText);
  const needs = (field: AllowedMove['requires'][number]) => move.requires.includes(field);
  const errorOf = (field: AllowedMove['requires'][number]) =>
    missing.includes(field) && draft[field].trim() === ''
      ? t('decision.missing')
      : problem?.messageFor(field);
  const isQuestion = move.to === 'awaiting-reply';
  const suggested = suggest({ ...draft, to: move.to });

  /** Changes a field that the suggested text depends on; a text that nobody has touched follows. */
  const changeWithText = (part: Partial<MoveDraft>) => {
    const isOwn = draft.publicText.trim() !== '' && draft.publicText !== draft.suggested;
    const text = suggest({ ...draft, ...part, to: move.to });
    onChange(isOwn ? part : { ...part, publicText: text, suggested: text });
  };

  const accepting = commitments.filter(
    (each) => each.municipality === proposal.municipality && each.acceptsKinds.includes(proposal.kind),
  );
  return (
    <>
      {needs('commitmentId') &&
        (accepting.length === 0 ? (
          <Notice tone="warning">{t('decision.noCommitment')}</Notice>
        ) : (
          <div data-field="commitmentId">
            <SelectField
              label={t('decision.commitment')}
              placeholder={t('decision.commitmentPick')}
              value={draft.commitmentId}
              options={accepting.map(({ id, title }) => ({ value: id, label: title }))}
              error={errorOf('commitmentId')}
              onChange={(commitmentId) => {
                // Only a text that names the commitment follows it: none is needed here.
                if (draft.suggested) changeWithText({ commitmentId });
                else onChange({ commitmentId });
              }}
            />
          </div>
        ))}
      {needs('reason') && move.to === 'declined' && (
        <div data-field="reason">
          <SelectField
            label={t('decision.reason')}
            placeholder={t('decision.choose')}
            value={DECLINE_REASONS.find((each) => each === draft.reason) ?? ''}
            options={DECLINE_REASONS.map((value) => ({
              value,
              label: t(`declineReason.${value}`, { ns: 'words' }),
            }))}
            error={errorOf('reason')}
            onChange={(reason) => {
              changeWithText({ reason });
            }}
          />
        </div>
      )}
      {needs('reason') && move.to !== 'declined' && (
        <div data-field="reason">
          <TextField
            label={t('decision.reasonReopen')}
            hint={t('decision.reasonReopenHint')}
            maxLength={LIMITS.reasonCharacters}
            value={draft.reason}
            error={errorOf('reason')}
            onChange={(event) => {
              onChange({ reason: event.target.value });
            }}
          />
        </div>
      )}
      {needs('responsible') && (
        <ReferralFields
          proposal={proposal}
          draft={draft}
          error={errorOf('responsible')}
          onChange={changeWithText}
        />
      )}
      {needs('duplicateOf') && (
        <DuplicateField
          proposal={proposal}
          value={draft.duplicateOf}
          error={errorOf('duplicateOf')}
          onChange={(duplicateOf) => {
            onChange({ duplicateOf });
          }}
        />
      )}
      {takesPublicText(move, proposal.kind) && (
        <TemplatePicker
          status={move.to}
          kind={proposal.kind}
          reason={move.to === 'declined' ? draft.reason || null : null}
          municipality={proposal.municipality}
          onPick={(template) => {
            const text = fill(template, draft);
            onChange({ publicText: text, suggested: text });
          }}
        />
      )}
      {takesPublicText(move, proposal.kind) && (
        <div data-field="publicText" className={styles.withSuggestion}>
          <TextArea
            label={isQuestion ? t('question.label', { ns: 'work-sender' }) : t('decision.publicText')}
            hint={isQuestion ? t('question.hint', { ns: 'work-sender' }) : t('decision.publicTextHint')}
            optional={!needs('publicText')}
            rows={4}
            value={draft.publicText}
            limit={LIMITS.publicTextCharacters}
            error={isGap ? t('decision.gap') : errorOf('publicText')}
            onChange={(event) => {
              onChange({ publicText: event.target.value, suggested: '' });
            }}
          />
          {warning && !isQuestion && (
            <Notice tone="warning" announced>
              {warning}
            </Notice>
          )}
          {suggested && draft.publicText !== suggested && (
            <Button
              look="quiet"
              onClick={() => {
                onChange({ publicText: suggested, suggested });
              }}
            >
              {t('decision.suggestion')}
            </Button>
          )}
        </div>
      )}
      <TextField
        label={t('decision.note')}
        hint={t('decision.noteHint')}
        optional
        maxLength={LIMITS.noteCharacters}
        value={draft.note}
        onChange={(event) => {
          onChange({ note: event.target.value });
        }}
      />
    </>
  );
}
