import { DIALOGUE_LIMITS, DIALOGUE_ROLES } from '@lofteskartan/shared/medborgardialog';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import type { DialogueDraft } from './dialogue-draft.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

type Seat = DialogueDraft['presidium'][number];

/** Who leads it and who answers there: by role, never by name. */
export function PresidiumFields({ draft, change, faultOf }: DialogueFieldsProps) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const { presidium } = draft;
  const put = (at: number, part: Partial<Seat>) => {
    change({ presidium: presidium.map((seat, index) => (index === at ? { ...seat, ...part } : seat)) });
  };
  return (
    <div className={styles.fields}>
      <p className={styles.soft}>{t('form.presidiumHint')}</p>
      <ul className={styles.items}>
        {presidium.map((seat, index) => (
          <li key={index} className={styles.item}>
            <div className={styles.pair}>
              <SelectField
                label={t('form.role')}
                value={seat.role}
                options={DIALOGUE_ROLES.map((value) => ({
                  value,
                  label: t(`role.${value}`, { ns: 'dialogues' }),
                }))}
                onChange={(role) => {
                  put(index, { role });
                }}
              />
              <TextField
                label={t('form.organisation')}
                maxLength={DIALOGUE_LIMITS.organisationCharacters}
                value={seat.organisation}
                error={seat.organisation.trim() ? undefined : faultOf('presidium')}
                onChange={(event) => {
                  put(index, { organisation: event.target.value });
                }}
              />
              <Button
                look="quiet"
                aria-label={t('form.removeRole', { number: index + 1 })}
                icon={<Trash2 size={18} aria-hidden="true" />}
                onClick={() => {
                  change({ presidium: presidium.filter((_, at) => at !== index) });
                }}
              />
            </div>
          </li>
        ))}
      </ul>
      <div>
        <Button
          disabled={presidium.length >= DIALOGUE_LIMITS.presidium}
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            change({ presidium: [...presidium, { role: 'official', organisation: '' }] });
          }}
        >
          {t('form.addRole')}
        </Button>
      </div>
    </div>
  );
}
