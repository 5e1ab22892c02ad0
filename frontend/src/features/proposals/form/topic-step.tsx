import { IDEA_TOPICS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../../ui/chips.js';
import { Notice } from '../../../ui/notice.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

/** What an idea is about. About drugs no place is asked for: it would point at people. */
export function TopicStep({ municipality, draft, change, faultOf, onNext }: StepProps) {
  const { t } = useTranslation(['form', 'words']);
  const [isMissing, setMissing] = useState(false);
  const { petitions } = municipality.links;
  return (
    <StepFrame
      onNext={() => {
        if (draft.topic === null) setMissing(true);
        else onNext();
      }}
    >
      <RadioChips
        label={t('form:topic.label')}
        stacked
        error={
          faultOf('details.topic') ??
          (isMissing && draft.topic === null ? t('form:topic.missing') : undefined)
        }
        options={IDEA_TOPICS.map((value) => ({ value, label: t(`words:topic.${value}`) }))}
        value={draft.topic}
        onChange={(topic) => {
          change({ topic });
        }}
      />
      {draft.topic === 'drugs' && <Notice announced>{t('form:topic.drugs')}</Notice>}
      {petitions && (
        <p>
          {t('form:topic.petitions')} <a href={petitions}>{t('form:topic.petitionsLink')}</a>
        </p>
      )}
    </StepFrame>
  );
}
