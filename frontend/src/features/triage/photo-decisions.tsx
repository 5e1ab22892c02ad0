import type { PublicationDecision, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../ui/chips.js';
import { PhotoRedaction } from './photo-redaction.js';
import { PhotoSecrecy } from './photo-secrecy.js';
import styles from './publication.module.css';

interface PhotoDecisionsProps {
  proposal: TriageProposal;
  decisions: ReadonlyMap<string, PublicationDecision | null>;
  onDecide: (id: string, decision: PublicationDecision) => void;
}

/** Each photo, to be looked at and decided about. The pictures come with the staff's cookie. */
export function PhotoDecisions({ proposal, decisions, onDecide }: PhotoDecisionsProps) {
  const { t } = useTranslation(['work-case', 'words']);
  const { photos } = proposal;
  if (photos.length === 0) return null;
  return (
    <ul className={styles.photos}>
      {photos.map((photo, index) => {
        const number = index + 1;
        return (
          <li key={photo.id}>
            <a
              href={photo.url}
              target="_blank"
              rel="noreferrer"
              aria-label={t('publication.open', { number })}
            >
              <img
                src={photo.thumbnailUrl}
                alt={t('publication.photoAlt', { number })}
                width={photo.width}
                height={photo.height}
                loading="lazy"
              />
            </a>
            <div className={styles.photo}>
              {!photo.secret && (
                <RadioChips<PublicationDecision>
                  label={t('publication.photo', { number })}
                  hint={t('publication.now', {
                    state: t(`publication.${photo.publication}`, { ns: 'words' }),
                  })}
                  value={decisions.get(photo.id) ?? null}
                  options={[
                    { value: 'release', label: t('publication.release') },
                    { value: 'keep-back', label: t('publication.keep') },
                  ]}
                  onChange={(decision) => {
                    onDecide(photo.id, decision);
                  }}
                />
              )}
              <PhotoRedaction proposal={proposal} photo={photo} number={number} />
              <PhotoSecrecy proposal={proposal} photo={photo} number={number} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
