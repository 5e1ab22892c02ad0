import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, useFieldIds, type FieldWords } from './field.js';
import styles from './field.module.css';

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'size'>, FieldWords {
  /** An icon inside the input, before the text. */
  icon?: ReactNode;
}

/** One line of text; `type="date"`, `email`, `search`, `password` work as well. */
export function TextField({ label, hint, error, optional, icon, className, ...rest }: TextFieldProps) {
  const words = { label, hint, error, optional };
  const ids = useFieldIds(words, rest.id);
  const input = (
    <input {...rest} {...ids} required={false} className={`${styles.input} ${className ?? ''}`} />
  );
  return (
    <Field id={ids.id} words={words}>
      {icon ? (
        <span className={styles.affix}>
          <span className={styles.affixIcon} aria-hidden="true">
            {icon}
          </span>
          {input}
        </span>
      ) : (
        input
      )}
    </Field>
  );
}

export interface DateFieldProps extends Omit<TextFieldProps, 'type' | 'value' | 'onChange'> {
  /** `YYYY-MM-DD`, or '' for none. */
  value: string;
  onChange: (value: string) => void;
}

/** A date by the phone's own picker. */
export function DateField({ onChange, ...rest }: DateFieldProps) {
  return (
    <TextField
      {...rest}
      type="date"
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}

export interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'maxLength'>, FieldWords {
  value: string;
  /** Characters allowed. The text is never cut: the counter says how much too long it is. */
  limit?: number;
}

/** Several lines of text, with a counter when there is a limit. */
export function TextArea({ label, hint, error, optional, limit, className, ...rest }: TextAreaProps) {
  const { t } = useTranslation('ui');
  const words = { label, hint, error, optional };
  const ids = useFieldIds(words, rest.id);
  const left = limit === undefined ? null : limit - rest.value.length;
  return (
    <Field id={ids.id} words={words}>
      <textarea {...rest} {...ids} className={`${styles.input} ${styles.area} ${className ?? ''}`} />
      {left !== null && (
        <span
          className={left < 0 ? `${styles.counter} ${styles.over}` : styles.counter}
          aria-live={left < 50 ? 'polite' : 'off'}
        >
          {left < 0 ? t('field.over', { count: -left }) : t('field.left', { count: left })}
        </span>
      )}
    </Field>
  );
}
