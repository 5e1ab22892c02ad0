/** The lamp of the brand: one post, one light. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" fill="none" aria-hidden="true" focusable="false">
      <path d="M14 13v12.5M9.5 25.5h9" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="14" cy="8" r="5.6" fill="var(--color-accent)" stroke="currentColor" strokeWidth="2.2" />
    </svg>
  );
}
