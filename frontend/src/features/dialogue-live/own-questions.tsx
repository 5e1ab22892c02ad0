import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ownQuestionAddress, ownQuestionsOf, useKeptQuestions } from '../../platform/kept-questions.js';
import { Part } from '../../ui/part.js';
import styles from './live.module.css';

interface OwnQuestionsProps {
  municipality: string;
  dialogue: string;
  /** Whether the municipality sends answers by mail. */
  mail: boolean;
}

/** The way back to what was asked from this phone: the links are nowhere else. */
export function OwnQuestions({ municipality, dialogue, mail }: OwnQuestionsProps) {
  const { t } = useTranslation('dialogue-live');
  const own = ownQuestionsOf(useKeptQuestions(), dialogue);
  if (own.length === 0) return null;
  return (
    <Part id="live-own-questions" title={t('questions.own')}>
      <p className={styles.soft}>{t(mail ? 'questions.ownHowMail' : 'questions.ownHow')}</p>
      <ul className={styles.rows}>
        {own.map(([reference, token]) => (
          <li key={reference}>
            <Link to={ownQuestionAddress(municipality, reference, token)}>
              {t('questions.ownOne', { reference })}
            </Link>
          </li>
        ))}
      </ul>
    </Part>
  );
}
