import { TextField, type TextFieldProps } from './text-field.js';

/** An address of mail, with the keyboard and the help that phones have for it. */
export function EmailField(props: Omit<TextFieldProps, 'type' | 'inputMode'>) {
  return (
    <TextField
      autoComplete="email"
      {...props}
      type="email"
      inputMode="email"
      autoCapitalize="off"
      spellCheck={false}
    />
  );
}
