import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { swedishMoment, swedishTime } from '../../platform/swedish-day.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextField } from '../../ui/text-field.js';
import { useCopyDialogue } from './dialogues.queries.js';
import styles from './dialogues.module.css';

interface CopyPartProps {
  dialogue: StaffDialogue;
  onCopied: (reference: string) => void;
}

/** Plans another like it on another day: the same words, agenda, localities and links. */
export function CopyPart({ dialogue: { reference, startsAt }, onCopied }: CopyPartProps) {
  const { t } = useTranslation('work-dialogues');
  const copy = useCopyDialogue(reference);
  const [key] = useState(newKey);
  const [day, setDay] = useState('');
  const [time, setTime] = useState(() => swedishTime(new Date(startsAt)));
  const [tried, setTried] = useState(false);
  const moment = swedishMoment(day, time);
  return (
    <div className={styles.stack}>
      <p className={styles.soft}>{t('copy.how')}</p>
      <div className={styles.pair}>
        <DateField
          label={t('form.day')}
          value={day}
          error={tried && moment === null ? t('form.missing') : undefined}
          onChange={setDay}
        />
        <TextField
          type="time"
          label={t('form.from')}
          value={time}
          onChange={(event) => {
            setTime(event.target.value);
          }}
        />
      </div>
      {copy.error && <ErrorState error={copy.error} title={t('copy.failed')} />}
      <div>
        <Button
          busy={copy.isPending}
          onClick={() => {
            setTried(true);
            if (moment !== null)
              copy.mutate(
                { startsAt: moment, key },
                {
                  onSuccess: (made) => {
                    onCopied(made.reference);
                  },
                },
              );
          }}
        >
          {t('copy.act')}
        </Button>
      </div>
    </div>
  );
}
