import type { ArrangedAlternative } from '@lofteskartan/shared/contracts/stretches';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './planner.module.css';
import { useEndAlternative } from './planner.queries.js';

interface ResultDialogProps {
  municipality: string;
  alternative: ArrangedAlternative;
  onClose: () => void;
}

/** Tells those who were answered how it went. */
export default function ResultDialog({ municipality, alternative, onClose }: ResultDialogProps) {
  const { t } = useTranslation('work-planner');
  const [state, setState] = useState<'done' | 'not-done'>('done');
  const [publicText, setPublicText] = useState('');
  const [tried, setTried] = useState(false);
  const end = useEndAlternative(municipality, alternative.id);
  const send = () => {
    setTried(true);
    if (publicText.trim() === '') return;
    end.mutate(
      { version: alternative.version, state, publicText: publicText.trim() },
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
