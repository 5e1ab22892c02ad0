import type { CarKit } from '@lofteskartan/shared/contracts/car-kit';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { CheckboxChips } from '../../ui/chips.js';
import { type CarDraft, suggested, wishesFor } from './car-draft.js';
import styles from './car.module.css';

/** The wishes that the check answers: suggested, folded away, and anybody’s to change. */
export function CarWishes({
  kit,
  draft,
  day,
  change,
}: {
  kit: CarKit;
  draft: CarDraft;
  /** When the check was made, `YYYY-MM-DD`: it answers nothing that came in later. */
  day: string;
  change: (part: Partial<CarDraft>) => void;
}) {
  const { t } = useTranslation('work-car');
  const { shortDate } = useFormats();
  const offered = wishesFor(kit, draft);
  const chosen = draft.references ?? suggested(kit, draft, day);
  const stretch = kit.stretches.find(({ id }) => id === draft.stretchId);
  const isPart = stretch !== undefined && stretch.waiting > offered.length;
  if (draft.stretchId === null && draft.position === null) return null;
  if (offered.length === 0) return <p className={styles.soft}>{t('wishes.none')}</p>;
  return (
    <details className={styles.fold}>
      <summary>{t('wishes.summary', { count: chosen.length })}</summary>
      {isPart && (
        <p className={styles.soft}>{t('wishes.part', { shown: offered.length, all: stretch.waiting })}</p>
      )}
      <CheckboxChips
        label={t('wishes.label')}
        hint={t('wishes.hint')}
        stacked
        value={chosen}
        options={offered.map(({ reference, cameInOn, people }) => ({
          value: reference,
          label: reference,
          note: t('wishes.note', { count: people, date: shortDate(cameInOn) }),
        }))}
        onChange={(references) => {
          change({ references });
        }}
      />
    </details>
  );
}
