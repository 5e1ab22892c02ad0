import type { Count } from '@lofteskartan/shared/contracts/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';

/** A count in words: hidden ones, small or told by what is small, are "visas inte". */
export function useFigure(): (count: Count) => string {
  const { t } = useTranslation('work-situation');
  const { number } = useFormats();
  return (count) => (count === null ? t('hidden') : number(count));
}
