import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Field, useFieldIds, type FieldWords } from './field.js';
import styles from './field.module.css';

export interface Option<T extends string> {
  value: T;
  label: string;
}

export interface SelectFieldProps<T extends string>
  extends Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'>, FieldWords {
  options: readonly Option<T>[];
  value: T | '';
  onChange: (value: T) => void;
  /** The words of the empty choice; without them the first option stands chosen. */
  placeholder?: string;
}

/** One of a list, by the phone's own picker. Up to six choices are better as `RadioChips`. */
export function SelectField<T extends string>({
  label,
  hint,
  error,
  optional,
  options,
  value,
  onChange,
  placeholder,
  className,
  ...rest
}: SelectFieldProps<T>) {
  const words = { label, hint, error, optional };
  const ids = useFieldIds(words, rest.id);
  return (
    <Field id={ids.id} words={words}>
      <span className={styles.selectBox}>
        <select
          {...rest}
          {...ids}
          className={`${styles.input} ${styles.select} ${className ?? ''}`}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {placeholder !== undefined && (
            <option value="" disabled={value !== ''}>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={20} aria-hidden="true" />
      </span>
    </Field>
  );
}
