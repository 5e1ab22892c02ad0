import styles from './rank-mark.module.css';

/** How sure a rank is: a filled plate, a ring, a broken ring. Never by colour alone. */
export type RankLook = 'full' | 'ring' | 'broken';

const middle = 20;

function parts(look: RankLook): { className: string; r: number }[] {
  if (look === 'full') return [outer('halo', 18.5), outer('plate', 14)];
  return [outer(look, 17)];
}

const outer = (name: 'halo' | 'plate' | 'ring' | 'broken', r: number) => ({
  className: styles[name] ?? '',
  r,
});

/** A number in a ring whose style says how sure it is. Silent: the words stand beside it. */
export function RankMark({ rank, look, size = 36 }: { rank: number; look: RankLook; size?: number }) {
  return (
    <svg
      className={styles.mark}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
      focusable="false"
    >
      {parts(look).map(({ className, r }) => (
        <circle key={r} className={className} cx={middle} cy={middle} r={r} />
      ))}
      <text className={`${styles.number} ${look === 'full' ? styles.inverse : ''}`} x={middle} y={middle}>
        {rank}
      </text>
    </svg>
  );
}

/** The same as a text of SVG, for a map’s markers, which are not React’s. */
export function rankMarkup(rank: number, look: RankLook, size: number): string {
  const circles = parts(look).map(
    ({ className, r }) =>
      `<circle class="${className}" cx="${String(middle)}" cy="${String(middle)}" r="${String(r)}"/>`,
  );
  const number = `${styles.number ?? ''} ${look === 'full' ? (styles.inverse ?? '') : ''}`;
  return (
    `<svg class="${styles.mark ?? ''}" width="${String(size)}" height="${String(size)}" viewBox="0 0 40 40" aria-hidden="true" focusable="false">` +
    `${circles.join('')}<text class="${number}" x="${String(middle)}" y="${String(middle)}">${String(rank)}</text></svg>`
  );
}
