/**
 * Which stretch each group of wishes goes on on: among those that are empty since all their wishes were taken up, that from which most of
 * the group came, the first of the group on a tie. Each goes on once; null where none does.
 */
export function goingOn(
  groups: readonly (readonly string[])[],
  stretchOf: ReadonlyMap<string, string>,
): (string | null)[] {
  const taken = new Set<string>();
  return groups.map((wishes) => {
    const counts = new Map<string, number>();
    for (const wish of wishes) {
      const stretch = stretchOf.get(wish);
      if (stretch !== undefined && !taken.has(stretch)) counts.set(stretch, (counts.get(stretch) ?? 0) + 1);
    }
    let most: string | null = null;
    for (const [stretch, count] of counts)
      if (most === null || count > (counts.get(most) ?? 0)) most = stretch;
    if (most !== null) taken.add(most);
    return most;
  });
}
