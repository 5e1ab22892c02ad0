import { encode } from 'uqr';
import styles from './qr-code.module.css';

/** A QR code, drawn here: what it says may be a secret and goes nowhere. Dark on light in every look, as cameras want it. */
export function QrCode({
  text,
  label,
  className = styles.qr,
}: {
  text: string;
  label: string;
  className?: string;
}) {
  const { size, data } = encode(text, { border: 3 });
  const squares = data
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={className}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares} fill="#000000" />
    </svg>
  );
}
