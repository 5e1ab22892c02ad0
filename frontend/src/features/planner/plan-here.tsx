import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './planner.module.css';
import { plannerSettingsQuery } from './planner.queries.js';
import { busiest } from './times.rules.js';

const CheckDialog = lazy(() => import('./check-dialog.js'));

/** Plans a check on a stretch; nothing where planning is off or no check can be made. */
export function PlanHere({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-planner');
  const { shortDate } = useFormats();
  const { data: settings } = useQuery(plannerSettingsQuery(municipality));
  const [isOpen, setOpen] = useState(false);
  if (!settings?.planOn || stretch.suitability === 'unsuitable') return null;
  const peak = busiest(stretch.times.counts);
  const fromHour = Math.min(22, peak?.hour ?? 15);
  return (
    <div className={styles.acts}>
      <Button
        look="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('plan.planHere')}
      </Button>
      {stretch.plannedOn && <Tag>{t('row.planned', { date: shortDate(stretch.plannedOn) })}</Tag>}
      {isOpen && (
        <Suspense>
          <CheckDialog
            municipality={municipality}
            begun={{
              stretchId: stretch.id,
              stretchName: stretch.name,
              plannedOn: '',
              fromHour,
              toHour: fromHour + 2,
              note: null,
            }}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
