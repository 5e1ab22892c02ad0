import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { useTranslation } from 'react-i18next';
import { surroundings } from '../../../map/nearest-place.js';
import { useSurroundingsInWords } from '../../../map/surroundings-in-words.js';
import { Notice } from '../../../ui/notice.js';

/** What the place is called that came with the address, and that it can still be moved. */
export function AskedNotice({ asked, places }: { asked: Position; places: readonly NamedPlace[] }) {
  const { t } = useTranslation('form');
  const inWords = useSurroundingsInWords();
  return (
    <Notice title={t('asked.title')}>
      {places.length > 0 && (
        <p>
          <b>{inWords(surroundings(places, asked))}</b>
        </p>
      )}
      <p>{t('asked.how')}</p>
    </Notice>
  );
}
