import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import styles from './chosen-proposal.module.css';
import { ProposalRow } from './proposal-row.js';
import type { ProposalWords } from './proposal-words.js';
import { proposalQuery } from './proposals.queries.js';
import { ReportButton } from './report-button.js';

export interface ChosenProposalProps {
  reference: string;
  words: ProposalWords;
  /** Chosen by the keyboard: it takes the focus, so that one can go on from it. */
  takesFocus: boolean;
  onClose: () => void;
}

/** The proposal whose pin was pressed, above the list. */
export function ChosenProposal({ reference, words, takesFocus, onClose }: ChosenProposalProps) {
  const { t } = useTranslation('proposals');
  const { data, error, refetch } = useQuery(proposalQuery(reference));
  const section = useRef<HTMLElement>(null);
  useEffect(
    function showIt() {
      section.current?.scrollIntoView({ block: 'nearest' });
      if (takesFocus) section.current?.focus({ preventScroll: true });
    },
    [reference, takesFocus],
  );
  return (
    <section ref={section} className={styles.chosen} aria-label={t('page.chosen')} tabIndex={-1}>
      <button type="button" className={styles.close} aria-label={t('page.close')} onClick={onClose}>
        <X size={20} aria-hidden="true" />
      </button>
      {data && (
        <>
          <ProposalRow proposal={data} words={words} headingLevel={2} isLit />
          <div className={styles.report}>
            <ReportButton reference={reference} title={words.title(data)} />
          </div>
        </>
      )}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonText lines={3} />
        </Skeleton>
      )}
    </section>
  );
}
