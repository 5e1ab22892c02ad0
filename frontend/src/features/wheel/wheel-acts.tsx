import type { WheelItem, WheelOccurrence, YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import { lazy, Suspense } from 'react';
import type { WheelAct } from './occurrence-row.js';

const ItemDialog = lazy(() => import('./item-dialog.js'));
const ReportDialog = lazy(() => import('./report-dialog.js'));
const UndoDialog = lazy(() => import('./undo-dialog.js'));

/** What is being done to the wheel. */
export type OpenAct =
  | { readonly act: 'new' }
  | { readonly act: WheelAct; readonly item: WheelItem; readonly occurrence: WheelOccurrence | null };

interface WheelActsProps {
  wheel: YearlyWheel;
  open: OpenAct | null;
  onClose: () => void;
}

/** The dialog of what is being done. */
export function WheelActs({ wheel, open, onClose }: WheelActsProps) {
  if (!open) return null;
  if (open.act === 'new' || open.act === 'change')
    return (
      <Suspense>
        <ItemDialog wheel={wheel} item={open.act === 'new' ? null : open.item} onClose={onClose} />
      </Suspense>
    );
  if (!open.occurrence) return null;
  const { item, occurrence } = open;
  return (
    <Suspense>
      {open.act === 'report' ? (
        <ReportDialog item={item} occurrence={occurrence} today={wheel.today} onClose={onClose} />
      ) : (
        <UndoDialog item={item} occurrence={occurrence} onClose={onClose} />
      )}
    </Suspense>
  );
}
