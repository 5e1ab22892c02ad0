const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What somebody has written, moved from what they began with to what is saved now: what they did not touch follows, what they wrote stays. */
export function rebase<Words extends object>(written: Words, before: Words, now: Words): Words {
  const moved = { ...written };
  for (const name of Object.keys(now) as (keyof Words)[])
    if (same(written[name], before[name])) moved[name] = now[name];
  return moved;
}

/** The names of what is written otherwise than it is saved. */
export const differing = <Words extends object>(written: Words, saved: Words): (keyof Words)[] =>
  (Object.keys(written) as (keyof Words)[]).filter((name) => !same(written[name], saved[name]));
