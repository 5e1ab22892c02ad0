import type { LiveDialogue } from '@lofteskartan/shared/contracts/medborgardialog-live';

/** How news come: over a line that is held, by asking again and again, or not at all just now. */
export type LineState = 'held' | 'asking' | 'lost';

/** The server gives a sign of life every 15 seconds: after so long without one the line leads nowhere. */
const silenceMs = 35_000;
/** The first sign of life comes at once, also after a lost line; where something gathers what should flow, it does not. */
const firstWordMs = 4_000;
const askMs = 4_000;
/** A line that failed is tried again now and then. */
const tryAgainMs = 30_000;

/** What a line needs of the outside world. */
export interface LineParts {
  /** Opens a line. `onTrouble` says whether it is over, or tries by itself to come back. @returns closes it */
  open: (
    onEvent: (event: 'state' | 'change' | 'beat', data: string) => void,
    onTrouble: (isOver: boolean) => void,
  ) => () => void;
  ask: () => Promise<LiveDialogue>;
}

/**
 * Follows a dialogue: holds a line to the server, and asks every few seconds while none holds, because a proxy gathers what should flow or
 * the server has too many. @returns ends it
 */
export function followLive(
  { open, ask }: LineParts,
  onNews: (live: LiveDialogue) => void,
  onState: (state: LineState) => void,
): () => void {
  let live: LiveDialogue | null = null;
  let closeLine: (() => void) | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let nextTry: ReturnType<typeof setTimeout> | undefined;
  let nextAsk: ReturnType<typeof setTimeout> | undefined;
  /** Goes up whenever asking begins or ends: an answer of before is no news. */
  let turn = 0;
  let isAsking = false;
  /** A browser tries again every few seconds, and fails each time: only the first failure begins the wait. */
  let isWaiting = false;

  function show(news: LiveDialogue): void {
    live = news;
    onNews(news);
  }
  function giveIt(ms: number): void {
    clearTimeout(silence);
    silence = setTimeout(letGo, ms);
  }
  function waitForAWord(): void {
    if (isWaiting) return;
    isWaiting = true;
    giveIt(firstWordMs);
  }
  function tryLine(): void {
    isWaiting = false;
    waitForAWord();
    closeLine = open(heard, (isOver) => {
      if (isOver) letGo();
      else waitForAWord();
    });
  }
  function heard(event: 'state' | 'change' | 'beat', data: string): void {
    isWaiting = false;
    giveIt(silenceMs);
    stopAsking();
    onState('held');
    if (event === 'state') show(JSON.parse(data) as LiveDialogue);
    if (event === 'change' && live) show(Object.assign({}, live, JSON.parse(data) as Partial<LiveDialogue>));
  }
  function letGo(): void {
    clearTimeout(silence);
    closeLine?.();
    closeLine = null;
    clearTimeout(nextTry);
    nextTry = setTimeout(tryLine, tryAgainMs);
    if (isAsking) return;
    isAsking = true;
    turn += 1;
    void askOn(turn);
  }
  function stopAsking(): void {
    isAsking = false;
    turn += 1;
    clearTimeout(nextAsk);
  }
  async function askOn(mine: number): Promise<void> {
    let state: LineState = 'lost';
    let news: LiveDialogue | null = null;
    try {
      news = await ask();
      state = 'asking';
    } catch {
      // It is asked again.
    }
    if (mine !== turn) return;
    if (news) show(news);
    onState(state);
    nextAsk = setTimeout(() => void askOn(mine), askMs);
  }

  tryLine();
  return () => {
    closeLine?.();
    stopAsking();
    clearTimeout(silence);
    clearTimeout(nextTry);
  };
}

/** A line over server-sent events. */
export function openEventSource(address: string): LineParts['open'] {
  return (onEvent, onTrouble) => {
    const source = new EventSource(address);
    for (const name of ['state', 'change', 'beat'] as const)
      source.addEventListener(name, (event) => {
        onEvent(name, String(event.data));
      });
    source.addEventListener('error', () => {
      onTrouble(source.readyState === EventSource.CLOSED);
    });
    return () => {
      source.close();
    };
  };
}
