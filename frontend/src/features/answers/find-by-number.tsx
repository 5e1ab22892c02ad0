import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import styles from './find-by-number.module.css';

/** Reads a number as people write it: "ale 7k3f9", "ALE-7K3F9", or the five characters alone. */
export function readNumber(typed: string, prefix: string): string | null {
  const letters = typed.toUpperCase().replaceAll(/[^A-ZÅÄÖ0-9]/g, '');
  const tail = letters.startsWith(prefix) && letters.length > 5 ? letters.slice(prefix.length) : letters;
  return /^[2-9A-HJKMNP-TV-Z]{5,8}$/.test(tail) ? `${prefix}-${tail}` : null;
}

/** "Skriv ditt nummer": leads to the story of a proposal. */
export function FindByNumber({ municipality }: { municipality: string }) {
  const { t } = useTranslation('home');
  const go = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const prefix = municipality.slice(0, 3).toUpperCase();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const reference = readNumber(typed, prefix);
    setWrong(reference === null);
    if (reference) void go(`/${municipality}/forslag/${reference}`);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('number.label')}
        hint={t('number.hint', { example: `${prefix}-7K3F9` })}
        error={wrong ? t('number.wrong', { example: `${prefix}-7K3F9` }) : undefined}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
      />
      <Button type="submit">{t('number.go')}</Button>
    </form>
  );
}
