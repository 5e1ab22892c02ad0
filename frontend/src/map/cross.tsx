import styles from './place-picker.module.css';

/** The mark in the middle. It opens like a sight when the map is close enough. Silent: the words below say where it is. */
export function Cross({ isClose }: { isClose: boolean }) {
  return (
    <svg
      className={isClose ? `${styles.cross} ${styles.close}` : styles.cross}
      width="72"
      height="72"
      viewBox="0 0 72 72"
      aria-hidden="true"
      focusable="false"
    >
      {[styles.rim, styles.ink].map((layer) => (
        <g key={layer} className={layer}>
          <circle cx="36" cy="36" r="17" />
          <path d="M36 4v24M36 44v24M4 36h24M44 36h24" />
          <circle cx="36" cy="36" r="1.5" />
        </g>
      ))}
    </svg>
  );
}
