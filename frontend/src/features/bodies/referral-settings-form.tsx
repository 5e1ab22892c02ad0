import type { ReferralSettings } from '@lofteskartan/shared/contracts/bodies';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { referralSettingsQuery, useSaveReferralSettings } from './bodies.queries.js';
import styles from './bodies.module.css';

const wordsOf = ({ reminderDays, noAnswerDays, replyTo }: ReferralSettings) => ({
  reminderDays: String(reminderDays),
  noAnswerDays: String(noAnswerDays),
  replyTo: replyTo ?? '',
});

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
  const queries = useQueryClient();
  const edited = useEdited({
    saved: settings,
    wordsOf,
    read: () => queries.query({ ...referralSettingsQuery(municipality), staleTime: 0 }),
    forget: save.reset,
  });
  const written = edited.words;
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
        edited.change({ [name]: event.target.value });
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
            version: edited.saved.version,
            reminderDays: Number(written.reminderDays),
            noAnswerDays: Number(written.noAnswerDays),
            replyTo: written.replyTo.trim() || null,
          },
          {
            onSuccess: (saved) => {
              edited.goOn(saved);
              toast(t('settings.saved'));
            },
          },
        );
      }}
    >
      {field('reminderDays')}
      {field('noAnswerDays')}
      {field('replyTo')}
      <SaveFailed
        error={save.error}
        title={t('settings.failed')}
        latest={edited}
        now={edited.differences.map(({ name, saved }) => ({
          label: t(`settings.${name}`),
          value: saved[name],
        }))}
      />
      <div>
        <Button type="submit" busy={save.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
