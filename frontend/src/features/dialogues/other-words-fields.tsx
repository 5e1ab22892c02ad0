import { DIALOGUE_LIMITS } from '@lofteskartan/shared/medborgardialog';
import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

/** The same in English and in easy Swedish: for the page and the poster. */
export function OtherWordsFields({ draft, change, faultOf }: DialogueFieldsProps) {
  const { t } = useTranslation('work-dialogues');
  return (
    <div className={styles.fields}>
      <p className={styles.soft}>{t('form.wordsHint')}</p>
      {(['en', 'easy'] as const).map((language) => {
        const words = draft[language];
        const put = (part: Partial<typeof words>) => {
          change({ [language]: { ...words, ...part } });
        };
        return (
          <details key={language} className={styles.more} open={Object.values(words).some(Boolean)}>
            <summary>{t(`form.words-${language}`)}</summary>
            <div className={styles.fields}>
              {faultOf(language) && <p role="alert">{t('form.wordsHalf')}</p>}
              <TextField
                label={t('form.title')}
                maxLength={DIALOGUE_LIMITS.titleCharacters}
                value={words.title}
                onChange={(event) => {
                  put({ title: event.target.value });
                }}
              />
              <TextArea
                label={t('form.purpose')}
                rows={3}
                limit={DIALOGUE_LIMITS.purposeCharacters}
                value={words.purpose}
                onChange={(event) => {
                  put({ purpose: event.target.value });
                }}
              />
              <TextArea
                label={t('form.meaning')}
                rows={2}
                limit={DIALOGUE_LIMITS.levelMeaningCharacters}
                value={words.levelMeaning}
                onChange={(event) => {
                  put({ levelMeaning: event.target.value });
                }}
              />
            </div>
          </details>
        );
      })}
    </div>
  );
}
