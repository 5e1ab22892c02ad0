import { useTranslation } from 'react-i18next';
import type { SameText } from './bulk-draft.js';
import styles from './bulk-move.module.css';

/** What goes out, before it does: one text where all are told the same, else the text of each with its number. */
export function BulkTexts({ texts }: { texts: readonly SameText[] }) {
  const { t } = useTranslation('work-desk');
  if (texts.length === 0) return null;
  return (
    <section className={styles.texts} aria-labelledby="bulk-texts">
      <h3 id="bulk-texts">{t('bulk.out')}</h3>
      <ul>
        {texts.map(({ text, language, references }) => (
          <li key={references[0]}>
            <p className={styles.where}>{references.join(', ')}</p>
            <p className={styles.text} lang={language}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
