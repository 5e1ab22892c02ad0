import type { DialoguePaper, SaveAttendance } from '@lofteskartan/shared/contracts/medborgardialog-paper';
import {
  DIALOGUE_BAND_NAMES,
  OUTCOME_LIMITS,
  type DialogueBand,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { paperQuery, useSaveAttendance } from './outcome-work.queries.js';
import styles from './outcomes.module.css';

/** Those from elsewhere. */
const ELSEWHERE = '';

interface AttendanceFormProps {
  paper: DialoguePaper;
  localities: readonly { slug: string; name: string }[];
}

const keyOf = (locality: string, field: 'people' | DialogueBand): string => `${locality}|${field}`;

/** The counts as they stand in the fields; '' is not told. */
const wordsOf = ({ attendance }: DialoguePaper): Record<string, string> =>
  Object.fromEntries<string>(
    attendance.flatMap(({ locality, people, bands }): [string, string][] => [
      [keyOf(locality ?? ELSEWHERE, 'people'), String(people)],
      ...DIALOGUE_BAND_NAMES.map((band): [string, string] => [
        keyOf(locality ?? ELSEWHERE, band),
        String(bands?.[band] ?? ''),
      ]),
    ]),
  );

const numberOf = (text: string | undefined): number | null => {
  const value = Number(text);
  return text === undefined || text.trim() === '' || !Number.isInteger(value) || value < 0 ? null : value;
};

/** How many came from each locality: counts, and bands of age and sex for those who want to say. */
export function AttendanceForm({ paper, localities }: AttendanceFormProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const queries = useQueryClient();
  const save = useSaveAttendance(paper.reference);
  const edited = useEdited({
    saved: paper,
    wordsOf,
    read: () => queries.query({ ...paperQuery(paper.reference), staleTime: 0 }),
    forget: save.reset,
  });
  const { words, change, saved } = edited;
  const places = [...localities, { slug: ELSEWHERE, name: t('people.elsewhere') }];
  const told = places.flatMap(({ slug }): SaveAttendance['localities'] => {
    const bands = Object.fromEntries(
      DIALOGUE_BAND_NAMES.flatMap((band) => {
        const count = numberOf(words[keyOf(slug, band)]);
        return count === null ? [] : [[band, count]];
      }),
    );
    const people = numberOf(words[keyOf(slug, 'people')]);
    return people === null
      ? []
      : [{ locality: slug || null, people, bands: Object.keys(bands).length > 0 ? bands : null }];
  });
  const total = told.reduce((sum, { people }) => sum + people, 0);
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (save.isPending) return;
        save.mutate(
          { version: saved.attendanceVersion, localities: told },
          {
            onSuccess: (answer) => {
              edited.goOn(answer);
              toast(t('form.saved'));
            },
          },
        );
      }}
    >
      <p className={styles.soft}>{t('attendance.how')}</p>
      {places.map(({ slug, name }) => {
        const index = told.findIndex(({ locality }) => (locality ?? ELSEWHERE) === slug);
        const field = (of: 'people' | DialogueBand, label: string) => (
          <TextField
            key={of}
            label={label}
            type="number"
            inputMode="numeric"
            min={0}
            max={OUTCOME_LIMITS.people}
            value={words[keyOf(slug, of)] ?? ''}
            error={save.error?.messageFor(
              `localities[${String(index)}].${of === 'people' ? of : `bands.${of}`}`,
            )}
            onChange={(event) => {
              change({ [keyOf(slug, of)]: event.target.value });
            }}
          />
        );
        return (
          <fieldset key={slug} className={styles.point}>
            <legend>{name}</legend>
            <div className={styles.form}>{field('people', t('attendance.people'))}</div>
            <details>
              <summary>{t('attendance.bands')}</summary>
              <p className={styles.soft}>{t('attendance.bandsHow')}</p>
              <div className={styles.pair}>
                {DIALOGUE_BAND_NAMES.map((band) => field(band, t(`band.${band}`)))}
              </div>
            </details>
          </fieldset>
        );
      })}
      <p role="status">{t('attendance.total', { count: total })}</p>
      <SaveFailed error={save.error} title={t('form.notSaved')} latest={edited} />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('attendance.save')}
        </Button>
      </div>
    </form>
  );
}
