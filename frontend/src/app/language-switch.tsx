import { LANGUAGES } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, useLanguage } from '../platform/i18n.js';
import styles from './language-switch.module.css';

/** Each language by its own name; the one in use is marked and cannot be pressed away. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { t } = useTranslation('app');
  const chosen = useLanguage();
  return (
    <div className={`${styles.switch} ${className ?? ''}`} role="group" aria-label={t('language.label')}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={styles.one}
          aria-pressed={language === chosen}
          onClick={() => {
            void chooseLanguage(language);
          }}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}
