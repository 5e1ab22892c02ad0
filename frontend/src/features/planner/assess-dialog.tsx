import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { PLANNER_LIMITS, ROAD_KEEPERS, type RoadKeeper } from '@lofteskartan/shared/planner';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldStretch } from './held-stretch.js';
import styles from './planner.module.css';
import { plannerSettingsQuery, useAssessStretch } from './planner.queries.js';

interface AssessDialogProps {
  municipality: string;
  stretch: StretchDetail;
  onClose: () => void;
}

/** What the police have found at a stretch; the house says what follows. */
export default function AssessDialog({ municipality, stretch, onClose }: AssessDialogProps) {
  const { t } = useTranslation('work-planner');
  const { number } = useFormats();
  const { data: settings } = useQuery(plannerSettingsQuery(municipality));
  const begun = stretch.assessment;
  const [safe, setSafe] = useState<'yes' | 'no' | 'unknown'>(
    begun.safePlace === null ? 'unknown' : begun.safePlace ? 'yes' : 'no',
  );
  const [metres, setMetres] = useState(
    begun.limitChangeMetres === null ? '' : String(begun.limitChangeMetres),
  );
  const [keeper, setKeeper] = useState<RoadKeeper | 'unknown'>(begun.roadKeeper ?? 'unknown');
  const [note, setNote] = useState(begun.note ?? '');
  const assess = useAssessStretch(municipality, stretch.id);
  const held = useHeldStretch({ municipality, stretch, act: assess });
  const isWrong = metres.trim() !== '' && !/^\d{1,4}$|^10000$/.test(metres.trim());
  const send = () => {
    if (isWrong || note.length > PLANNER_LIMITS.noteCharacters) return;
    assess.mutate(
      {
        version: held.saved.version,
        safePlace: safe === 'unknown' ? null : safe === 'yes',
        limitChangeMetres: metres.trim() === '' ? null : Number(metres),
        roadKeeper: keeper === 'unknown' ? null : keeper,
        note: note.trim() || null,
      },
      {
        onSuccess: () => {
          toast(t('assess.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('assess.title')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={assess.isPending} onClick={send}>
          {t('assess.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <SaveFailed error={assess.error} title={t('assess.failed')} latest={held} />
        <RadioChips
          label={t('assess.safePlace')}
          options={(['yes', 'no', 'unknown'] as const).map((value) => ({
            value,
            label: t(`assess.${value}`),
          }))}
          value={safe}
          onChange={setSafe}
        />
        <TextField
          label={t('assess.metres')}
          hint={settings && t('assess.metresHint', { metres: number(settings.weights.limitChangeMetres) })}
          error={isWrong ? t('assess.metresWrong') : undefined}
          optional
          inputMode="numeric"
          value={metres}
          onChange={({ target }) => {
            setMetres(target.value);
          }}
        />
        <RadioChips
          label={t('assess.keeper')}
          options={[
            ...ROAD_KEEPERS.map((value) => ({ value, label: t(`assess.keepers.${value}`) })),
            { value: 'unknown' as const, label: t('assess.unknown') },
          ]}
          value={keeper}
          onChange={setKeeper}
        />
        <TextArea
          label={t('assess.note')}
          optional
          rows={3}
          limit={PLANNER_LIMITS.noteCharacters}
          value={note}
          onChange={({ target }) => {
            setNote(target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
