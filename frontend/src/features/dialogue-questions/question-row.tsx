import type { PublicQuestion } from '@lofteskartan/shared/contracts/medborgardialog-questions';
import { CircleCheck, MessageCircleQuestion, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Tag } from '../../ui/status-mark.js';
import { SupportQuestionButton } from './support-question.js';
import styles from './questions.module.css';

export interface QuestionRowProps {
  question: PublicQuestion;
  municipality: string;
  mail: boolean;
  onSupported?: () => void;
}

/** A published question: its words, who wants an answer, and "me too". */
export function QuestionRow({ question, municipality, mail, onSupported }: QuestionRowProps) {
  const { t } = useTranslation('dialogue-questions');
  const { reference, kind, text, supportCount, gatheredCount, edited, support, answer } = question;
  return (
    <li className={styles.row}>
      <p className={styles.text}>
        <Link to={`/${municipality}/fraga/${reference}`}>{text}</Link>
      </p>
      <div className={styles.marks}>
        <Tag icon={<Users size={16} aria-hidden="true" />}>{t('row.people', { count: supportCount })}</Tag>
        {kind === 'subject' && (
          <Tag icon={<MessageCircleQuestion size={16} aria-hidden="true" />}>{t('kind.subject')}</Tag>
        )}
        {answer && <Tag icon={<CircleCheck size={16} aria-hidden="true" />}>{t('row.answered')}</Tag>}
      </div>
      {(gatheredCount > 0 || edited) && (
        <p className={styles.soft}>
          {[
            ...(gatheredCount > 0 ? [t('row.gathered', { count: gatheredCount })] : []),
            ...(edited ? [t('row.edited')] : []),
          ].join('. ')}
          .
        </p>
      )}
      {answer ? (
        <blockquote className={styles.quote}>{answer.text}</blockquote>
      ) : (
        <SupportQuestionButton
          reference={reference}
          text={text}
          support={support}
          mail={mail}
          onSupported={onSupported}
        />
      )}
    </li>
  );
}
