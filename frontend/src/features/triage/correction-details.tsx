import type {
  DarkPlaceDetails,
  ProposalDetails,
  SpeedCheckDetails,
} from '@lofteskartan/shared/contracts/proposal-details';
import {
  DARK_PLACE_CAUSES,
  DARK_PLACE_TIMES,
  HOUR_BANDS,
  IDEA_TOPICS,
  LIMITS,
  SPEED_LIMITS,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  WEEKDAYS,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';

interface CorrectionDetailsProps {
  details: ProposalDetails;
  onChange: (details: ProposalDetails) => void;
}

/** The coded answers of any kind, to be put right. */
export function CorrectionDetails({ details, onChange }: CorrectionDetailsProps) {
  const { t } = useTranslation(['work-case', 'words']);
  if ('weekdays' in details) {
    const known: Pick<SpeedCheckDetails, keyof SpeedCheckDetails> = details;
    const change = (part: Partial<SpeedCheckDetails>) => {
      onChange({ ...known, ...part });
    };
    const bands = [...new Set([...HOUR_BANDS, ...details.hourBands])];
    return (
      <>
        <TextField
          label={t('field.roadName')}
          optional
          maxLength={LIMITS.roadNameCharacters}
          value={details.roadName ?? ''}
          onChange={(event) => {
            change({ roadName: event.target.value || undefined });
          }}
        />
        <TextField
          label={t('field.direction')}
          optional
          maxLength={LIMITS.directionCharacters}
          value={details.direction ?? ''}
          onChange={(event) => {
            change({ direction: event.target.value || undefined });
          }}
        />
        <CheckboxChips
          label={t('field.problems')}
          value={details.problems}
          options={SPEED_PROBLEMS.map((value) => ({ value, label: t(`problem.${value}`, { ns: 'words' }) }))}
          onChange={(problems) => {
            change({ problems });
          }}
        />
        <CheckboxChips
          label={t('field.weekdays')}
          value={details.weekdays}
          options={WEEKDAYS.map((value) => ({ value, label: t(`weekday.${value}`, { ns: 'words' }) }))}
          onChange={(weekdays) => {
            change({ weekdays });
          }}
        />
        <CheckboxChips
          label={t('field.hourBands')}
          value={details.hourBands}
          options={bands.map((value) => ({ value, label: value.replace('-', '–') }))}
          onChange={(hourBands) => {
            change({ hourBands });
          }}
        />
        <SelectField
          label={t('field.postedLimit')}
          optional
          value={details.postedLimit ? String(details.postedLimit) : 'unknown'}
          options={[
            { value: 'unknown', label: t('history.empty') },
            ...SPEED_LIMITS.map((limit) => ({ value: String(limit), label: t('field.kmh', { limit }) })),
          ]}
          onChange={(text) => {
            change({ postedLimit: SPEED_LIMITS.find((limit) => String(limit) === text) ?? null });
          }}
        />
        <CheckboxChips
          label={t('field.near')}
          value={details.near}
          options={SPEED_SURROUNDINGS.map((value) => ({ value, label: t(`near.${value}`, { ns: 'words' }) }))}
          onChange={(near) => {
            change({ near });
          }}
        />
      </>
    );
  }
  if ('causes' in details) {
    const known: Pick<DarkPlaceDetails, keyof DarkPlaceDetails> = details;
    const change = (part: Partial<DarkPlaceDetails>) => {
      onChange({ ...known, ...part });
    };
    return (
      <>
        <CheckboxChips
          label={t('field.causes')}
          value={details.causes}
          options={DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`, { ns: 'words' }) }))}
          onChange={(causes) => {
            change({ causes });
          }}
        />
        <CheckboxChips
          label={t('field.when')}
          value={details.when}
          options={DARK_PLACE_TIMES.map((value) => ({ value, label: t(`when.${value}`, { ns: 'words' }) }))}
          onChange={(when) => {
            change({ when });
          }}
        />
        <TextField
          label={t('field.lampNumber')}
          optional
          maxLength={LIMITS.lampNumberCharacters}
          value={details.lampNumber ?? ''}
          onChange={(event) => {
            change({ lampNumber: event.target.value || null });
          }}
        />
      </>
    );
  }
  return (
    <SelectField
      label={t('field.topic')}
      value={details.topic}
      options={IDEA_TOPICS.map((value) => ({ value, label: t(`topic.${value}`, { ns: 'words' }) }))}
      onChange={(topic) => {
        onChange({ topic });
      }}
    />
  );
}
