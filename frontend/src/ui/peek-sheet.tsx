import { useRef, useState, type CSSProperties, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './peek-sheet.module.css';

export const PEEK_HEIGHTS = ['peek', 'half', 'full'] as const;
export type PeekHeight = (typeof PEEK_HEIGHTS)[number];

export interface PeekSheetProps {
  /** The name of the region. */
  label: string;
  height: PeekHeight;
  onHeight: (height: PeekHeight) => void;
  /** Always visible, also when the sheet only peeks in. */
  head: ReactNode;
  children: ReactNode;
}

/** How far a finger must go before it is a drag and not a press, in pixels. */
const DRAG_FROM = 6;

/**
 * A list that shares a phone's screen with a map: it peeks in from the lower edge, takes half, or almost all. Not
 * modal. The handle is a button, so keyboard and screen reader can change the height as well. Its parent needs
 * `position: relative` and a height.
 */
export function PeekSheet({ label, height, onHeight, head, children }: PeekSheetProps) {
  const { t } = useTranslation('ui');
  const sheet = useRef<HTMLElement>(null);
  const start = useRef<{ y: number; height: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const at = PEEK_HEIGHTS.indexOf(height);

  const take = (event: PointerEvent<HTMLButtonElement>) => {
    start.current = { y: event.clientY, height: sheet.current?.offsetHeight ?? 0 };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLButtonElement>) => {
    if (!start.current) return;
    const up = start.current.y - event.clientY;
    if (dragged !== null || Math.abs(up) > DRAG_FROM) setDragged(start.current.height + up);
  };
  const letGo = () => {
    const room = sheet.current?.parentElement?.offsetHeight ?? 1;
    if (dragged !== null) onHeight(dragged < room * 0.35 ? 'peek' : dragged < room * 0.72 ? 'half' : 'full');
    start.current = null;
  };
  const press = () => {
    // The click that ends a drag is not a press.
    if (dragged !== null) setDragged(null);
    else onHeight(PEEK_HEIGHTS[at === 2 ? 0 : at + 1] ?? 'half');
  };

  return (
    <section
      ref={sheet}
      aria-label={label}
      className={[styles.sheet, styles[height], dragged !== null && styles.dragged].filter(Boolean).join(' ')}
      style={dragged === null ? undefined : ({ '--peek-height': `${String(dragged)}px` } as CSSProperties)}
    >
      <button
        type="button"
        className={styles.handle}
        aria-label={height === 'full' ? t('sheet.collapse') : t('sheet.expand')}
        aria-expanded={height !== 'peek'}
        onPointerDown={take}
        onPointerMove={move}
        onPointerUp={letGo}
        onPointerCancel={() => {
          start.current = null;
          setDragged(null);
        }}
        onClick={press}
      />
      <div className={styles.head}>{head}</div>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
