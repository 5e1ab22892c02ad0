/** Days that the answer to a call with a key is kept: a phone that was away for a week still gets the receipt of what it sent. */
export const idempotencyDays = 7;
