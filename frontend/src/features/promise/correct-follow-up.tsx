import type { StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useCorrectFollowUp } from './follow-up.queries.js';
import styles from './follow-up-editor.module.css';

const WHOLE = 'whole';

/** Adds a correction to a published follow-up: what is right, and why it was wrong. */
export function CorrectFollowUp({ followUp }: { followUp: StaffFollowUp }) {
  const { t } = useTranslation('work-follow-up');
  const correct = useCorrectFollowUp(followUp.id);
  const [about, setAbout] = useState(WHOLE);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const key = useRef(newKey());
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (text.trim() === '' || reason.trim() === '' || correct.isPending) return;
    const body = {
      text: text.trim(),
      reason: reason.trim(),
      ...(about !== WHOLE && { commitmentId: about }),
    };
    correct.mutate(
      { body, key: key.current },
      {
        onSuccess: () => {
          setText('');
          setReason('');
          setTried(false);
          toast(t('corrected'));
        },
      },
    );
  };
  /** Other words are another correction. */
  const change = (set: (value: string) => void) => (value: string) => {
    key.current = newKey();
    set(value);
  };
  const wrong = (value: string) => (tried && value.trim() === '' ? t('needed') : undefined);
  return (
    <form className={styles.correct} onSubmit={send} noValidate>
      <h2>{t('correct')}</h2>
      <p className={styles.soft}>{t('correctHow')}</p>
      <SelectField
        label={t('about')}
        value={about}
        options={[
          { value: WHOLE, label: t('whole') },
          ...followUp.items.map(({ commitmentId, number, title }) => ({
            value: commitmentId,
            label: `${String(number)}. ${title}`,
          })),
        ]}
        onChange={change(setAbout)}
      />
      <TextArea
        label={t('right')}
        rows={3}
        limit={LIMITS.publicTextCharacters}
        value={text}
        error={wrong(text)}
        onChange={(event) => {
          change(setText)(event.target.value);
        }}
      />
      <TextArea
        label={t('why')}
        hint={t('whyHow')}
        rows={2}
        limit={LIMITS.reasonCharacters}
        value={reason}
        error={wrong(reason)}
        onChange={(event) => {
          change(setReason)(event.target.value);
        }}
      />
      {correct.error && <ErrorState error={correct.error} title={t('correctFailed')} />}
      <div className={styles.acts}>
        <Button type="submit" busy={correct.isPending}>
          {t('correctSubmit')}
        </Button>
      </div>
    </form>
  );
}
