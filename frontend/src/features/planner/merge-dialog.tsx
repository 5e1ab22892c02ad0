import type { RankedStretch } from '@lofteskartan/shared/contracts/planner';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { metresBetween } from '../../map/geometry.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { useHeldStretch } from './held-stretch.js';
import styles from './planner.module.css';
import { rankingQuery, useMergeStretches } from './planner.queries.js';

/** So many of the nearest can be chosen from. */
const SHOWN = 8;

interface MergeDialogProps {
  municipality: string;
  stretch: StretchDetail;
  onClose: () => void;
}

/** Brings the wishes of near stretches here. */
export default function MergeDialog({ municipality, stretch, onClose }: MergeDialogProps) {
  const { t } = useTranslation('work-planner');
  const { distance } = useFormats();
  const { data } = useInfiniteQuery(rankingQuery(municipality, null));
  const [chosen, setChosen] = useState<string[]>([]);
  const merge = useMergeStretches(municipality, stretch.id);
  const held = useHeldStretch({ municipality, stretch, act: merge });
  const away = (other: RankedStretch) =>
    stretch.position ? metresBetween(stretch.position, other.position) : null;
  const near = (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ id }) => id !== stretch.id)
    .sort((one, other) => (away(one) ?? one.rank) - (away(other) ?? other.rank))
    .slice(0, SHOWN);
  const labelOf = (other: RankedStretch) => {
    const name = other.name ?? t('unnamed');
    const metres = away(other);
    return metres === null ? name : t('merge.away', { name, distance: distance(metres) });
  };
  const send = () => {
    const stretches = near
      .filter(({ id }) => chosen.includes(id))
      .map(({ id, version }) => ({ id, version }));
    if (stretches.length === 0) return;
    merge.mutate(
      { version: held.saved.version, stretches },
      {
        onSuccess: () => {
          toast(t('merge.saved'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      title={t('merge.title')}
      onClose={onClose}
      actions={
        <Button look="primary" busy={merge.isPending} disabled={chosen.length === 0} onClick={send}>
          {t('merge.save')}
        </Button>
      }
    >
      <div className={styles.form}>
        <p>{t('merge.how')}</p>
        <SaveFailed error={merge.error} title={t('merge.failed')} latest={held} />
        {near.length === 0 ? (
          <p>{t('merge.none')}</p>
        ) : (
          <CheckboxChips
            label={t('merge.choose')}
            stacked
            options={near.map((each) => ({
              value: each.id,
              label: labelOf(each),
              note: t('row.wishes', { count: each.wishes }),
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </div>
    </Dialog>
  );
}
