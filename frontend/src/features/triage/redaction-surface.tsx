import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { byKey, drawn, moved, resized, type PicturePoint } from './redaction.rules.js';
import styles from './redaction.module.css';
import type { Regions } from './use-regions.js';

interface RedactionSurfaceProps {
  src: string;
  alt: string;
  size: { readonly width: number; readonly height: number };
  regions: Regions;
  selected: number | null;
  /** Shows what everyone will see: parts that cover, and nothing to take hold of. */
  isResult: boolean;
  /** The id of the words that say how the keys work. */
  keysId: string;
  onChange: (regions: Regions, selected: number | null) => void;
  onSelect: (index: number) => void;
  onLoad: () => void;
  onError: () => void;
}

/** What a hand on the picture does: draw anew, push a part, or pull its corner. */
type Pull =
  | { readonly way: 'draw'; readonly from: PicturePoint; readonly to: PicturePoint }
  | {
      readonly way: 'move' | 'resize';
      readonly index: number;
      readonly from: PicturePoint;
      readonly to: PicturePoint;
    };

const percent = (share: number): string => `${String(share * 100)}%`;
const boxOf = ({ x, y, width, height }: RedactionRegion): CSSProperties => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** The parts as they are while a hand is on the picture, and which of them it holds. */
function pulled(regions: Regions, pull: Pull | null): { regions: Regions; held: number | null } {
  if (!pull) return { regions, held: null };
  if (pull.way === 'draw') {
    const region = drawn(pull.from, pull.to);
    return region ? { regions: [...regions, region], held: regions.length } : { regions, held: null };
  }
  const change = pull.way === 'move' ? moved : resized;
  const [right, down] = [pull.to.x - pull.from.x, pull.to.y - pull.from.y];
  return {
    regions: regions.map((region, index) => (index === pull.index ? change(region, right, down) : region)),
    held: pull.index,
  };
}

/** The picture to draw on, by mouse, finger and key. */
export function RedactionSurface({
  src,
  alt,
  size,
  regions,
  selected,
  isResult,
  keysId,
  onChange,
  onSelect,
  onLoad,
  onError,
}: RedactionSurfaceProps) {
  const { t } = useTranslation('work-photos');
  const surface = useRef<HTMLDivElement>(null);
  const [pull, setPull] = useState<Pull | null>(null);
  const now = pulled(regions, pull);

  const pointOf = ({ clientX, clientY }: PointerEvent): PicturePoint => {
    const box = surface.current?.getBoundingClientRect();
    return box
      ? { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height }
      : { x: 0, y: 0 };
  };
  const begin = (event: PointerEvent) => {
    if (isResult || !event.isPrimary || event.button !== 0 || !(event.target instanceof Element)) return;
    const from = pointOf(event);
    const index = Number(event.target.closest<HTMLElement>('[data-region]')?.dataset['region'] ?? -1);
    surface.current?.setPointerCapture(event.pointerId);
    if (index === -1) {
      setPull({ way: 'draw', from, to: from });
      event.preventDefault();
      return;
    }
    onSelect(index);
    const isCorner = event.target.closest('[data-corner]') !== null;
    setPull({ way: isCorner ? 'resize' : 'move', index, from, to: from });
  };
  const go = (event: PointerEvent) => {
    if (pull && event.isPrimary) setPull({ ...pull, to: pointOf(event) });
  };
  const end = (event: PointerEvent) => {
    if (!pull || !event.isPrimary) return;
    const done = pulled(regions, { ...pull, to: pointOf(event) });
    setPull(null);
    const isChanged = done.held !== null && JSON.stringify(done.regions) !== JSON.stringify(regions);
    if (isChanged) onChange(done.regions, done.held);
  };
  const press = (event: KeyboardEvent, index: number) => {
    const region = regions[index];
    if (!region) return;
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const left = regions.filter((_, at) => at !== index);
      onChange(left, left.length > 0 ? Math.max(0, index - 1) : null);
      return;
    }
    const next = byKey(region, event.key, event.shiftKey);
    if (!next) return;
    event.preventDefault();
    onChange(
      regions.map((each, at) => (at === index ? next : each)),
      index,
    );
  };

  return (
    <div
      ref={surface}
      className={styles.surface}
      data-result={isResult || undefined}
      style={{ '--ratio': size.width / size.height } as CSSProperties}
      onPointerDown={begin}
      onPointerMove={go}
      onPointerUp={end}
      onPointerCancel={() => {
        setPull(null);
      }}
    >
      <img
        src={src}
        alt={alt}
        width={size.width}
        height={size.height}
        draggable={false}
        onLoad={onLoad}
        onError={onError}
      />
      {/* The arrows are for the parts, not for reading on. */}
      <div role="application" aria-label={t('draw.surface')} aria-describedby={keysId}>
        {now.regions.map((region, index) =>
          isResult ? (
            <span key={index} className={styles.cover} style={boxOf(region)} />
          ) : (
            <button
              key={index}
              type="button"
              className={styles.region}
              style={boxOf(region)}
              data-region={index}
              data-held={index === (now.held ?? selected) || undefined}
              aria-label={t('draw.area', { number: index + 1 })}
              aria-describedby={keysId}
              onFocus={() => {
                onSelect(index);
              }}
              onKeyDown={(event) => {
                press(event, index);
              }}
            >
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles.corner} data-corner="" />
            </button>
          ),
        )}
      </div>
    </div>
  );
}
