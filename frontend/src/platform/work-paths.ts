/** The queue as a day's work begins: what waits for somebody, without what has been answered. Each filter can be taken away. */
export const QUEUE_OF_WAITING = '/arbete/forslag?status=received&status=under-review&status=awaiting-reply';
