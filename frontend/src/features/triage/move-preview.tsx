import type { AllowedMove, TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Notice } from '../../ui/notice.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './decision.module.css';

interface MovePreviewProps {
  proposal: TriageProposal;
  move: AllowedMove;
  publicText: string;
}

/** How the resident reads a move, before it is made. */
export function MovePreview({ proposal, move, publicText }: MovePreviewProps) {
  const { t } = useTranslation(['work-case', 'work-sender', 'words']);
  const { kind } = proposal;
  const isPolicePlan =
    kind === 'speed-check' &&
    (move.to === 'planned' || (move.to === 'committed' && proposal.status === 'planned'));
  if (isPolicePlan)
    return (
      <Notice title={t('decision.previewNothing')}>
        <p>{t('decision.policeOnly')}</p>
      </Notice>
    );
  if (move.to === 'awaiting-reply')
    return (
      <Notice title={t('decision.previewNothing')}>
        <p>
          {t('question.preview', {
            ns: 'work-sender',
            status: t(statusWord(kind, 'under-review'), { ns: 'words' }),
          })}
        </p>
        {proposal.contact === 'none' && <p>{t('question.noContact', { ns: 'work-sender' })}</p>}
      </Notice>
    );
  return (
    <section className={styles.preview} aria-label={t('decision.preview')}>
      <h3>{t('decision.preview')}</h3>
      <StatusMark {...STATUS_LOOKS[move.to]} shape={KIND_SHAPES[kind]}>
        {t(statusWord(kind, move.to), { ns: 'words' })}
      </StatusMark>
      {move.to === 'committed' && kind === 'speed-check' && (
        <p>{t('committedSpeedCheck', { ns: 'words' })}</p>
      )}
      {publicText.trim() && publicText.trim() !== t('committedSpeedCheck', { ns: 'words' }) && (
        <p className={styles.text}>{publicText}</p>
      )}
    </section>
  );
}
