import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import styles from './sign-in-form.module.css';

interface PasswordFieldProps extends Pick<
  ComponentProps<typeof TextField>,
  'label' | 'hint' | 'error' | 'name'
> {
  ref?: Ref<HTMLInputElement>;
  /** Tells password managers which one it is. */
  autoComplete: 'current-password' | 'new-password';
  value: string;
  onChange: (value: string) => void;
}

/** A password that can be shown and pasted; warns of Caps Lock. */
export function PasswordField({ ref, hint, value, onChange, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation('work');
  const [isShown, setShown] = useState(false);
  const [isCaps, setCaps] = useState(false);
  const watchCaps = (event: KeyboardEvent) => {
    setCaps(event.getModifierState('CapsLock'));
  };
  return (
    <div className={styles.password}>
      <TextField
        {...rest}
        ref={ref}
        hint={isCaps ? t('signIn.capsLock') : hint}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onKeyDown={watchCaps}
        onKeyUp={watchCaps}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <Button
        look="quiet"
        className={styles.show}
        aria-pressed={isShown}
        icon={isShown ? <EyeOff size={18} aria-hidden="true" /> : <Eye size={18} aria-hidden="true" />}
        onClick={() => {
          setShown(!isShown);
        }}
      >
        {isShown ? t('signIn.hide') : t('signIn.show')}
      </Button>
    </div>
  );
}
