import { useTranslation } from 'react-i18next';
import { chooseVoice, useVoice, VOICES } from '../platform/i18n.js';
import styles from './language-switch.module.css';

/** Each language, and easy Swedish, by its own name; the one in use is marked and cannot be pressed away. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { t } = useTranslation('app');
  const chosen = useVoice();
  return (
    <div className={`${styles.switch} ${className ?? ''}`} role="group" aria-label={t('language.label')}>
      {VOICES.map((voice) => (
        <button
          key={voice}
          type="button"
          lang={voice}
          className={styles.one}
          aria-pressed={voice === chosen}
          onClick={() => {
            void chooseVoice(voice);
          }}
        >
          {t(`language.${voice}`)}
        </button>
      ))}
    </div>
  );
}
