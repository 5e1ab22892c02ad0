import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/text-field.js';
import type { CommitmentPartProps } from './commitment-fields.js';
import { noText } from './draft-content.js';
import styles from './editor.module.css';
import { idOf, useEditing, useFault } from './editor-context.js';
import { TextInBothField } from './text-in-both.js';

/** Closes a commitment from a day, with the words that everyone reads. */
export function ClosingFields({ path, commitment: { closing }, onChange }: CommitmentPartProps) {
  const { t } = useTranslation('work-promise');
  const { readOnly } = useEditing();
  const fault = useFault(`${path}.closing.from`);
  if (!closing)
    return readOnly ? null : (
      <div>
        <p className={styles.soft}>{t('closing.how')}</p>
        <Button
          look="quiet"
          onClick={() => {
            onChange({ closing: { from: '', words: noText() } });
          }}
        >
          {t('closing.begin')}
        </Button>
      </div>
    );
  return (
    <fieldset className={styles.steps}>
      <legend>{t('closing.heading')}</legend>
      <DateField
        id={idOf(`${path}.closing.from`)}
        label={t('closing.from')}
        hint={t('closing.fromHow')}
        value={closing.from}
        error={fault}
        readOnly={readOnly}
        onChange={(from) => {
          onChange({ closing: { ...closing, from } });
        }}
      />
      <TextInBothField
        path={`${path}.closing.words`}
        label={t('closing.words')}
        hint={t('closing.wordsHow')}
        rows={3}
        value={closing.words}
        onChange={(words) => {
          onChange({ closing: { ...closing, words } });
        }}
      />
      {!readOnly && (
        <div>
          <Button
            look="quiet"
            onClick={() => {
              onChange({ closing: null });
            }}
          >
            {t('closing.undo')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
