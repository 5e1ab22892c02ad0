import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './field.module.css';

export interface FieldWords {
  /** A question or a noun; always visible. */
  label: ReactNode;
  /** What to write and why, before the input. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. Announced. */
  error?: ReactNode;
  /** Adds "(frivilligt)". Fields are required unless they say so. */
  optional?: boolean;
}

export interface FieldIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The ids that tie an input to its label, hint and error. */
export function useFieldIds({ hint, error }: FieldWords, given?: string): FieldIds {
  const made = useId();
  const id = given ?? made;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined };
}

/** "(frivilligt)" after a label. */
export function OptionalMark() {
  const { t } = useTranslation('ui');
  return <span className={styles.optional}> {t('field.optional')}</span>;
}

/** The hint and the error of an input or a group, with the ids that `useFieldIds` promised. */
export function FieldHint({ id, hint }: { id: string; hint: ReactNode }) {
  return hint ? (
    <div id={`${id}-hint`} className={styles.hint}>
      {hint}
    </div>
  ) : null;
}

export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  return (
    <div aria-live="polite">
      {error && (
        <div id={`${id}-error`} className={styles.error}>
          <CircleAlert size={18} aria-hidden="true" />
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}

/** Label, hint, input, error: in this order for every input with one control. */
export function Field({ id, words, children }: { id: string; words: FieldWords; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {words.label}
        {words.optional && <OptionalMark />}
      </label>
      <FieldHint id={id} hint={words.hint} />
      {children}
      <FieldError id={id} error={words.error} />
    </div>
  );
}
