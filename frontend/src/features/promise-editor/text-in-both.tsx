import type { TextInBoth } from '@lofteskartan/shared/promise-content';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/text-field.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';

export interface TextInBothFieldProps {
  /** Where the text stands in the promise, such as `commitments[0].title`. */
  path: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  value: TextInBoth;
  onChange: (value: TextInBoth) => void;
  /** More than one line. */
  rows?: number;
}

/** A text in Swedish and, when English is shown, in English under it with a mark where it is missing. */
export function TextInBothField({
  path,
  label,
  hint,
  optional = false,
  value,
  onChange,
  rows,
}: TextInBothFieldProps) {
  const { t } = useTranslation('work-promise');
  const { english, readOnly } = useEditing();
  const swedish = { value: value.sv, error: useFault(`${path}.sv`), id: idOf(`${path}.sv`) };
  const other = { value: value.en, error: useFault(`${path}.en`), id: idOf(`${path}.en`) };
  const lacks = value.sv.trim() !== '' && value.en.trim() === '';
  const set = (language: keyof TextInBoth) => (event: { target: { value: string } }) => {
    onChange({ ...value, [language]: event.target.value });
  };
  const Input = rows === undefined ? TextField : TextArea;
  return (
    <div className={styles.both}>
      <Input
        {...swedish}
        rows={rows}
        label={label}
        hint={hint}
        optional={optional}
        readOnly={readOnly}
        onChange={set('sv')}
      />
      {english && (
        <Input
          {...other}
          rows={rows}
          lang="en"
          label={t('inEnglish', { label })}
          hint={lacks ? t('englishMissing') : undefined}
          optional
          readOnly={readOnly}
          onChange={set('en')}
        />
      )}
    </div>
  );
}
