import type { PromiseContent, PromiseDraft } from '@lofteskartan/shared/promise-content';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../../platform/api.js';
import { dropDraft, readDraft, writeDraft } from '../../platform/draft.js';
import { saveDraft } from './promise-editor.queries.js';

const WAITS_MS = 1200;
const KEPT_VERSION = 1;
/** What is kept in this browser of a draft goes by this name; it is forgotten when its writer signs out. */
export const keptName = (id: string) => `work.promise.${id}`;

/** How far the last words have come. `stale`: somebody else has saved since, and what is written here is kept but not sent. */
export type SavingState = 'saved' | 'waiting' | 'saving' | 'stale' | 'failed';

export interface Autosave {
  content: PromiseContent;
  change: (part: Partial<PromiseContent>) => void;
  state: SavingState;
  savedAt: string;
  /** Saves at once; true when everything that is written is saved. */
  flush: () => Promise<boolean>;
  /** The draft's version on the server, as far as it is known here. */
  version: () => number;
  /** Words of an earlier visit that never reached the server. */
  found: PromiseContent | null;
  takeFound: () => void;
  dropFound: () => void;
}

/** A draft that saves itself a moment after the last change. What could not be saved is kept in this browser. */
export function useAutosave(draft: PromiseDraft): Autosave {
  const [content, setContent] = useState(draft.content);
  const [state, setState] = useState<SavingState>('saved');
  const [savedAt, setSavedAt] = useState(draft.savedAt);
  const [found, setFound] = useState(
    () => readDraft<PromiseContent>(keptName(draft.id), KEPT_VERSION)?.value ?? null,
  );
  const latest = useRef(draft.content);
  const saved = useRef(draft.content);
  const version = useRef(draft.version);
  const running = useRef<Promise<boolean> | null>(null);
  const isStale = useRef(false);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    setState('saving');
    try {
      const answer = await saveDraft(draft.id, { version: version.current, content: sent });
      version.current = answer.version;
      saved.current = sent;
      setSavedAt(answer.savedAt);
      dropDraft(keptName(draft.id));
      setState(latest.current === sent ? 'saved' : 'waiting');
      return true;
    } catch (problem) {
      writeDraft(keptName(draft.id), KEPT_VERSION, latest.current);
      isStale.current = problem instanceof Problem && problem.code === 'version.stale';
      setState(isStale.current ? 'stale' : 'failed');
      return false;
    }
  }, [draft.id]);

  /** One saving at a time: what is written meanwhile goes with the next one. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (running.current) await running.current;
    if (latest.current === saved.current) return true;
    if (isStale.current) return false;
    running.current = saveOnce();
    const done = await running.current;
    running.current = null;
    return done && latest.current === saved.current;
  }, [saveOnce]);

  const change = useCallback((part: Partial<PromiseContent>) => {
    latest.current = { ...latest.current, ...part };
    setContent(latest.current);
    setState((before) => (before === 'stale' ? before : 'waiting'));
  }, []);

  useEffect(() => {
    if (content === saved.current) return undefined;
    if (isStale.current) {
      writeDraft(keptName(draft.id), KEPT_VERSION, content);
      return undefined;
    }
    const timer = setTimeout(() => void flush(), WAITS_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [content, flush, draft.id]);

  useEffect(() => {
    const keep = () => {
      if (latest.current !== saved.current) writeDraft(keptName(draft.id), KEPT_VERSION, latest.current);
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [draft.id]);

  return {
    content,
    change,
    state,
    savedAt,
    flush,
    version: () => version.current,
    found,
    takeFound: () => {
      if (found) change(found);
      setFound(null);
    },
    dropFound: () => {
      dropDraft(keptName(draft.id));
      setFound(null);
    },
  };
}
