import { useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { FlagMark, Globe, HaloDefs, Lamp, LampMark, TodayFlag } from './lamp-figures.js';
import { lampStates, layoutPath, type LampCounts, type LampState } from '@lofteskartan/shared/lamp-layout';
import styles from './lamp-path.module.css';
import { LampTable } from './lamp-table.js';
import { useWidth } from './use-width.js';

export interface LampPathProps extends LampCounts {
  /** What is promised: "Hastighetskontroller där invånare har bett om dem". */
  label: string;
  /** How many an even pace would have reached today: a pennant stands there. */
  expected?: number;
  /** The figures are those of a past day: what was expected is said of that day. */
  past?: boolean;
  /** Lower and closer, for the first screen of a phone. Leaves the table twin out unless `detail` asks for it. */
  compact?: boolean;
  /** The table twin, folded. On unless `compact`. */
  detail?: boolean;
  /** The level of the label as a heading; without it the label is plain text. */
  heading?: 'h2' | 'h3';
  /** A sentence under the path. It gives way to the lamps where `compact` has little room. */
  aside?: ReactNode;
  /** A link under the path. */
  children?: ReactNode;
}

/** So few lamps that they stand beside the words where there is room. */
const FEW = 12;

/** Which lamps were lit since this was first drawn: they come up once, the others stand as they were. */
function useKindledFrom(done: number): number {
  const [seen, setSeen] = useState({ done, kindledFrom: Infinity });
  if (seen.done !== done) setSeen({ done, kindledFrom: done > seen.done ? seen.done : Infinity });
  return seen.kindledFrom;
}

function Scene({
  states,
  expected,
  compact,
  kindledFrom,
  width,
  text,
}: {
  states: LampState[];
  expected: number | undefined;
  compact: boolean;
  kindledFrom: number;
  width: number;
  text: string;
}) {
  const id = useId();
  const halo = `${id}h`;
  const pool = `${id}p`;
  const layout = useMemo(
    () =>
      layoutPath({
        count: states.length,
        width,
        height: compact ? Math.min(132, 96 + width * 0.06) : Math.min(280, 170 + width * 0.1),
        mostUnit: compact ? 40 : 64,
        leastUnit: states.length > 120 ? 9 : 13,
      }),
    [states.length, width, compact],
  );
  const { unit, feet } = layout;
  const before = states.filter((state) => state === 'opening').length;
  const lit = before + states.filter((state) => state === 'lit').length;
  const isBand = layout.style === 'band';
  const roadWidth = unit * (isBand ? 0.95 : 0.42);
  const radius = Math.max(2.2, unit * 0.3);
  // Painted on the road like the numbers of kilometres, where there is room for them.
  const stones =
    !isBand && unit >= 30
      ? Array.from({ length: Math.floor((states.length - 1) / 10) }, (_, ten) => (ten + 1) * 10)
      : [];

  return (
    <svg
      role="img"
      aria-label={text}
      viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
      width={layout.width}
      height={layout.height}
    >
      <HaloDefs halo={halo} pool={pool} />
      <path className={styles.road} d={layout.road} strokeWidth={roadWidth} />
      <path className={styles.roadLit} d={layout.roadUntil(lit)} strokeWidth={roadWidth} />
      {before > 0 && (
        <>
          <path className={styles.road} d={layout.roadUntil(before)} strokeWidth={roadWidth} />
          <path className={styles.roadBefore} d={layout.roadUntil(before)} strokeWidth={roadWidth} />
        </>
      )}
      {feet.map((foot, index) => {
        const state = states[index] ?? 'off';
        const kindled = index >= kindledFrom;
        return isBand ? (
          <Globe
            key={index}
            state={state}
            x={foot.x}
            y={foot.y}
            radius={radius}
            line={Math.max(1, unit * 0.09)}
            kindled={kindled}
          />
        ) : (
          <Lamp
            key={index}
            state={state}
            foot={foot}
            unit={unit}
            halo={`url(#${halo})`}
            pool={`url(#${pool})`}
            kindled={kindled}
          />
        );
      })}
      {stones.map((number) => {
        const { x, y } = layout.after(number);
        return (
          <text
            key={number}
            className={number > before && number <= lit ? `${styles.stone} ${styles.stoneLit}` : styles.stone}
            x={x}
            y={y + 4}
            aria-hidden="true"
          >
            {number}
          </text>
        );
      })}
      {expected !== undefined && expected >= 0 && <TodayFlag at={layout.after(expected)} unit={unit} />}
    </svg>
  );
}

/**
 * "Löftesvägen": a path through the night with a lamp for each promised act, lit for each one kept. Says the same in
 * words and, folded, in a table. `done` holds the opening balance, which is drawn apart: pale, in a ring, without a glow.
 */
export function LampPath({
  target,
  done,
  opening = 0,
  awaiting = 0,
  expected,
  past = false,
  label,
  compact = false,
  detail = !compact,
  heading: Heading,
  aside,
  children,
}: LampPathProps) {
  const { t } = useTranslation('lamps');
  const { number } = useFormats();
  const scene = useRef<HTMLDivElement>(null);
  const width = useWidth(scene);
  const kindledFrom = useKindledFrom(done);
  const states = useMemo(
    () => lampStates({ target, done, opening, awaiting }),
    [target, done, opening, awaiting],
  );
  const text =
    expected === undefined
      ? t('text', { done: number(done), target: number(target) })
      : t(past ? 'textExpectedThen' : 'textExpected', {
          done: number(done),
          target: number(target),
          expected: number(expected),
        });

  const rows: [string, number][] = [
    [t('rows.target'), target],
    [t('rows.done'), done],
  ];
  if (opening > 0) rows.push([t('rows.opening'), opening], [t('rows.counted'), done - opening]);
  if (expected !== undefined) rows.push([t(past ? 'rows.expectedThen' : 'rows.expected'), expected]);
  if (awaiting > 0) rows.push([t('rows.awaiting'), awaiting]);
  rows.push([t('rows.left'), Math.max(0, target - done)]);

  return (
    <figure className={styles.night}>
      <div
        className={[styles.panel, compact && styles.compact, states.length <= FEW && styles.few]
          .filter(Boolean)
          .join(' ')}
      >
        <figcaption className={styles.caption}>
          {Heading ? (
            <Heading className={styles.label}>{label}</Heading>
          ) : (
            <p className={styles.label}>{label}</p>
          )}
          <p className={styles.count}>
            <strong>{number(done)}</strong> {t('of', { target: number(target) })}
          </p>
        </figcaption>
        <div ref={scene} className={styles.scene}>
          {width > 0 && (
            <Scene
              states={states}
              expected={expected}
              compact={compact}
              kindledFrom={kindledFrom}
              width={width}
              text={text}
            />
          )}
        </div>
        <div className={styles.foot}>
          {(expected !== undefined || opening > 0 || awaiting > 0) && (
            <ul className={styles.legend}>
              {expected !== undefined && (
                <li>
                  <FlagMark />
                  {t(past ? 'legend.then' : 'legend.today', { expected: number(expected) })}
                </li>
              )}
              {opening > 0 && (
                <li>
                  <LampMark state="opening" />
                  {t('legend.opening', { opening: number(opening) })}
                </li>
              )}
              {awaiting > 0 && (
                <li>
                  <LampMark state="awaiting" />
                  {t('legend.awaiting', { awaiting: number(awaiting) })}
                </li>
              )}
            </ul>
          )}
          {aside && <p className={styles.aside}>{aside}</p>}
          {children && <p>{children}</p>}
        </div>
        {detail && (
          <LampTable
            caption={t('caption', { label })}
            heads={[t('what'), t('number')]}
            rows={rows.map(([what, value]) => [what, number(value)])}
          />
        )}
      </div>
    </figure>
  );
}
