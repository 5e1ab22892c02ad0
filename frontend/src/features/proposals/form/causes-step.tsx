import { DARK_PLACE_CAUSES, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips } from '../../../ui/chips.js';
import { TextField } from '../../../ui/text-field.js';
import { LightingNotice } from './lighting-notice.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

/** Why a place feels unsafe, never who. */
export function CausesStep({ municipality, draft, change, faultOf, onNext }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  const { causes, lampNumber } = draft;
  const isBroken = causes.includes('lamp-broken');
  return (
    <StepFrame onNext={onNext} isSkip={causes.length === 0}>
      <LightingNotice municipality={municipality.slug} position={draft.position} />
      <CheckboxChips
        label={t('form:causes.label')}
        hint={t('form:causes.hint')}
        error={faultOf('details.causes')}
        options={DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`words:cause.${value}`) }))}
        value={causes}
        onChange={(next) => {
          change({ causes: next });
        }}
      />
      {isBroken && (
        <TextField
          label={t('form:causes.lampNumber')}
          hint={t('form:causes.lampNumberHint')}
          optional
          error={faultOf('details.lampNumber')}
          value={lampNumber}
          maxLength={LIMITS.lampNumberCharacters}
          onChange={(event) => {
            change({ lampNumber: event.target.value });
          }}
        />
      )}
    </StepFrame>
  );
}
