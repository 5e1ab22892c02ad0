import type { StaffWalk, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import { DARK_PLACE_CAUSES, type DarkPlaceCause } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useStopIntoPlace } from './walks.queries.js';
import styles from './walks.module.css';

interface IntoPlaceProps {
  walk: StaffWalk;
  stop: WalkStop;
  onMade?: () => void;
}

/** Makes a stop a place of the inventory, in one step. */
export function IntoPlace({ walk, stop, onMade }: IntoPlaceProps) {
  const { t } = useTranslation(['work-walks', 'words']);
  const make = useStopIntoPlace(walk.reference);
  const [key] = useState(newKey);
  const [isOpen, setOpen] = useState(false);
  const [causes, setCauses] = useState<DarkPlaceCause[]>([]);
  const [isPublic, setPublic] = useState(true);
  if (!isOpen)
    return (
      <div>
        <Button
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('answers.intoPlace')}
        </Button>
      </div>
    );
  return (
    <div className={styles.answer}>
      <p>{t('answers.intoPlaceHow')}</p>
      <CheckboxChips
        label={t('answers.causes')}
        optional
        value={causes}
        options={DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`, { ns: 'words' }) }))}
        onChange={setCauses}
      />
      <RadioChips
        label={t('answers.intoPlaceShow')}
        stacked
        value={isPublic ? 'everyone' : 'staff'}
        options={[
          { value: 'everyone', label: t('answers.placePublic'), note: t('answers.placePublicNote') },
          { value: 'staff', label: t('answers.placeStaff') },
        ]}
        onChange={(value) => {
          setPublic(value === 'everyone');
        }}
      />
      {make.error && <ErrorState error={make.error} title={t('answers.placeFailed')} />}
      <div className={styles.actions}>
        <Button
          look="primary"
          busy={make.isPending}
          onClick={() => {
            make.mutate(
              { id: stop.id, key, body: { causes, when: [], seasons: [], isPublic } },
              {
                onSuccess: () => {
                  toast(t('answers.isPlace'));
                  onMade?.();
                },
              },
            );
          }}
        >
          {t('answers.intoPlace')}
        </Button>
        <Button
          onClick={() => {
            setOpen(false);
          }}
        >
          {t('answers.cancel')}
        </Button>
      </div>
    </div>
  );
}
