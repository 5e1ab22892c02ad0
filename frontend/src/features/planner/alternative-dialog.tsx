import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { STRETCH_ALTERNATIVES, type StretchAlternative } from '@lofteskartan/shared/planner';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './planner.module.css';
import { useArrangeAlternative } from './planner.queries.js';

interface AlternativeDialogProps {
  municipality: string;
  stretch: StretchDetail;
  onClose: () => void;
}

/** Arranges something else than a check, and answers those who wait. */
export default function AlternativeDialog({ municipality, stretch, onClose }: AlternativeDialogProps) {
  const { t } = useTranslation('work-planner');
  const [kind, setKind] = useState<StretchAlternative>('municipal-measurement');
  const [responsible, setResponsible] = useState('');
  const [asked, setAsked] = useState('');
  const [publicText, setPublicText] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [tried, setTried] = useState(false);
  const arrange = useArrangeAlternative(municipality, stretch.id);
  // Those that are gathered under another are told with the one that leads.
  const waiting = stretch.wishList.filter(({ open, status }) => open && status !== 'duplicate');
  const proposals = [...waiting]
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt))
    .slice(0, LIMITS.proposalsAtOnce)
    .map(({ reference, version }) => ({ reference, version }));
  const needed = (text: string) => (tried && text.trim() === '' ? t('alternatives.required') : undefined);
  const send = () => {
    setTried(true);
    if (responsible.trim() === '' || publicText.trim() === '') return;
    arrange.mutate(
      {
        kind,
        responsible: responsible.trim(),
        publicText: publicText.trim(),
        proposals,
        ...(dueOn ? { dueOn } : {}),
        ...(kind === 'referral' && asked.trim() ? { asked: asked.trim() } : {}),
      },
      {
        onSuccess: ({ outcome: { done, items } }) => {
          if (done === items.length) toast(t('alternatives.saved', { count: done }));
          else toast(t('alternatives.some', { done, all: items.length }), 'error');
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      wide
      title={t('alternatives.title')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={arrange.isPending} onClick={send}>
          {t('alternatives.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        {arrange.error && <ErrorState error={arrange.error} title={t('alternatives.failed')} />}
        <p>{t('alternatives.who', { count: proposals.length })}</p>
        {waiting.length > proposals.length && (
          <p>{t('alternatives.part', { count: waiting.length - proposals.length })}</p>
        )}
        <RadioChips
          label={t('alternatives.what')}
          stacked
          options={STRETCH_ALTERNATIVES.map((value) => ({ value, label: t(`alternatives.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          label={t('alternatives.responsible')}
          hint={t('alternatives.responsibleHint')}
          error={needed(responsible)}
          value={responsible}
          maxLength={LIMITS.responsibleCharacters}
          onChange={({ target }) => {
            setResponsible(target.value);
          }}
        />
        {kind === 'referral' && (
          <TextArea
            label={t('alternatives.asked')}
            hint={t('alternatives.askedHint')}
            optional
            rows={3}
            limit={LIMITS.publicTextCharacters}
            value={asked}
            onChange={({ target }) => {
              setAsked(target.value);
            }}
          />
        )}
        <TextArea
          label={t('alternatives.text')}
          hint={t('alternatives.textHint')}
          error={needed(publicText)}
          rows={5}
          limit={LIMITS.publicTextCharacters}
          value={publicText}
          onChange={({ target }) => {
            setPublicText(target.value);
          }}
        />
        <DateField label={t('alternatives.due')} optional value={dueOn} onChange={setDueOn} />
      </div>
    </Dialog>
  );
}
