import { Minus, Plus } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { OptionalMark } from '../../ui/field.js';
import styles from './car.module.css';

interface FigureFieldProps {
  label: string;
  /** Null is not told; 0 is none. */
  value: number | null;
  onChange: (value: number | null) => void;
  max: number;
  error?: string | undefined;
}

/** A whole number for a thumb: one less, the number itself, one more. */
export function FigureField({ label, value, onChange, max, error }: FigureFieldProps) {
  const { t } = useTranslation('work-car');
  const id = useId();
  return (
    <div className={styles.figure}>
      <p>
        <label htmlFor={id}>{label}</label>
        <OptionalMark />
      </p>
      <div className={styles.stepper}>
        <button
          type="button"
          aria-label={t('figure.less', { what: label })}
          onClick={() => {
            onChange(value === null ? 0 : Math.max(0, value - 1));
          }}
        >
          <Minus size={24} aria-hidden="true" />
        </button>
        <input
          id={id}
          inputMode="numeric"
          autoComplete="off"
          placeholder="–"
          value={value ?? ''}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onFocus={(event) => {
            event.target.select();
          }}
          onChange={(event) => {
            const digits = event.target.value.replace(/\D/g, '');
            onChange(digits === '' ? null : Math.min(max, Number(digits)));
          }}
        />
        <button
          type="button"
          aria-label={t('figure.more', { what: label })}
          onClick={() => {
            onChange(Math.min(max, (value ?? 0) + 1));
          }}
        >
          <Plus size={24} aria-hidden="true" />
        </button>
      </div>
      {error && (
        <p id={`${id}-error`} className={styles.fault}>
          {error}
        </p>
      )}
    </div>
  );
}
