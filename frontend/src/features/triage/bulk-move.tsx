import type { OutcomeOfSeveral } from '@lofteskartan/shared/contracts/bulk';
import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { MOVES_OF_SEVERAL, type MoveOfSeveral } from '@lofteskartan/shared/queue';
import { DECLINE_REASONS, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import styles from './desk.module.css';
import { useMoveSeveral } from './desk.queries.js';
import { useWorkplace } from './workplace.js';

/** What each move needs, whichever it starts from; what a single one needs besides is told at that one. */
const NEEDS: Record<MoveOfSeveral, readonly Field[]> = {
  'under-review': [],
  committed: ['commitmentId'],
  answered: ['publicText'],
  declined: ['reason', 'publicText'],
  referred: ['responsible', 'publicText'],
  hidden: [],
};
type Field = 'publicText' | 'reason' | 'commitmentId' | 'responsible';
type Draft = Record<Field, string>;
const empty: Draft = { publicText: '', reason: '', commitmentId: '', responsible: '' };

interface BulkMoveProps {
  items: readonly TriageItem[];
  onClose: () => void;
  onDone: (outcome: OutcomeOfSeveral) => void;
}

/** One move with one text for all that is chosen. The text says the same to each of those who sent something in. */
export function BulkMove({ items, onClose, onDone }: BulkMoveProps) {
  const { t } = useTranslation(['work-desk', 'words']);
  const { commitments } = useWorkplace();
  const move = useMoveSeveral();
  const [to, setTo] = useState<MoveOfSeveral | null>(null);
  const [draft, setDraft] = useState(empty);
  const [tried, setTried] = useState(false);
  const warning = usePublicTextWarning(draft.publicText);
  const needs = (field: Field) => to !== null && NEEDS[to].includes(field);
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
  };
  const errorOf = (field: Field) =>
    tried && needs(field) && draft[field].trim() === '' ? t('bulk.missing') : undefined;
  const takesText = to !== null && to !== 'hidden';
  const accepting = commitments.filter((each) =>
    items.every(
      ({ municipality, kind }) => each.municipality === municipality && each.acceptsKinds.includes(kind),
    ),
  );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (to === null || move.isPending || NEEDS[to].some((field) => draft[field].trim() === '')) return;
    const given = (field: Field) => (needs(field) ? draft[field].trim() : undefined);
    move.mutate(
      {
        to,
        publicText: takesText ? draft.publicText.trim() || undefined : undefined,
        // To open again what had ended needs a reason in words; to others it is not sent.
        reason: given('reason') ?? (to === 'under-review' ? draft.reason.trim() || undefined : undefined),
        commitmentId: given('commitmentId'),
        responsible: given('responsible'),
        proposals: items.map(({ reference, version }) => ({ reference, version })),
      },
      { onSuccess: onDone },
    );
  };
  return (
    <Dialog title={t('bulk.title', { count: items.length })} open onClose={onClose} insists wide>
      <form className={styles.form} onSubmit={send} noValidate>
        <RadioChips
          label={t('bulk.to')}
          stacked
          value={to}
          options={MOVES_OF_SEVERAL.map((value) => ({ value, label: t(`bulk.moves.${value}`) }))}
          onChange={(next) => {
            setTried(false);
            setTo(next);
          }}
        />
        {needs('commitmentId') &&
          (accepting.length === 0 ? (
            <Notice tone="warning">{t('bulk.noCommitment')}</Notice>
          ) : (
            <SelectField
              label={t('bulk.commitment')}
              placeholder={t('bulk.pick')}
              value={draft.commitmentId}
              options={accepting.map(({ id, title }) => ({ value: id, label: title }))}
              error={errorOf('commitmentId')}
              onChange={(commitmentId) => {
                set({ commitmentId });
              }}
            />
          ))}
        {to === 'declined' && (
          <SelectField
            label={t('bulk.reason')}
            placeholder={t('bulk.pick')}
            value={DECLINE_REASONS.find((each) => each === draft.reason) ?? ''}
            options={DECLINE_REASONS.map((value) => ({
              value,
              label: t(`declineReason.${value}`, { ns: 'words' }),
            }))}
            error={errorOf('reason')}
            onChange={(reason) => {
              set({ reason });
            }}
          />
        )}
        {to === 'under-review' && (
          <TextField
            label={t('bulk.reopen')}
            hint={t('bulk.reopenHow')}
            optional
            maxLength={LIMITS.reasonCharacters}
            value={draft.reason}
            onChange={(event) => {
              set({ reason: event.target.value });
            }}
          />
        )}
        {needs('responsible') && (
          <TextField
            label={t('bulk.responsible')}
            maxLength={LIMITS.responsibleCharacters}
            value={draft.responsible}
            error={errorOf('responsible')}
            onChange={(event) => {
              set({ responsible: event.target.value });
            }}
          />
        )}
        {takesText && (
          <TextArea
            label={t('bulk.text')}
            hint={t('bulk.textHow', { count: items.length })}
            optional={!needs('publicText')}
            rows={5}
            limit={LIMITS.publicTextCharacters}
            value={draft.publicText}
            error={errorOf('publicText')}
            onChange={(event) => {
              set({ publicText: event.target.value });
            }}
          />
        )}
        {takesText && warning && (
          <Notice tone="warning" announced>
            {warning}
          </Notice>
        )}
        {move.error && (
          <Notice tone="error" title={t('bulk.failed')}>
            {move.error.detail || t('bulk.failedHow')}
          </Notice>
        )}
        <div className={styles.line}>
          <Button type="submit" look="primary" busy={move.isPending} disabled={to === null}>
            {t('bulk.save', { count: items.length })}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
