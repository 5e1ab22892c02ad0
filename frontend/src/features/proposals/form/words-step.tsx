import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import { PhotoField } from '../../../ui/photo-field.js';
import { TextArea } from '../../../ui/text-field.js';
import { PersonalDataHint } from './personal-data-hint.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

export interface WordsStepProps extends StepProps {
  photos: readonly File[];
  onPhotos: (photos: File[]) => void;
  /** False when the phone cannot keep photos until they are sent. */
  arePhotosKept: boolean;
}

/** Own words and photos: optional, but for an idea, which is its words. */
export function WordsStep({
  kind,
  draft,
  change,
  faultOf,
  onNext,
  photos,
  onPhotos,
  arePhotosKept,
}: WordsStepProps) {
  const { t } = useTranslation('form');
  const [isChecked, setChecked] = useState(false);
  const { description } = draft;
  const isIdea = kind === 'idea';
  const isTooLong = description.length > LIMITS.descriptionCharacters;
  const isMissing = isIdea && description.trim() === '';
  const tooLarge = photos.filter(({ size }) => size > LIMITS.photoBytes);
  const fault = isTooLong ? t('words.tooLong') : isMissing ? t('words.missing') : undefined;
  return (
    <StepFrame
      isSkip={!isIdea && description === '' && photos.length === 0}
      onNext={() => {
        setChecked(true);
        if (!isTooLong && !isMissing && tooLarge.length === 0) onNext();
      }}
    >
      <TextArea
        label={t(isIdea ? 'words.idea' : 'words.label')}
        hint={t(`words.hint.${kind}`)}
        optional={!isIdea}
        limit={LIMITS.descriptionCharacters}
        error={faultOf('description') ?? (isChecked ? fault : undefined)}
        value={description}
        onChange={(event) => {
          change({ description: event.target.value });
        }}
      />
      <PersonalDataHint text={description} />
      <PhotoField
        label={t('words.photos')}
        hint={t('words.photosHint')}
        optional
        max={LIMITS.photosPerProposal}
        photos={photos}
        error={tooLarge.length > 0 ? t('words.photoTooLarge', { name: tooLarge[0]?.name ?? '' }) : undefined}
        onChange={onPhotos}
      />
      {photos.length > 0 && !arePhotosKept && <Notice tone="warning">{t('words.photosNotKept')}</Notice>}
    </StepFrame>
  );
}
