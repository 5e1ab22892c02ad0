import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { FieldError } from '../../ui/field.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import type { CommitmentPartProps } from './commitment-fields.js';
import { moved, newMilestone, typedNumber, withChanged, without } from './draft-content.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';
import { ItemActs } from './item-acts.js';
import { TextInBothField } from './text-in-both.js';

/** What a commitment is counted by, after its type. */
export function CommitmentNumbers(props: CommitmentPartProps) {
  const { t } = useTranslation('work-promise');
  const { path, commitment, onChange } = props;
  switch (commitment.type) {
    case 'count':
      return (
        <NumberField
          path={`${path}.target`}
          label={t('commitment.target')}
          value={commitment.target}
          onChange={(target) => {
            onChange({ target });
          }}
        />
      );
    case 'recurring':
      return <Recurring {...props} />;
    case 'milestones':
      return <Milestones {...props} />;
    case 'ongoing':
      return (
        <NumberField
          path={`${path}.staleAfterDays`}
          label={t('commitment.staleAfterDays')}
          hint={t('commitment.staleAfterDaysHow')}
          value={commitment.staleAfterDays}
          onChange={(staleAfterDays) => {
            onChange({ staleAfterDays });
          }}
        />
      );
  }
}

interface NumberFieldProps {
  path: string;
  label: string;
  hint?: string;
  value: number | null;
  onChange: (value: number | null) => void;
}

function NumberField({ path, label, hint, value, onChange }: NumberFieldProps) {
  return (
    <TextField
      id={idOf(path)}
      className={styles.number}
      inputMode="numeric"
      label={label}
      hint={hint}
      value={value === null ? '' : String(value)}
      error={useFault(path)}
      readOnly={useEditing().readOnly}
      onChange={(event) => {
        onChange(typedNumber(event.target.value));
      }}
    />
  );
}

function Recurring({ path, commitment, onChange }: CommitmentPartProps) {
  const { t } = useTranslation('work-promise');
  const { readOnly } = useEditing();
  const { perYear, perYearFor, unit } = commitment;
  return (
    <>
      <NumberField
        path={`${path}.perYear`}
        label={t('commitment.perYear')}
        value={perYear}
        onChange={(count) => {
          onChange({ perYear: count });
        }}
      />
      <TextInBothField
        path={`${path}.unit`}
        label={t('commitment.unit')}
        hint={t('commitment.unitHow')}
        value={unit}
        onChange={(words) => {
          onChange({ unit: words });
        }}
      />
      <TextArea
        id={idOf(`${path}.perYearFor`)}
        label={t('commitment.perYearFor')}
        hint={t('commitment.perYearForHow')}
        optional
        rows={3}
        value={perYearFor.join('\n')}
        error={useFault(`${path}.perYearFor`)}
        readOnly={readOnly}
        onChange={(event) => {
          const lines = event.target.value.split('\n');
          onChange({ perYearFor: event.target.value === '' ? [] : lines });
        }}
        onBlur={() => {
          onChange({ perYearFor: perYearFor.map((line) => line.trim()).filter((line) => line !== '') });
        }}
      />
    </>
  );
}

function Milestones({ path, commitment, use, onChange }: CommitmentPartProps) {
  const { t } = useTranslation('work-promise');
  const { readOnly } = useEditing();
  const { milestones } = commitment;
  const id = idOf(`${path}.milestones`);
  const put = (changed: typeof milestones) => {
    onChange({ milestones: changed });
  };
  return (
    <fieldset className={styles.steps}>
      <legend>{t('milestones.heading')}</legend>
      {milestones.map((step, index) => (
        <div key={step.id} className={styles.item}>
          <TextInBothField
            path={`${path}.milestones[${index}].name`}
            label={t('milestones.name')}
            value={step.name}
            onChange={(name) => {
              put(withChanged(milestones, index, { name }));
            }}
          />
          <MilestoneDay
            path={`${path}.milestones[${index}].dueOn`}
            value={step.dueOn}
            onChange={(dueOn) => {
              put(withChanged(milestones, index, { dueOn }));
            }}
          />
          {use?.doneMilestones.includes(step.id) ? (
            <p className={styles.soft}>{t('milestones.done')}</p>
          ) : (
            <ItemActs
              name={step.name.sv || t('milestones.unnamed', { number: index + 1 })}
              index={index}
              count={milestones.length}
              onMove={(by) => {
                put(moved(milestones, index, by));
              }}
              onRemove={() => {
                put(without(milestones, index));
              }}
            />
          )}
        </div>
      ))}
      <div id={id} tabIndex={-1}>
        <FieldError id={id} error={useFault(`${path}.milestones`)} />
      </div>
      {!readOnly && (
        <div>
          <Button
            icon={<Plus size={18} aria-hidden="true" />}
            onClick={() => {
              put([...milestones, newMilestone()]);
            }}
          >
            {t('milestones.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface MilestoneDayProps {
  path: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

function MilestoneDay({ path, value, onChange }: MilestoneDayProps) {
  const { t } = useTranslation('work-promise');
  return (
    <DateField
      id={idOf(path)}
      label={t('milestones.dueOn')}
      optional
      value={value ?? ''}
      error={useFault(path)}
      readOnly={useEditing().readOnly}
      onChange={(day) => {
        onChange(day || null);
      }}
    />
  );
}
