import type { RecordView } from '@lofteskartan/shared/contracts/records';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { DateField, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { recordQuery, useChangeRecord, type Kept } from './record.queries.js';
import styles from './records.module.css';

interface RecordFormProps {
  kept: Kept;
  record: RecordView;
  onDone: () => void;
}

const BY_DEFAULT = 'default';

const wordsOf = (record: RecordView) => ({
  registryNumber: record.registryNumber ?? '',
  controller: record.controllerChosen ? record.controller.id : BY_DEFAULT,
  secrecyGround: record.secrecy?.ground ?? '',
  after: record.disposal.own ? (record.disposal.after ?? '') : '',
  decision: record.disposal.own ? (record.disposal.decision ?? '') : '',
  hold: record.hold ?? '',
});

/** Everything that can be said of a record; an empty field says nothing. */
export function RecordForm({ kept, record, onDone }: RecordFormProps) {
  const { t } = useTranslation('work-records');
  const change = useChangeRecord(kept);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: record,
    wordsOf,
    read: () => queries.query({ ...recordQuery(kept), staleTime: 0 }),
    forget: change.reset,
  });
  const { words: draft, change: set } = edited;
  const [wasSent, setSent] = useState(false);
  const half = (draft.after === '') !== (draft.decision.trim() === '');
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setSent(true);
    if (half || change.isPending) return;
    const { registryNumber, controller, secrecyGround, after, decision, hold } = draft;
    change.mutate(
      {
        version: edited.saved.version,
        registryNumber: registryNumber.trim() || undefined,
        controller: controller === BY_DEFAULT ? undefined : controller,
        secrecyGround: secrecyGround.trim() || undefined,
        disposal: after ? { after, decision: decision.trim() } : undefined,
        hold: hold.trim() || undefined,
      },
      {
        onSuccess: () => {
          toast(t('record.saved'));
          onDone();
        },
      },
    );
  };
  const text = (name: 'registryNumber' | 'secrecyGround' | 'decision' | 'hold', limit: number) => (
    <TextField
      label={t(`record.${name}`)}
      hint={t(`record.${name}Hint`)}
      optional
      maxLength={limit}
      value={draft[name]}
      error={
        (name === 'decision' && wasSent && half && t('record.both')) ||
        change.error?.messageFor(name) ||
        undefined
      }
      onChange={(event) => {
        set({ [name]: event.target.value });
      }}
    />
  );
  return (
    <form className={styles.panel} onSubmit={save}>
      {text('registryNumber', 60)}
      <SelectField
        label={t('record.controller')}
        hint={t('record.controllerHint')}
        value={draft.controller}
        options={[
          { value: BY_DEFAULT, label: t('record.followsRule') },
          ...record.controllers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(controller) => {
          set({ controller });
        }}
      />
      {text('secrecyGround', 120)}
      <DateField
        label={t('record.after')}
        hint={t('record.afterHint')}
        optional
        value={draft.after}
        error={change.error?.messageFor('disposal.after')}
        onChange={(after) => {
          set({ after });
        }}
      />
      {text('decision', 120)}
      {text('hold', LIMITS.reasonCharacters)}
      <SaveFailed
        error={change.error?.errors.length === 0 ? change.error : null}
        title={t('record.saveFailed')}
        kept={t('record.kept')}
        latest={edited}
        now={edited.differences.map(({ name, saved }) => ({
          label: t(`record.${name}`),
          value:
            name === 'controller'
              ? (record.controllers.find(({ id }) => id === saved.controller)?.name ??
                t('record.followsRule'))
              : saved[name],
        }))}
      />
      <div className={styles.acts}>
        <Button type="submit" busy={change.isPending}>
          {t('record.save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('edit.cancel')}
        </Button>
      </div>
    </form>
  );
}
