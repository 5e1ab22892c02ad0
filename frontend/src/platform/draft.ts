import { useCallback, useEffect, useRef, useState } from 'react';

interface Stored<T> {
  version: number;
  savedAt: string;
  value: T;
}

const keyOf = (name: string) => `lofteskartan.draft.${name}`;

/**
 * A draft kept on the phone, or null. A draft of another version is dropped: its shape is no longer known.
 * @param version raise it when the shape of `T` changes
 */
export function readDraft<T>(name: string, version: number): Stored<T> | null {
  try {
    const text = localStorage.getItem(keyOf(name));
    if (text === null) return null;
    const stored = JSON.parse(text) as Stored<T>;
    if (stored.version === version) return stored;
  } catch {
    // Unreadable or forbidden storage is the same as no draft.
  }
  dropDraft(name);
  return null;
}

/**
 * Keeps a draft; false when the phone would not (private window, full storage).
 * @param savedAt when the person changed it last, ISO 8601
 */
export function writeDraft(
  name: string,
  version: number,
  value: unknown,
  savedAt = new Date().toISOString(),
): boolean {
  try {
    const stored: Stored<unknown> = { version, savedAt, value };
    localStorage.setItem(keyOf(name), JSON.stringify(stored));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(keyOf(name));
  } catch {
    // Nothing was kept, so there is nothing to drop.
  }
}

/** Forgets every draft whose name begins so: what somebody wrote is not for the next person at the same computer. */
export function dropDraftsOf(beginning: string): void {
  try {
    for (const key of Object.keys(localStorage))
      if (key.startsWith(keyOf(beginning))) localStorage.removeItem(key);
  } catch {
    // Nothing was kept, so there is nothing to drop.
  }
}

export interface Draft<T> {
  value: T;
  /** Changes some fields and keeps the draft on the phone. */
  change: (part: Partial<T>) => void;
  /** Forgets the draft and starts anew; call it when the server has answered 2xx. */
  drop: () => void;
  /** When an earlier draft was found, the time it was saved (ISO 8601); else null. */
  restoredFrom: string | null;
}

/** A form's state that survives a reload, a closed tab and a dead battery. */
export function useDraft<T extends object>(name: string, version: number, empty: () => T): Draft<T> {
  const [found] = useState(() => readDraft<T>(name, version));
  const [value, setValue] = useState<T>(() => found?.value ?? empty());
  const touched = useRef(false);

  useEffect(() => {
    if (touched.current) writeDraft(name, version, value);
  }, [name, version, value]);

  const change = useCallback((part: Partial<T>) => {
    touched.current = true;
    setValue((before) => ({ ...before, ...part }));
  }, []);
  const drop = useCallback(() => {
    touched.current = false;
    dropDraft(name);
    setValue(empty());
  }, [name, empty]);

  return { value, change, drop, restoredFrom: found?.savedAt ?? null };
}
