/** What an open case knows about the queue it stands in. */
export interface QueuePlace {
  /** References of the cases beside it, in the order of the queue. */
  next: string | null;
  previous: string | null;
  /** From 1; null when it is not in the part of the list that is loaded. */
  at: number | null;
  count: number;
  /** The filters as the address has them, `?…` or ''. */
  search: string;
}
