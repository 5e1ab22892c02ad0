import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import styles from './log.module.css';
import { isMeasured, type NumberField, type ResultDraft } from './log-draft.js';

const LABELS = {
  measured: 'log.measured',
  reported: 'log.reported',
  licencesSeized: 'log.licences',
  topSpeed: 'log.topSpeed',
  participants: 'log.participants',
} as const satisfies Record<NumberField, string>;

interface ResultFiguresProps {
  commitment: Commitment | undefined;
  municipality: Municipality | undefined;
  /** Names to suggest: an activity may concern one of the schools. */
  places?: readonly NamedPlace[];
  result: ResultDraft;
  onChange: (part: Partial<ResultDraft>) => void;
  faulty: readonly NumberField[];
}

/** What an activity found or gave: the figures that belong to its kind of commitment, all optional. */
export function ResultFigures({
  commitment,
  municipality,
  places = [],
  result,
  onChange,
  faulty,
}: ResultFiguresProps) {
  const { t } = useTranslation('work-activities');
  const schools = useId();
  const measured = commitment ? isMeasured(commitment) : true;
  const fields: NumberField[] = measured
    ? ['measured', 'reported', 'licencesSeized', 'topSpeed']
    : ['participants'];
  const steps = commitment?.progress.type === 'milestones' ? commitment.progress.steps : [];
  const open = steps.filter(({ id, doneOn }) => doneOn === null || id === result.milestoneId);
  return (
    <>
      <div className={styles.figures}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(LABELS[field])}
            inputMode="numeric"
            autoComplete="off"
            value={result[field]}
            error={faulty.includes(field) ? t('log.notANumber') : undefined}
            onChange={(event) => {
              onChange({ [field]: event.target.value });
            }}
          />
        ))}
      </div>
      {measured && (
        <TextField
          label={t('log.endedAt')}
          type="time"
          optional
          hint={
            municipality?.releaseDelayHours
              ? t('log.endedAtHow', { count: municipality.releaseDelayHours })
              : undefined
          }
          value={result.endedAt}
          onChange={(event) => {
            onChange({ endedAt: event.target.value });
          }}
        />
      )}
      {!measured && (
        <datalist id={schools}>
          {places
            .filter(({ type }) => type === 'school')
            .map(({ name }) => (
              <option key={name} value={name} />
            ))}
        </datalist>
      )}
      {!measured && (
        <TextField
          label={t('log.subject')}
          hint={t('log.subjectHow')}
          optional
          maxLength={120}
          list={schools}
          value={result.subject}
          onChange={(event) => {
            onChange({ subject: event.target.value });
          }}
        />
      )}
      {open.length > 0 && (
        <SelectField
          label={t('log.milestone')}
          value={result.milestoneId || 'none'}
          options={[
            { value: 'none', label: t('log.milestoneNone') },
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            onChange({ milestoneId: id === 'none' ? '' : id });
          }}
        />
      )}
    </>
  );
}
