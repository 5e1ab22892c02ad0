import { useEffect, useSyncExternalStore } from 'react';

/** One act on the keyboard. */
export interface Shortcut {
  /** One key, or two in a row: `j`, `/`, `g q`. */
  keys: string;
  /** What it does, for the list of shortcuts. */
  words: string;
  run: () => void;
}

interface Group {
  name: string;
  shortcuts: readonly Shortcut[];
}

const STORED = 'lofteskartan.shortcuts';
const SEQUENCE_MS = 1500;
const groups = new Map<symbol, Group>();
const listeners = new Set<() => void>();
let first: { key: string; at: number } | null = null;

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}
let isOn = stored();

/** Turns all one-key shortcuts on or off and remembers it: people who speak to their computer would set them off (WCAG 2.1.4). */
export function switchShortcuts(on: boolean): void {
  isOn = on;
  try {
    localStorage.setItem(STORED, on ? 'on' : 'off');
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

/** Whether the shortcuts are on. */
export function useShortcutsOn(): boolean {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => isOn,
  );
}

/** The shortcuts of what is on the page now, for the list that `?` opens. */
export function shortcutsNow(): Group[] {
  return [...groups.values()].filter(({ shortcuts }) => shortcuts.length > 0);
}

const WRITING =
  'input:not([type="checkbox"], [type="radio"], [type="button"]), textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"], [role="application"]';

function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return true;
  if (event.target instanceof Element && event.target.closest(WRITING)) return true;
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

function heard(event: KeyboardEvent): void {
  if (!isOn || isElsewhere(event)) return;
  const before = first && event.timeStamp - first.at < SEQUENCE_MS ? `${first.key} ` : '';
  first = null;
  const all = [...groups.values()].flatMap(({ shortcuts }) => shortcuts);
  const found =
    all.find(({ keys }) => before !== '' && keys === before + event.key) ??
    all.find(({ keys }) => keys === event.key);
  if (found) {
    event.preventDefault();
    found.run();
  } else if (all.some(({ keys }) => keys.startsWith(`${event.key} `))) {
    first = { key: event.key, at: event.timeStamp };
  }
}

/** Offers shortcuts as long as its component is shown. They are silent while somebody writes or a window is open. */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const id = Symbol(name);
    if (groups.size === 0) document.addEventListener('keydown', heard);
    groups.set(id, { name, shortcuts });
    return () => {
      groups.delete(id);
      if (groups.size === 0) document.removeEventListener('keydown', heard);
    };
  });
}
