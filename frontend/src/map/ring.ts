/** The ring of a cluster: one arc for each part, as wide as its share, with a gap between them. */
export interface Arc {
  /** Index of the part. */
  part: number;
  d: string;
}

const GAP = 0.16;
const at = (middle: number, radius: number, angle: number) =>
  `${(middle + radius * Math.sin(angle)).toFixed(2)} ${(middle - radius * Math.cos(angle)).toFixed(2)}`;

/**
 * Arcs around (`middle`, `middle`), clockwise from the top. A part that is alone becomes a whole circle.
 * @param parts how many of each; those with none get no arc
 */
export function ringArcs(parts: readonly number[], middle: number, radius: number): Arc[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shown = parts.filter((part) => part > 0).length;
  const free = Math.PI * 2 - (shown > 1 ? shown * GAP : 0);
  let from = GAP / 2;
  return parts.flatMap((count, part) => {
    if (count <= 0) return [];
    if (shown === 1) {
      const [top, bottom] = [at(middle, radius, 0), at(middle, radius, Math.PI)];
      return [{ part, d: `M${top}A${radius} ${radius} 0 1 1 ${bottom}A${radius} ${radius} 0 1 1 ${top}` }];
    }
    const to = from + (count / total) * free;
    const large = to - from > Math.PI ? 1 : 0;
    const d = `M${at(middle, radius, from)}A${radius} ${radius} 0 ${large} 1 ${at(middle, radius, to)}`;
    from = to + GAP;
    return [{ part, d }];
  });
}
