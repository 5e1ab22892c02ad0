const keyOf = (reference: string): string => `lofteskartan.live-supports.${reference}`;

/** Which questions of a dialogue this phone has supported: its buttons say so. */
export function readOwnSupports(reference: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(reference)) ?? '[]');
    if (Array.isArray(kept)) return kept.filter((each) => typeof each === 'string');
  } catch {
    // Unreadable or forbidden storage is the same as none.
  }
  return [];
}

export function keepOwnSupports(reference: string, questions: readonly string[]): void {
  try {
    localStorage.setItem(keyOf(reference), JSON.stringify(questions));
  } catch {
    // The server counts each phone once all the same.
  }
}
