import { Check } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './chips.module.css';
import { FieldError, FieldHint, OptionalMark, useFieldIds, type FieldWords } from './field.js';
import field from './field.module.css';

export interface ChipOption<T extends string> {
  value: T;
  label: ReactNode;
  note?: ReactNode;
  /** A small icon or glyph before the words. */
  icon?: ReactNode;
  disabled?: boolean;
}

interface GroupProps<T extends string> extends FieldWords {
  options: readonly ChipOption<T>[];
  /** One under the other, each as wide as the group: for choices with a note. */
  stacked?: boolean;
}

interface ChipProps<T extends string> {
  type: 'checkbox' | 'radio';
  name: string;
  option: ChipOption<T>;
  checked: boolean;
  onChoose: (checked: boolean) => void;
}

function Chip<T extends string>({ type, name, option, checked, onChoose }: ChipProps<T>) {
  return (
    <label className={styles.chip}>
      <input
        className={styles.input}
        type={type}
        name={name}
        value={option.value}
        checked={checked}
        disabled={option.disabled}
        onChange={(event) => {
          onChoose(event.target.checked);
        }}
      />
      {type === 'checkbox' ? (
        <span className={styles.mark} aria-hidden="true">
          <Check size={14} strokeWidth={3.5} />
        </span>
      ) : (
        <span className={`${styles.mark} ${styles.round}`} aria-hidden="true">
          <span className={styles.dot} />
        </span>
      )}
      {option.icon}
      <span className={styles.words}>
        <span>{option.label}</span>
        {option.note && <span className={styles.note}>{option.note}</span>}
      </span>
    </label>
  );
}

function Group({
  ids,
  words,
  stacked,
  role,
  children,
}: {
  ids: ReturnType<typeof useFieldIds>;
  words: FieldWords;
  stacked: boolean | undefined;
  role?: 'radiogroup';
  children: ReactNode;
}) {
  return (
    <fieldset
      className={field.field}
      role={role}
      aria-describedby={ids['aria-describedby']}
      aria-invalid={role && ids['aria-invalid']}
    >
      <legend className={field.legend}>
        {words.label}
        {words.optional && <OptionalMark />}
      </legend>
      <FieldHint id={ids.id} hint={words.hint} />
      <div className={stacked ? `${styles.list} ${styles.stack}` : styles.list}>{children}</div>
      <FieldError id={ids.id} error={words.error} />
    </fieldset>
  );
}

export interface CheckboxChipsProps<T extends string> extends GroupProps<T> {
  value: readonly T[];
  /** The chosen values, in the order of the options. */
  onChange: (value: T[]) => void;
}

/** Any number of a few choices, as tap targets. */
export function CheckboxChips<T extends string>({
  options,
  value,
  onChange,
  stacked,
  ...words
}: CheckboxChipsProps<T>) {
  const ids = useFieldIds(words);
  const name = useId();
  return (
    <Group ids={ids} words={words} stacked={stacked}>
      {options.map((option) => (
        <Chip
          key={option.value}
          type="checkbox"
          name={name}
          option={option}
          checked={value.includes(option.value)}
          onChoose={(checked) => {
            onChange(
              options
                .map((each) => each.value)
                .filter((each) => (each === option.value ? checked : value.includes(each))),
            );
          }}
        />
      ))}
    </Group>
  );
}

export interface RadioChipsProps<T extends string> extends GroupProps<T> {
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few choices, as tap targets. */
export function RadioChips<T extends string>({
  options,
  value,
  onChange,
  stacked,
  ...words
}: RadioChipsProps<T>) {
  const ids = useFieldIds(words);
  const name = useId();
  return (
    <Group ids={ids} words={words} stacked={stacked} role="radiogroup">
      {options.map((option) => (
        <Chip
          key={option.value}
          type="radio"
          name={name}
          option={option}
          checked={value === option.value}
          onChoose={() => {
            onChange(option.value);
          }}
        />
      ))}
    </Group>
  );
}
