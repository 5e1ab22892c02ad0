import type {
  ChangeMunicipalitySettings,
  MunicipalitySettings,
  VersionedSettings,
} from '@lofteskartan/shared/contracts/municipalities';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './accounts.module.css';
import { settingsQuery, useChangeSettings } from './admin.queries.js';

type Setting = keyof MunicipalitySettings;

/** The limits of each setting, as in the contract. */
const RANGES: Record<Setting, { min: number; max: number; mayBeEmpty?: boolean }> = {
  answerWithinWorkingDays: { min: 1, max: 60, mayBeEmpty: true },
  answerWithinSpeedCheck: { min: 1, max: 60, mayBeEmpty: true },
  answerWithinDarkPlace: { min: 1, max: 60, mayBeEmpty: true },
  answerWithinIdea: { min: 1, max: 60, mayBeEmpty: true },
  releaseDelayHours: { min: 0, max: 720 },
  snapMetresSpeedCheck: { min: 25, max: 1000 },
  snapMetresDarkPlace: { min: 25, max: 1000 },
  snapMetresIdea: { min: 25, max: 1000 },
  wishMaxDistanceMetres: { min: 25, max: 10_000 },
  wishMaxAgeMonths: { min: 1, max: 120 },
  pinMonths: { min: 12, max: 120 },
};
const SETTINGS = Object.keys(RANGES) as Setting[];

const HINTS = {
  answerWithinWorkingDays: 'settings.answerWithinWorkingDaysHow',
  answerWithinSpeedCheck: 'settings.answerWithinKindHow',
  answerWithinDarkPlace: 'settings.answerWithinKindHow',
  answerWithinIdea: 'settings.answerWithinKindHow',
  releaseDelayHours: 'settings.releaseDelayHoursHow',
  snapMetresSpeedCheck: 'settings.snapHow',
  snapMetresDarkPlace: 'settings.snapHow',
  snapMetresIdea: 'settings.snapHow',
  wishMaxDistanceMetres: 'settings.wishMaxDistanceMetresHow',
  wishMaxAgeMonths: 'settings.wishMaxAgeMonthsHow',
  pinMonths: 'settings.pinMonthsHow',
} as const satisfies Record<Setting, string>;

const GROUPS = [
  {
    title: 'settings.answers',
    settings: [
      'answerWithinWorkingDays',
      'answerWithinSpeedCheck',
      'answerWithinDarkPlace',
      'answerWithinIdea',
    ],
  },
  { title: 'settings.release', settings: ['releaseDelayHours'] },
  { title: 'settings.wishes', settings: ['wishMaxDistanceMetres', 'wishMaxAgeMonths'] },
  {
    title: 'settings.privacy',
    settings: ['snapMetresSpeedCheck', 'snapMetresDarkPlace', 'snapMetresIdea', 'pinMonths'],
  },
] as const satisfies readonly { title: string; settings: readonly Setting[] }[];

/** What is written as a number; null for an allowed empty; undefined when it is neither. */
function read(setting: Setting, text: string): number | null | undefined {
  const { min, max, mayBeEmpty } = RANGES[setting];
  if (text.trim() === '') return mayBeEmpty ? null : undefined;
  const number = Number(text);
  return Number.isInteger(number) && number >= min && number <= max ? number : undefined;
}

const written = (settings: MunicipalitySettings): Record<Setting, string> => {
  const texts = {} as Record<Setting, string>;
  for (const setting of SETTINGS) texts[setting] = String(settings[setting] ?? '');
  return texts;
};

interface SettingsFormProps {
  municipality: string;
  settings: VersionedSettings;
}

/** A municipality's settings; only what was changed is sent. */
export function SettingsForm({ municipality, settings: begun }: SettingsFormProps) {
  const { t } = useTranslation('work-admin');
  const change = useChangeSettings(municipality);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: begun,
    wordsOf: written,
    read: () => queries.query({ ...settingsQuery(municipality), staleTime: 0 }),
    forget: change.reset,
  });
  const { saved: settings, words: texts } = edited;
  const [tried, setTried] = useState(false);
  const [isNothing, setNothing] = useState(false);
  const isWrong = (setting: Setting) => read(setting, texts[setting]) === undefined;

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (SETTINGS.some(isWrong) || change.isPending) return;
    const changed = SETTINGS.filter((setting) => read(setting, texts[setting]) !== settings[setting]);
    setNothing(changed.length === 0);
    if (changed.length === 0) return;
    const body = Object.fromEntries(
      changed.map((setting) => [setting, read(setting, texts[setting])]),
    ) as ChangeMunicipalitySettings;
    change.mutate(Object.assign(body, { version: settings.version }), {
      onSuccess: (saved) => {
        edited.goOn(saved);
        setTried(false);
        toast(t('settings.saved'));
      },
    });
  };

  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {GROUPS.map(({ title, settings: inGroup }) => (
        <fieldset key={title} className={styles.settings}>
          <legend>{t(title)}</legend>
          {title === 'settings.privacy' && <p className={styles.soft}>{t('settings.privacyHow')}</p>}
          {inGroup.map((setting) => (
            <TextField
              key={setting}
              label={t(`settings.${setting}`)}
              hint={t(HINTS[setting])}
              optional={RANGES[setting].mayBeEmpty}
              inputMode="numeric"
              autoComplete="off"
              className={styles.short}
              value={texts[setting]}
              error={
                tried && isWrong(setting)
                  ? t('settings.wrong', { min: RANGES[setting].min, max: RANGES[setting].max })
                  : change.error?.messageFor(setting)
              }
              onChange={(event) => {
                setNothing(false);
                edited.change({ [setting]: event.target.value });
              }}
            />
          ))}
        </fieldset>
      ))}
      {isNothing && <Notice announced>{t('settings.nothing')}</Notice>}
      <SaveFailed
        error={change.error}
        title={t('settings.saveFailed')}
        latest={edited}
        now={edited.differences.map(({ name, saved }) => ({
          label: t(`settings.${name}`),
          value: saved[name],
        }))}
      />
      <div>
        <Button type="submit" look="primary" busy={change.isPending}>
          {t('settings.save')}
        </Button>
      </div>
    </form>
  );
}
