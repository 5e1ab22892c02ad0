import { useTranslation } from 'react-i18next';
import { DateField, TextField } from '../../ui/text-field.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

/** When it is held, until when questions are taken, and whether seats are counted. */
export function WhenFields({ draft, change, faultOf }: DialogueFieldsProps) {
  const { t } = useTranslation('work-dialogues');
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <DateField
          label={t('form.day')}
          value={draft.day}
          error={faultOf('day')}
          onChange={(day) => {
            change({ day });
          }}
        />
        <TextField
          type="time"
          label={t('form.from')}
          value={draft.from}
          onChange={(event) => {
            change({ from: event.target.value });
          }}
        />
        <TextField
          type="time"
          label={t('form.to')}
          value={draft.to}
          error={faultOf('to', t('form.toBefore'))}
          onChange={(event) => {
            change({ to: event.target.value });
          }}
        />
      </div>
      <DateField
        label={t('form.questionsDay')}
        hint={t('form.questionsDayHint')}
        optional
        value={draft.questionsDay}
        onChange={(questionsDay) => {
          change({ questionsDay });
        }}
      />
      <div className={styles.pair}>
        <TextField
          label={t('form.capacity')}
          hint={t('form.capacityHint')}
          optional
          inputMode="numeric"
          value={draft.capacity}
          error={faultOf('capacity')}
          onChange={(event) => {
            change({ capacity: event.target.value.replace(/\D/g, '') });
          }}
        />
        {draft.capacity !== '' && (
          <DateField
            label={t('form.signUpDay')}
            hint={t('form.signUpDayHint')}
            optional
            value={draft.signUpDay}
            onChange={(signUpDay) => {
              change({ signUpDay });
            }}
          />
        )}
      </div>
    </div>
  );
}
