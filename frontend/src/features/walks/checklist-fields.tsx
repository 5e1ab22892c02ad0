import { CHECK_MARKS, WALK_CHECKS, WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../ui/chips.js';
import { TextArea } from '../../ui/text-field.js';
import type { SeenDraft } from './nothing-seen.js';

const IMPRESSIONS = ['1', '2', '3', '4', '5'] as const;

interface ChecklistFieldsProps {
  draft: SeenDraft;
  change: (part: Partial<SeenDraft>) => void;
}

/** The checklist of a stop: five things to look at, how safe it feels, and a note without names. */
export function ChecklistFields({ draft, change }: ChecklistFieldsProps) {
  const { t } = useTranslation(['work-walks', 'walks']);
  return (
    <>
      {WALK_CHECKS.map((check) => (
        <RadioChips
          key={check}
          label={t(`check.${check}`, { ns: 'walks' })}
          hint={t(`checkHow.${check}`, { ns: 'walks' })}
          value={draft.checklist[check]}
          options={CHECK_MARKS.map((value) => ({ value, label: t(`mark.${value}`, { ns: 'walks' }) }))}
          onChange={(mark) => {
            change({ checklist: { ...draft.checklist, [check]: mark } });
          }}
        />
      ))}
      <RadioChips
        label={t('observe.impression')}
        hint={t('observe.impressionHint')}
        optional
        value={draft.impression === null ? null : (IMPRESSIONS[draft.impression - 1] ?? null)}
        options={IMPRESSIONS.map((value) => ({ value, label: value }))}
        onChange={(value) => {
          change({ impression: Number(value) });
        }}
      />
      <TextArea
        label={t('observe.note')}
        hint={t('observe.noteHint')}
        optional
        rows={3}
        limit={WALK_LIMITS.noteCharacters}
        value={draft.note}
        onChange={(event) => {
          change({ note: event.target.value });
        }}
      />
    </>
  );
}
