import { DIALOGUE_LIMITS } from '@lofteskartan/shared/medborgardialog';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { TextField } from '../../ui/text-field.js';
import type { AgendaDraft } from './dialogue-draft.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import styles from './dialogues.module.css';

/** The agenda, item by item in its order. */
export function AgendaFields({ draft, change, faultOf }: DialogueFieldsProps) {
  const { t } = useTranslation('work-dialogues');
  const { agenda } = draft;
  const put = (at: number, part: Partial<AgendaDraft>) => {
    change({ agenda: agenda.map((item, index) => (index === at ? { ...item, ...part } : item)) });
  };
  const move = (from: number, to: number) => {
    const moved = [...agenda];
    const [item] = moved.splice(from, 1);
    if (item) moved.splice(to, 0, item);
    change({ agenda: moved });
    announce(t('form.moved', { number: to + 1 }));
  };
  return (
    <div className={styles.fields}>
      <p className={styles.soft}>{t('form.agendaHint')}</p>
      <ol className={styles.items}>
        {agenda.map((item, index) => (
          <li key={item.id ?? `new-${String(index)}`} className={styles.item}>
            <TextField
              label={t('form.item', { number: index + 1 })}
              maxLength={DIALOGUE_LIMITS.agendaTitleCharacters}
              value={item.title}
              error={item.title.trim() ? undefined : faultOf('agenda')}
              onChange={(event) => {
                put(index, { title: event.target.value });
              }}
            />
            <div className={styles.pair}>
              <TextField
                label={t('form.minutes')}
                optional
                inputMode="numeric"
                value={item.minutes}
                onChange={(event) => {
                  put(index, { minutes: event.target.value.replace(/\D/g, '').slice(0, 3) });
                }}
              />
              <TextField
                label={t('form.itemText')}
                optional
                maxLength={DIALOGUE_LIMITS.agendaDescriptionCharacters}
                value={item.description}
                onChange={(event) => {
                  put(index, { description: event.target.value });
                }}
              />
            </div>
            <div className={styles.actions}>
              <Button
                look="quiet"
                aria-label={t('form.up', { number: index + 1 })}
                disabled={index === 0}
                icon={<ArrowUp size={18} aria-hidden="true" />}
                onClick={() => {
                  move(index, index - 1);
                }}
              />
              <Button
                look="quiet"
                aria-label={t('form.down', { number: index + 1 })}
                disabled={index === agenda.length - 1}
                icon={<ArrowDown size={18} aria-hidden="true" />}
                onClick={() => {
                  move(index, index + 1);
                }}
              />
              <Button
                look="quiet"
                aria-label={t('form.removeItem', { number: index + 1 })}
                icon={<Trash2 size={18} aria-hidden="true" />}
                onClick={() => {
                  change({ agenda: agenda.filter((_, at) => at !== index) });
                }}
              />
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          disabled={agenda.length >= DIALOGUE_LIMITS.agendaItems}
          icon={<Plus size={18} aria-hidden="true" />}
          onClick={() => {
            change({ agenda: [...agenda, { id: null, title: '', minutes: '', description: '' }] });
          }}
        >
          {t('form.addItem')}
        </Button>
      </div>
    </div>
  );
}
