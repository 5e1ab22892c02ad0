import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES } from '../../platform/looks.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { Tag } from '../../ui/status-mark.js';
import { useAnswers } from './case-words.js';
import { publicDetails, wouldShow } from './public-preview.rules.js';
import styles from './publication.module.css';
import { useLocalityName } from './workplace.js';

interface PublicPreviewProps {
  proposal: TriageProposal;
  wordsReleased: boolean;
  photosReleased: readonly string[];
}

/** "Så ser allmänheten det": the proposal with nothing but what would be public after the decision. */
export function PublicPreview({ proposal, wordsReleased, photosReleased }: PublicPreviewProps) {
  const { t } = useTranslation(['work-case', 'words']);
  const localityName = useLocalityName();
  const answers = useAnswers({
    details: publicDetails(proposal, wordsReleased),
    personalData: [],
  });
  const photos = proposal.photos.filter(({ id }) => photosReleased.includes(id));
  const hidesRoad =
    !wordsReleased &&
    !proposal.roadListed &&
    'roadName' in proposal.details &&
    Boolean(proposal.details.roadName);
  return (
    <section className={styles.preview} aria-live="polite">
      <h3>{t('publication.preview')}</h3>
      {wouldShow(proposal, wordsReleased) ? (
        <>
          <p className={styles.previewHead}>
            <Tag icon={<Glyph shape={KIND_SHAPES[proposal.kind]} size={16} />}>
              {t(`kind.${proposal.kind}`, { ns: 'words' })}
            </Tag>
            {[wordsReleased && proposal.placeName, localityName(proposal.locality)]
              .filter(Boolean)
              .join(', ')}
          </p>
          {wordsReleased && proposal.description && (
            <blockquote className={styles.quote}>
              {proposal.edited?.description ?? proposal.description}
            </blockquote>
          )}
          {wordsReleased && proposal.edited && <p className={styles.soft}>{t('publication.edited')}</p>}
          <DefinitionList items={answers} />
          {hidesRoad && <p className={styles.soft}>{t('publication.roadNote')}</p>}
          {photos.length > 0 && (
            <ul className={styles.thumbs}>
              {photos.map((photo) => (
                <li key={photo.id}>
                  <img
                    src={photo.thumbnailUrl}
                    alt={t('publication.photoAlt', {
                      number: proposal.photos.findIndex(({ id }) => id === photo.id) + 1,
                    })}
                  />
                </li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className={styles.nothing}>
          <EyeOff size={20} aria-hidden="true" />
          {t('publication.previewHidden')}
        </p>
      )}
    </section>
  );
}
