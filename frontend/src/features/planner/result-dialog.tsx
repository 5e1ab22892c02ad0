import type { ArrangedAlternative } from '@lofteskartan/shared/contracts/stretches';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useMeasuredSentence, useMeasurementWords } from './measurement-words.js';
import { measurementsQuery } from './measurements.queries.js';
import styles from './planner.module.css';
import { useEndAlternative } from './planner.queries.js';

/** No measurement is told of. */
const none = '*';

interface ResultDialogProps {
  municipality: string;
  stretchId: string;
  alternative: ArrangedAlternative;
  onClose: () => void;
}

/** Tells those who were answered how it went. */
export default function ResultDialog({ municipality, stretchId, alternative, onClose }: ResultDialogProps) {
  const { t } = useTranslation(['work-planner', 'work-measurements']);
  const words = useMeasurementWords();
  const sentence = useMeasuredSentence();
  const isMeasurement = alternative.kind === 'municipal-measurement';
  const { data } = useQuery({ ...measurementsQuery(municipality, stretchId), enabled: isMeasurement });
  const measurements = data?.items ?? [];
  const [measurementId, setMeasurementId] = useState(none);
  const [state, setState] = useState<'done' | 'not-done'>('done');
  const [publicText, setPublicText] = useState('');
  const [tried, setTried] = useState(false);
  const end = useEndAlternative(municipality, alternative.id);
  const choose = (id: string) => {
    const [before, chosen] = [measurementId, id].map((each) => measurements.find((one) => one.id === each));
    setMeasurementId(id);
    const isOwn = publicText.trim() !== '' && (!before || publicText !== sentence(before));
    if (!isOwn) setPublicText(chosen ? sentence(chosen) : '');
  };
  const send = () => {
    setTried(true);
    if (publicText.trim() === '') return;
    end.mutate(
      {
        version: alternative.version,
        state,
        publicText: publicText.trim(),
        ...(state === 'done' && measurementId !== none ? { measurementId } : {}),
      },
      {
        onSuccess: () => {
          toast(t('alternatives.ended'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('alternatives.endTitle')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={end.isPending} onClick={send}>
          {t('alternatives.endSave')}
        </Button>
      }
    >
      <div className={styles.form}>
        {end.error && <ErrorState error={end.error} title={t('alternatives.endFailed')} />}
        <RadioChips
          label={t('alternatives.endState')}
          options={(['done', 'not-done'] as const).map((value) => ({
            value,
            label: t(`alternatives.state.${value}`),
          }))}
          value={state}
          onChange={setState}
        />
        {state === 'done' && measurements.length > 0 && (
          <SelectField
            label={t('tell.measurement', { ns: 'work-measurements' })}
            hint={t('tell.hint', { ns: 'work-measurements' })}
            value={measurementId}
            options={[
              { value: none, label: t('tell.none', { ns: 'work-measurements' }) },
              ...measurements.map((each) => ({ value: each.id, label: words.name(each) })),
            ]}
            onChange={choose}
          />
        )}
        <TextArea
          label={t('alternatives.endText')}
          hint={t('alternatives.textHint')}
          error={tried && publicText.trim() === '' ? t('alternatives.required') : undefined}
          rows={5}
          limit={LIMITS.publicTextCharacters}
          value={publicText}
          onChange={({ target }) => {
            setPublicText(target.value);
          }}
        />
      </div>
    </Dialog>
  );
}
