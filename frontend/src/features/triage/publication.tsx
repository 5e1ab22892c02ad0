import type { PublicationDecision, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS, type PublicationState } from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { usePublish } from './case.mutations.js';
import { EditWords } from './edit-words.js';
import { useHeldCase } from './held-case.js';
import { PhotoDecisions } from './photo-decisions.js';
import { isReviewedFirst } from './public-preview.rules.js';
import { PublicPreview } from './public-preview.js';
import styles from './publication.module.css';

const DECIDED: Partial<Record<PublicationState, PublicationDecision>> = {
  released: 'release',
  'kept-back': 'keep-back',
};

/** Which words and photos become public: one decision for the words, one for each photo, and how that would look. */
export function Publication({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation(['work-case', 'words']);
  const publish = usePublish(proposal.reference);
  // What the person has chosen here; what was decided before shows through where nothing is chosen.
  const [text, setText] = useState<PublicationDecision | null>(null);
  const [photos, setPhotos] = useState<ReadonlyMap<string, PublicationDecision>>(new Map());
  const [reason, setReason] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const held = useHeldCase({ proposal, act: publish, written: text !== null || photos.size > 0 });
  const hasWords = proposal.publication !== 'none';
  if (!hasWords && proposal.photos.length === 0) return <p className={styles.soft}>{t('words.none')}</p>;

  const textNow = text ?? DECIDED[proposal.publication] ?? null;
  const photoNow = new Map(
    proposal.photos.map(({ id, publication, secret }) => [
      id,
      secret ? null : (photos.get(id) ?? DECIDED[publication] ?? null),
    ]),
  );
  const keepsBack = text === 'keep-back' || [...photos.values()].includes('keep-back');

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (publish.isPending) return;
    setEmpty(text === null && photos.size === 0);
    if (text === null && photos.size === 0) return;
    publish.mutate(
      {
        version: held.saved.version,
        text: text ?? undefined,
        photos: photos.size > 0 ? [...photos].map(([id, decision]) => ({ id, decision })) : undefined,
        reason: (keepsBack && reason.trim()) || undefined,
      },
      {
        onSuccess: () => {
          setText(null);
          setPhotos(new Map());
          setReason('');
          toast(t('publication.saved'));
        },
      },
    );
  };

  return (
    <div className={styles.form}>
      <div className={styles.choices}>
        <form className={styles.choices} onSubmit={send}>
          <p className={styles.soft}>
            {isReviewedFirst(proposal) ? t('publication.leadFirst') : t('publication.lead')}
          </p>
          {hasWords && (
            <RadioChips<PublicationDecision>
              label={t('publication.text')}
              hint={t('publication.now', {
                state: t(`publication.${proposal.publication}`, { ns: 'words' }),
              })}
              value={textNow}
              options={[
                { value: 'release', label: t('publication.textRelease') },
                { value: 'keep-back', label: t('publication.textKeep') },
              ]}
              onChange={setText}
            />
          )}
          {textNow === 'release' && proposal.personalData.length > 0 && (
            <Notice tone="warning" announced>
              {t('publication.personalData')}
            </Notice>
          )}
          <PhotoDecisions
            proposal={proposal}
            decisions={photoNow}
            onDecide={(id, decision) => {
              setPhotos(new Map(photos).set(id, decision));
            }}
          />
          {keepsBack && (
            <TextField
              label={t('publication.reason')}
              hint={t('publication.reasonHint')}
              optional
              maxLength={LIMITS.reasonCharacters}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
          )}
          {isEmpty && text === null && photos.size === 0 && (
            <Notice tone="error">{t('publication.pick')}</Notice>
          )}
          <SaveFailed
            error={publish.error}
            title={t('decision.failed')}
            kept={t('decision.kept')}
            latest={held}
          />
          <div>
            <Button type="submit" busy={publish.isPending}>
              {t('publication.save')}
            </Button>
          </div>
        </form>
        {proposal.description && <EditWords proposal={proposal} description={proposal.description} />}
      </div>
      <PublicPreview
        proposal={proposal}
        wordsReleased={textNow === 'release'}
        photosReleased={[...photoNow].flatMap(([id, decision]) => (decision === 'release' ? [id] : []))}
      />
    </div>
  );
}
