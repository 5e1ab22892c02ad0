import type { AgendaItem } from '@lofteskartan/shared/contracts/medborgardialoger';
import { useTranslation } from 'react-i18next';
import styles from './dialogues.module.css';

/** The agenda in its order, with about how long each item takes. */
export function AgendaList({ agenda }: { agenda: readonly AgendaItem[] }) {
  const { t } = useTranslation('dialogues');
  return (
    <ol className={styles.agenda}>
      {agenda.map(({ id, title, minutes, description }) => (
        <li key={id}>
          <div>
            <strong>{title}</strong>
            {minutes !== null && (
              <span className={styles.soft}> {t('dialogue.minutes', { count: minutes })}</span>
            )}
            {description !== null && <p className={styles.text}>{description}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
