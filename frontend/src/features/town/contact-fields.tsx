import type { TownContact } from '@lofteskartan/shared/contracts/town';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import styles from './town.module.css';

interface ContactFieldsProps {
  value: readonly TownContact[];
  onChange: (value: TownContact[]) => void;
  /** Shows what is empty as wrong. */
  tried: boolean;
}

/** Whether a contact says who and how, in both languages. */
export const isWholeContact = ({ role, how }: TownContact): boolean =>
  [role.sv, role.en, how].every((text) => text.trim() !== '');

/** Whom residents can turn to: as many as are needed. */
export function ContactFields({ value, onChange, tried }: ContactFieldsProps) {
  const { t } = useTranslation('work-town');
  const change = (index: number, part: Partial<TownContact>) => {
    onChange(value.map((each, at) => (at === index ? Object.assign({}, each, part) : each)));
  };
  const missing = (text: string) => (tried && text.trim() === '' ? t('required') : undefined);
  return (
    <>
      {value.map(({ role, how }, index) => {
        const number = index + 1;
        return (
          <div
            key={number}
            role="group"
            aria-label={t('contacts.number', { number })}
            className={styles.item}
          >
            <div className={styles.pair}>
              <TextField
                label={t('contacts.roleSv')}
                autoComplete="off"
                value={role.sv}
                error={missing(role.sv)}
                onChange={(event) => {
                  change(index, { role: { sv: event.target.value, en: role.en } });
                }}
              />
              <TextField
                label={t('contacts.roleEn')}
                autoComplete="off"
                lang="en"
                value={role.en}
                error={missing(role.en)}
                onChange={(event) => {
                  change(index, { role: { sv: role.sv, en: event.target.value } });
                }}
              />
            </div>
            <TextField
              label={t('contacts.how')}
              autoComplete="off"
              value={how}
              error={missing(how)}
              onChange={(event) => {
                change(index, { how: event.target.value });
              }}
            />
            <Button
              look="quiet"
              icon={<Trash2 size={18} aria-hidden="true" />}
              aria-label={t('contacts.remove', { number })}
              onClick={() => {
                onChange(value.filter((_, at) => at !== index));
              }}
            >
              {t('remove')}
            </Button>
          </div>
        );
      })}
      <div>
        <Button
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            onChange([...value, { role: { sv: '', en: '' }, how: '' }]);
          }}
        >
          {t('contacts.add')}
        </Button>
      </div>
    </>
  );
}
