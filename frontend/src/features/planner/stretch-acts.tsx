import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import styles from './planner.module.css';

const NameDialog = lazy(() => import('./name-dialog.js'));
const MergeDialog = lazy(() => import('./merge-dialog.js'));

/** What can be made of a stretch as a whole. */
export function StretchActs({
  municipality,
  stretch,
  children,
}: {
  municipality: string;
  stretch: StretchDetail;
  /** What else can be done with it. */
  children?: ReactNode;
}) {
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
        {t(stretch.named ? 'name.change' : 'name.open')}
      </Button>
      <Button
        onClick={() => {
          setOpen('merge');
        }}
      >
        {t('merge.open')}
      </Button>
      {children}
      <Suspense>
        {open === 'name' && <NameDialog municipality={municipality} stretch={stretch} onClose={close} />}
        {open === 'merge' && <MergeDialog municipality={municipality} stretch={stretch} onClose={close} />}
      </Suspense>
    </div>
  );
}
