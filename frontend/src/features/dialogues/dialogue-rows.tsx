import type { DialogueItem } from '@lofteskartan/shared/contracts/medborgardialoger';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { StatusMark } from '../../ui/status-mark.js';
import { DIALOGUE_LOOKS } from './dialogue-looks.js';
import styles from './dialogues.module.css';

interface DialogueRowsProps {
  dialogues: readonly DialogueItem[];
  label: string;
}

/** Medborgardialoger as everyone reads them: when, where and how far. */
export function DialogueRows({ dialogues, label }: DialogueRowsProps) {
  const { t } = useTranslation('dialogues');
  const { date, time } = useFormats();
  return (
    <ul className={styles.rows} aria-label={label}>
      {dialogues.map(
        ({ reference, municipality, title, theme, startsAt, endsAt, venue, status, needsSignUp }) => (
          <li key={reference} className={styles.row}>
            <span className={styles.when}>
              {date(startsAt)} {time(startsAt)}–{time(endsAt)}
            </span>
            <Link to={`/${municipality}/dialoger/${reference}`}>{title}</Link>
            <span>
              {theme} · {venue ?? t('form.online')}
            </span>
            {status === 'published' ? (
              needsSignUp && <span className={styles.soft}>{t('list.signUp')}</span>
            ) : (
              <StatusMark {...DIALOGUE_LOOKS[status]}>{t(`status.${status}`)}</StatusMark>
            )}
          </li>
        ),
      )}
    </ul>
  );
}
