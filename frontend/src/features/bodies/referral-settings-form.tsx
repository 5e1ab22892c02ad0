import type { ReferralSettings } from '@lofteskartan/shared/contracts/bodies';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useSaveReferralSettings } from './bodies.queries.js';
import styles from './bodies.module.css';

/** When bodies are reminded, and where they answer by mail. */
export function ReferralSettingsForm({
  municipality,
  settings,
}: {
  municipality: string;
  settings: ReferralSettings;
}) {
  const { t } = useTranslation('work-bodies');
  const save = useSaveReferralSettings(municipality);
  const [written, setWritten] = useState({
    reminderDays: String(settings.reminderDays),
    noAnswerDays: String(settings.noAnswerDays),
    replyTo: settings.replyTo ?? '',
  });
  const field = (name: keyof typeof written) => (
    <TextField
      label={t(`settings.${name}`)}
      hint={t(`settings.${name}Hint`)}
      type={name === 'replyTo' ? 'email' : 'number'}
      optional={name === 'replyTo'}
      maxLength={LIMITS.emailCharacters}
      value={written[name]}
      error={save.error?.messageFor(name)}
      onChange={(event) => {
        const { value } = event.target;
        setWritten((before) => ({ ...before, [name]: value }));
      }}
    />
  );
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          {
            reminderDays: Number(written.reminderDays),
            noAnswerDays: Number(written.noAnswerDays),
            replyTo: written.replyTo.trim() || null,
          },
          {
            onSuccess: () => {
              toast(t('settings.saved'));
            },
          },
        );
      }}
    >
      {field('reminderDays')}
      {field('noAnswerDays')}
      {field('replyTo')}
      {save.error && <ErrorState error={save.error} title={t('settings.failed')} />}
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
