import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HaloDefs, Lamp } from './lamp-figures.js';
import path from './lamp-path.module.css';
import styles from './lamp-stations.module.css';
import { LampTable, type LampTableProps } from './lamp-table.js';

export interface Station {
  key: string;
  /** A year, a school, "jan.–apr. 2026". */
  name: string;
  /** What its lamps say, in words. */
  note: string;
  lamps: readonly ('lit' | 'off' | 'missed')[];
}

export interface LampStationsProps {
  label: string;
  heading?: 'h2' | 'h3';
  /** The figure: a large part and what follows it. */
  figure: { large: string; rest?: string };
  stations: readonly Station[];
  /** Four-month periods: three make a row. */
  inThirds?: boolean;
  table: Omit<LampTableProps, 'caption'>;
  children?: ReactNode;
}

const UNIT = 34;
const HEIGHT = 50;
/** More lamps than this at one station stand closer. */
const FEW = 3;

function StationLamp({ state, halo, pool }: { state: Station['lamps'][number]; halo: string; pool: string }) {
  return (
    <svg viewBox={`0 0 ${String(UNIT)} ${String(HEIGHT)}`} width={UNIT} height={HEIGHT} aria-hidden="true">
      <Lamp
        state={state === 'lit' ? 'lit' : 'off'}
        foot={{ x: UNIT / 2, y: HEIGHT - 2 }}
        unit={UNIT}
        halo={`url(#${halo})`}
        pool={`url(#${pool})`}
        kindled={false}
      />
      {state === 'missed' && <path className={styles.cross} d="M11 9L23 21" />}
    </svg>
  );
}

/**
 * The road of what has no single number: a station for each year, step or period, with its lamps. Says the same in words
 * under each, and in a table.
 */
export function LampStations({
  label,
  heading: Heading = 'h2',
  figure,
  stations,
  inThirds = false,
  table,
  children,
}: LampStationsProps) {
  const { t } = useTranslation('lamps');
  const id = useId();
  const [halo, pool] = [`${id}h`, `${id}p`];
  return (
    <figure className={path.night}>
      <div className={path.panel}>
        <figcaption className={path.caption}>
          <Heading className={path.label}>{label}</Heading>
          <p className={path.count}>
            <strong>{figure.large}</strong> {figure.rest}
          </p>
        </figcaption>
        <svg className={styles.defs} aria-hidden="true">
          <HaloDefs halo={halo} pool={pool} />
        </svg>
        <ol className={inThirds ? `${styles.road} ${styles.thirds}` : styles.road}>
          {stations.map(({ key, name, note, lamps }) => (
            <li key={key} className={styles.station}>
              <span
                className={[
                  styles.lamps,
                  lamps.length > FEW && styles.small,
                  lamps.includes('lit') && styles.lit,
                ]
                  .filter(Boolean)
                  .join(' ')}
              >
                {lamps.map((state, index) => (
                  <StationLamp key={index} state={state} halo={halo} pool={pool} />
                ))}
              </span>
              <span className={styles.name}>{name}</span>
              <span className={styles.note}>{note}</span>
            </li>
          ))}
        </ol>
        {children && <div className={path.foot}>{children}</div>}
        <LampTable {...table} caption={t('caption', { label })} />
      </div>
    </figure>
  );
}
