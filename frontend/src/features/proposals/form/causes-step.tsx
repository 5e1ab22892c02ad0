import { DARK_PLACE_CAUSES, LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips } from '../../../ui/chips.js';
import { Notice } from '../../../ui/notice.js';
import { TextField } from '../../../ui/text-field.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

/** Why a place feels unsafe, never who. A plain broken lamp goes faster as a fault report. */
export function CausesStep({ municipality, draft, change, faultOf, onNext }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  const { causes, lampNumber } = draft;
  const { faultReports } = municipality.links;
  const isBroken = causes.includes('lamp-broken');
  return (
    <StepFrame onNext={onNext} isSkip={causes.length === 0}>
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
      {isBroken && faultReports && causes.length === 1 && (
        <Notice title={t('form:causes.faultTitle')} announced>
          <p>
            {t('form:causes.fault')} <a href={faultReports}>{t('form:causes.faultLink')}</a>
          </p>
        </Notice>
      )}
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
