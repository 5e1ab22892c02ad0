import type { SimilarProposal } from '@lofteskartan/shared/contracts/proposals';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../platform/format.js';
import { ButtonLink } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../../ui/skeleton.js';
import { ProposalRow } from '../proposal-row.js';
import { useProposalWords } from '../proposal-words.js';
import { SupportButton } from '../support-button.js';
import { SupportMail } from '../support-mail.js';
import styles from './form.module.css';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

export interface SimilarStepProps extends Pick<StepProps, 'municipality' | 'onNext'> {
  /** Undefined while they are looked up. */
  similar: readonly SimilarProposal[] | undefined;
  /** The resident supports one instead: this draft has done its work. */
  onSupported: () => void;
}

/** What neighbours already asked for near by: one press joins them; what was done lately asks whether it helped. */
export function SimilarStep({ municipality, similar, onNext, onSupported }: SimilarStepProps) {
  const { t } = useTranslation('form');
  const { date, distance } = useFormats();
  const words = useProposalWords(municipality.localities);
  const [supported, setSupported] = useState<string | null>(null);
  const thanks = useRef<HTMLDivElement>(null);
  useEffect(
    function goToTheThanks() {
      // The button that was pressed is gone.
      if (supported) thanks.current?.focus();
    },
    [supported],
  );

  if (!similar)
    return (
      <Skeleton label={t('similar.looking')}>
        <SkeletonText lines={4} />
      </Skeleton>
    );
  return (
    <div className={styles.screen}>
      {supported && (
        <div ref={thanks} tabIndex={-1} className={styles.thanks}>
          <Notice tone="success" title={t('similar.counted')} announced>
            <p>{t('similar.countedHow', { reference: supported })}</p>
            <p>
              <ButtonLink
                look="primary"
                to={`/${municipality.slug}/forslag/${supported}`}
                onClick={onSupported}
              >
                {t('similar.open')}
              </ButtonLink>
            </p>
          </Notice>
          {municipality.mail && <SupportMail reference={supported} />}
        </div>
      )}
      <StepFrame onNext={onNext} isSkip nextLabel={supported ? t('similar.alsoOwn') : t('similar.other')}>
        {!supported && <p>{t('similar.lead')}</p>}
        <ul className={styles.similar}>
          {similar.map((proposal, index) => (
            <li key={proposal.reference}>
              <ProposalRow
                proposal={proposal}
                words={words}
                headingLevel={2}
                aside={<span>{t('similar.away', { distance: distance(proposal.distanceMetres) })}</span>}
                action={
                  proposal.status === 'done' ? (
                    <p className={styles.remains}>
                      {proposal.doneOn
                        ? t('similar.done', { date: date(proposal.doneOn) })
                        : t('similar.doneUndated')}
                    </p>
                  ) : (
                    <SupportButton
                      reference={proposal.reference}
                      status={proposal.status}
                      title={words.title(proposal)}
                      isMain={index === 0 && !supported}
                      onSupported={() => {
                        setSupported(proposal.reference);
                      }}
                    />
                  )
                }
              />
            </li>
          ))}
        </ul>
      </StepFrame>
    </div>
  );
}
