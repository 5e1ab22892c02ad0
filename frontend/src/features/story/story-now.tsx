import type { ProposalKind, ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import styles from './story-now.module.css';

export interface StoryNowProps {
  kind: ProposalKind;
  status: ProposalStatus;
  doneOn: string | null;
  responsible: string | null;
  /** Since when somebody else has it. */
  since: string | null;
  /** Title of the commitment that it was linked to. */
  commitment: string | null;
  /** Told as to the one who sent it. */
  own?: boolean;
  /** Lets the page put the focus here when the state has changed. */
  handle?: Ref<HTMLDivElement>;
  children?: ReactNode;
}

/** One sentence on where it stands; a sentence for staff to keep, so it promises nothing. */
function useSentence(): (facts: StoryNowProps) => string {
  const { t } = useTranslation(['story', 'words']);
  const { date } = useFormats();
  return ({ kind, status, doneOn, responsible, since, commitment, own }) => {
    switch (status) {
      case 'committed':
        if (kind === 'speed-check') return t('words:committedSpeedCheck');
        return commitment ? t('story:now.committedTo', { commitment }) : t('story:now.committed');
      case 'planned':
        return kind === 'speed-check' ? t('words:committedSpeedCheck') : t('story:now.planned');
      case 'done':
        return doneOn ? t(`story:now.done.${kind}`, { date: date(doneOn) }) : t('story:now.doneUndated');
      case 'referred':
        if (!responsible) return t('story:now.referred');
        return since
          ? t('story:now.referredSince', { responsible, date: date(since) })
          : t('story:now.referredTo', { responsible });
      case 'withdrawn':
        return own ? t('story:now.withdrawnOwn') : t('story:now.withdrawn');
      case 'awaiting-reply':
        return t('story:now.under-review');
      default:
        return t(`story:now.${status}`);
    }
  };
}

/** How far it has come: shape, word and sentence. */
export function StoryNow(props: StoryNowProps) {
  const { kind, status, handle, children } = props;
  const { t } = useTranslation('words');
  const sentence = useSentence();
  const { fill, tone } = STATUS_LOOKS[status];
  return (
    <div ref={handle} tabIndex={handle ? -1 : undefined} className={`${styles.now} ${styles[tone] ?? ''}`}>
      <span className={styles.glyph}>
        <Glyph shape={KIND_SHAPES[kind]} fill={fill} size={40} />
      </span>
      <p className={styles.word}>{t(statusWord(kind, status))}</p>
      <p className={styles.says}>{sentence(props)}</p>
      {children && <div className={styles.more}>{children}</div>}
    </div>
  );
}
