import {
  LIMITS,
  SPEED_LIMITS,
  SPEED_PROBLEMS,
  SPEED_SURROUNDINGS,
  type SpeedLimit,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips, RadioChips } from '../../../ui/chips.js';
import { TextField } from '../../../ui/text-field.js';
import { PersonalDataHint } from './personal-data-hint.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

const limits = [...SPEED_LIMITS.map((limit) => `${limit}` as const), 'unknown' as const];

const limitOf = (value: (typeof limits)[number]): SpeedLimit | 'unknown' =>
  value === 'unknown' ? value : (Number(value) as SpeedLimit);

/** What happens on the road, what limit is signed, what is near, what the road is called. */
export function TrafficStep({ draft, change, faultOf, onNext }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  const { problems, near, postedLimit, roadName, direction } = draft;
  const isSkip = problems.length === 0 && near.length === 0 && postedLimit === null && direction === '';
  return (
    <StepFrame onNext={onNext} isSkip={isSkip}>
      <CheckboxChips
        label={t('form:traffic.problems')}
        error={faultOf('details.problems')}
        options={SPEED_PROBLEMS.map((value) => ({ value, label: t(`words:problem.${value}`) }))}
        value={problems}
        onChange={(next) => {
          change({ problems: next });
        }}
      />
      <RadioChips
        label={t('form:traffic.limit')}
        optional
        error={faultOf('details.postedLimit')}
        options={limits.map((value) => ({
          value,
          label: value === 'unknown' ? t('form:traffic.unknown') : value,
        }))}
        value={postedLimit === null ? null : (`${postedLimit}` as const)}
        onChange={(value) => {
          change({ postedLimit: limitOf(value) });
        }}
      />
      <CheckboxChips
        label={t('form:traffic.near')}
        optional
        error={faultOf('details.near')}
        options={SPEED_SURROUNDINGS.map((value) => ({ value, label: t(`words:near.${value}`) }))}
        value={near}
        onChange={(next) => {
          change({ near: next });
        }}
      />
      <TextField
        label={t('form:traffic.road')}
        optional
        error={faultOf('details.roadName')}
        value={roadName}
        maxLength={LIMITS.roadNameCharacters}
        onChange={(event) => {
          change({ roadName: event.target.value });
        }}
      />
      <TextField
        label={t('form:traffic.direction')}
        hint={t('form:traffic.directionHint')}
        optional
        error={faultOf('details.direction')}
        value={direction}
        maxLength={LIMITS.directionCharacters}
        onChange={(event) => {
          change({ direction: event.target.value });
        }}
      />
      <PersonalDataHint text={`${roadName} \n ${direction}`} />
    </StepFrame>
  );
}
