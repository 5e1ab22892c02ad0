import type { LampState, Point } from '@lofteskartan/shared/lamp-layout';
import styles from './lamp-path.module.css';

interface LampProps {
  state: LampState;
  /** Where it stands. */
  foot: Point;
  unit: number;
  /** The address of the halo's gradient. */
  halo: string;
  /** The address of the gradient of the light on the path. */
  pool: string;
  /** It was lit just now. */
  kindled: boolean;
}

const TRUNK: Record<LampState, string | undefined> = {
  opening: styles.beforePost,
  lit: styles.onPost,
  awaiting: undefined,
  off: undefined,
};

/** One lamp on its post, drawn from its foot. */
export function Lamp({ state, foot: { x, y }, unit, halo, pool, kindled }: LampProps) {
  const radius = Math.max(3, unit * 0.2);
  const top = y - unit * 0.98;
  const line = Math.max(1.2, unit * 0.06);
  const trunk = `${styles.post} ${TRUNK[state] ?? ''}`;
  return (
    <g>
      {state === 'lit' && (
        <g className={kindled ? `${styles.halo} ${styles.kindled}` : styles.halo}>
          <ellipse cx={x} cy={y + unit * 0.06} rx={unit * 0.78} ry={unit * 0.27} fill={pool} />
          <circle cx={x} cy={top} r={unit * 0.92} fill={halo} />
        </g>
      )}
      <path
        className={trunk}
        strokeWidth={line}
        d={`M${String(x)} ${String(top + radius)}V${String(y)}M${String(x - unit * 0.13)} ${String(y)}h${String(unit * 0.26)}`}
      />
      <Globe state={state} x={x} y={top} radius={radius} line={line} kindled={kindled} />
    </g>
  );
}

interface GlobeProps {
  state: LampState;
  x: number;
  y: number;
  radius: number;
  line: number;
  kindled: boolean;
}

/** The light itself: hollow, lit, lit before our time (with a ring), or waiting (a spark in a hollow one). */
export function Globe({ state, x, y, radius, line, kindled }: GlobeProps) {
  if (state === 'lit')
    return (
      <g className={kindled ? styles.kindled : undefined}>
        <circle className={styles.lit} cx={x} cy={y} r={radius} strokeWidth={line} />
        <circle className={styles.core} cx={x} cy={y} r={radius * 0.5} />
      </g>
    );
  if (state === 'opening')
    return (
      <g>
        <circle className={styles.before} cx={x} cy={y} r={radius * 0.62} />
        <circle className={styles.ring} cx={x} cy={y} r={radius} strokeWidth={line} />
      </g>
    );
  return (
    <g>
      <circle
        className={state === 'awaiting' ? `${styles.globe} ${styles.awaiting}` : styles.globe}
        cx={x}
        cy={y}
        r={radius}
        strokeWidth={line}
      />
      {state === 'awaiting' && <circle className={styles.awaitingDot} cx={x} cy={y} r={radius * 0.36} />}
    </g>
  );
}

/** The light around a lamp and on the road below it, by the ids that `Lamp` is given. */
export function HaloDefs({ halo, pool }: { halo: string; pool: string }) {
  return (
    <defs>
      <radialGradient id={halo}>
        <stop offset="0" className={styles.haloIn} />
        <stop offset="0.45" className={styles.haloMid} />
        <stop offset="1" className={styles.haloOut} />
      </radialGradient>
      <radialGradient id={pool}>
        <stop offset="0" className={styles.poolIn} />
        <stop offset="1" className={styles.haloOut} />
      </radialGradient>
    </defs>
  );
}

/** The pennant that stands where we should be today. */
export function TodayFlag({ at: { x, y }, unit }: { at: Point; unit: number }) {
  const top = y - unit * 1.52;
  const line = Math.max(1.4, unit * 0.07);
  const cloth = Math.max(6.5, unit * 0.34);
  return (
    <g>
      <path className={styles.flagPole} strokeWidth={line} d={`M${String(x)} ${String(y)}V${String(top)}`} />
      <path
        className={styles.flag}
        d={`M${String(x)} ${String(top)}l${String(cloth)} ${String(cloth * 0.42)}l${String(-cloth)} ${String(cloth * 0.42)}z`}
      />
    </g>
  );
}

/** The same mark in a line of text. */
export function FlagMark() {
  return (
    <svg width="12" height="16" viewBox="0 0 12 16" aria-hidden="true" focusable="false">
      <path className={styles.flagPole} strokeWidth="1.8" d="M2 15V1.5" />
      <path className={styles.flag} d="M2 1l9.5 4L2 9z" />
    </svg>
  );
}

/** A lamp's light in a line of text, for legends. */
export function LampMark({ state }: { state: LampState }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      <Globe state={state} x={7} y={7} radius={5} line={1.5} kindled={false} />
    </svg>
  );
}
