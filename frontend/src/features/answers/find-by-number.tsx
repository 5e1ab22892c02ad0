import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { latestAnswersQuery } from './answers.queries.js';
import styles from './find-by-number.module.css';
import { prefixOf, readReference } from './reference.js';

export interface FindByNumberProps {
  municipality: string;
  /** What stands in the field from the beginning. */
  start?: string;
}

/** "Skriv ditt nummer": leads to the story of a proposal. What numbers look like is learnt from those that are public. */
export function FindByNumber({ municipality, start = '' }: FindByNumberProps) {
  const { t } = useTranslation('home');
  const go = useNavigate();
  const [typed, setTyped] = useState(start);
  const [isWrong, setWrong] = useState(false);
  const known = useQuery(latestAnswersQuery(municipality)).data?.items.map(({ reference }) => reference);
  const prefix = prefixOf(known ?? []);
  const example = prefix && `${prefix}-7K3F9`;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const reference = readReference(typed, prefix);
    setWrong(reference === null);
    if (reference) void go(`/${municipality}/forslag/${reference}`);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={t('number.label')}
        hint={example ? t('number.hint', { example }) : t('number.hintPlain')}
        error={isWrong && (example ? t('number.wrong', { example }) : t('number.wrongPlain'))}
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        onChange={(event) => {
          setTyped(event.target.value);
          setWrong(false);
        }}
      />
      <Button type="submit">{t('number.go')}</Button>
    </form>
  );
}
