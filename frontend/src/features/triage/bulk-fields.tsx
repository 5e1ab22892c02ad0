import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { DECLINE_REASONS, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { needsField, type BulkDraft, type BulkFaults, type BulkField } from './bulk-draft.js';
import { BulkReferral } from './bulk-referral.js';
import { useWorkplace } from './workplace.js';

export interface BulkPartProps {
  items: readonly TriageItem[];
  draft: BulkDraft;
  /** What is left to do, once it was tried. */
  faults: BulkFaults;
  onChange: (part: Partial<BulkDraft>) => void;
}

/** What a move of several needs besides its text. */
export function BulkFields({ items, draft, faults, onChange }: BulkPartProps) {
  const { t } = useTranslation(['work-desk', 'words']);
  const { commitments } = useWorkplace();
  const errorOf = (field: BulkField) => (faults.has(field) ? t('bulk.missing') : undefined);
  const accepting = commitments.filter((each) =>
    items.every(
      ({ municipality, kind }) => each.municipality === municipality && each.acceptsKinds.includes(kind),
    ),
  );
  return (
    <>
      {needsField(draft, 'commitmentId') &&
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
              onChange({ commitmentId });
            }}
          />
        ))}
      {draft.to === 'declined' && (
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
            onChange({ reason });
          }}
        />
      )}
      {draft.to === 'under-review' && (
        <TextField
          label={t('bulk.reopen')}
          hint={t('bulk.reopenHow')}
          optional
          maxLength={LIMITS.reasonCharacters}
          value={draft.reason}
          onChange={(event) => {
            onChange({ reason: event.target.value });
          }}
        />
      )}
      {needsField(draft, 'responsible') && (
        <BulkReferral items={items} draft={draft} error={errorOf('responsible')} onChange={onChange} />
      )}
    </>
  );
}
