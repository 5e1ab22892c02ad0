const hourMs = 3_600_000;

/** A session ends when nothing was done in it for so long. */
export const sessionIdleMs = 12 * hourMs;

/** A session ends so long after the sign-in, whatever was done in it. */
export const sessionLifeMs = 7 * 24 * hourMs;
