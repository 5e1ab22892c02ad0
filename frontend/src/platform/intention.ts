import { useState } from 'react';
import { newKey, type Problem } from './api.js';

/** What somebody is about to send, and whether it is there already. */
export interface Intention {
  /** One for each intention: a second press after a lost answer does nothing twice. */
  readonly key: string;
  /** True when the last press found that what was sent before, in other words, had arrived after all. */
  readonly hasArrived: boolean;
  /** It was done: what comes next is another one. */
  renew: () => void;
  /** It was refused: what was refused was not kept under this key, and what is sent next may read otherwise. */
  refused: (problem: Problem) => void;
}

/** A key for what somebody is about to send. */
export function useIntention(): Intention {
  const [key, setKey] = useState(newKey);
  const [hasArrived, setArrived] = useState(false);
  return {
    key,
    hasArrived,
    renew: () => {
      setKey(newKey());
      setArrived(false);
    },
    refused: ({ status, code }) => {
      setArrived(code === 'idempotency.reused');
      if (status >= 400 && status < 500) setKey(newKey());
    },
  };
}
