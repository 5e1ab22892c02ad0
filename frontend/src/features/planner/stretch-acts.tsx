import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import styles from './planner.module.css';

const NameDialog = lazy(() => import('./name-dialog.js'));
const MergeDialog = lazy(() => import('./merge-dialog.js'));

/** What can be made of a stretch as a whole. */
export function StretchActs({ municipality, stretch }: { municipality: string; stretch: StretchDetail }) {
  const { t } = useTranslation('work-planner');
  const [open, setOpen] = useState<'name' | 'merge' | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <div className={styles.acts}>
      <Button
        onClick={() => {
          setOpen('name');
        }}
      >
        {t('name.open')}
      </Button>
      <Button
        onClick={() => {
          setOpen('merge');
        }}
      >
        {t('merge.open')}
      </Button>
      <Suspense>
        {open === 'name' && <NameDialog municipality={municipality} stretch={stretch} onClose={close} />}
        {open === 'merge' && <MergeDialog municipality={municipality} stretch={stretch} onClose={close} />}
      </Suspense>
    </div>
  );
}
