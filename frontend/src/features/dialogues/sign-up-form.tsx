import type { SignUpInput } from '@lofteskartan/shared/contracts/medborgardialog-sign-ups';
import { DIALOGUE_LIMITS, DIALOGUE_NEEDS } from '@lofteskartan/shared/medborgardialog';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './dialogues.module.css';

interface SignUpFormProps {
  start: SignUpInput;
  busy: boolean;
  send: string;
  failed: ReactNode;
  onSend: (given: SignUpInput) => void;
}

const numbers = Array.from({ length: DIALOGUE_LIMITS.peopleOfOneSignUp }, (_, index) => String(index + 1));

/** How many come and what they need. No names. */
export function SignUpForm({ start, busy, send, failed, onSend }: SignUpFormProps) {
  const { t } = useTranslation('dialogues');
  const [people, setPeople] = useState(String(start.people));
  const [needs, setNeeds] = useState(start.needs);
  return (
    <form
      className={styles.fields}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend({ people: Number(people), needs });
      }}
    >
      <SelectField
        label={t('signUp.people')}
        value={people}
        options={numbers.map((value) => ({ value, label: value }))}
        onChange={setPeople}
      />
      <CheckboxChips
        label={t('signUp.needs')}
        hint={t('signUp.needsHint')}
        value={needs}
        options={DIALOGUE_NEEDS.map((value) => ({ value, label: t(`need.${value}`) }))}
        onChange={setNeeds}
      />
      {failed}
      <div>
        <Button type="submit" look="primary" busy={busy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
