import {
  LANGUAGES,
  SUBSCRIPTION_FREQUENCIES,
  type Language,
  type SubscriptionFrequency,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../ui/chips.js';

/** How often, and in which language. */
export interface Wish {
  frequency: SubscriptionFrequency;
  language: Language;
}

export function WishFields({ wish, onChange }: { wish: Wish; onChange: (part: Partial<Wish>) => void }) {
  const { t } = useTranslation('watch');
  return (
    <>
      <RadioChips
        label={t('frequency.label')}
        value={wish.frequency}
        options={SUBSCRIPTION_FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
        onChange={(frequency) => {
          onChange({ frequency });
        }}
      />
      <RadioChips
        label={t('language.label')}
        value={wish.language}
        options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
        onChange={(language) => {
          onChange({ language });
        }}
      />
    </>
  );
}
