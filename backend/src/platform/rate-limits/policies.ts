/** How many calls a subject may make in a window of time. */
interface Allowance {
  readonly points: number;
  readonly seconds: number;
}

/**
 * The allowances by name. Per address they leave room for a school class: 30 pupils behind one address who send five
 * proposals each within ten minutes make 150 calls.
 */
export const rateLimitPolicies = {
  /** Sending a proposal, an activity and the like, per address. */
  'public-write': { points: 300, seconds: 600 },
  /** Questions, statements, pins and "me too" at a medborgardialog, per address: 300 phones in a hall share one, ten calls each. */
  hall: { points: 3000, seconds: 600 },
  /** "Me too", and what a device is asked about it afterwards, per address. */
  support: { points: 600, seconds: 600 },
  /** Photos, per address: each call may carry several large files. */
  photos: { points: 200, seconds: 600 },
  /** What the server draws: pictures to share and follow-ups to print, per address. */
  drawn: { points: 600, seconds: 600 },
  /** Addresses that are looked up, per address of the caller: a search asks at each pause in typing. */
  geocoder: { points: 240, seconds: 60 },
  /** Attempts to sign in, per address. */
  'sign-in': { points: 50, seconds: 900 },
  /** Attempts to sign in to one account from one address; consumed by the room `staff` through `RateLimits.consume`. */
  'sign-in-account': { points: 10, seconds: 900 },
  /** The same from wherever: far more than one address may, so that nobody locks another person out from a single one. */
  'sign-in-account-anywhere': { points: 200, seconds: 900 },
  /** Links that invite or replace a password: using and asking for them, per address. */
  'account-link': { points: 60, seconds: 900 },
  /** Codes of a second factor that somebody who is signed in gives, per account. */
  'second-factor': { points: 10, seconds: 900 },
  /** The current password that somebody who is signed in gives, per account. */
  'own-password': { points: 10, seconds: 900 },
} as const satisfies Record<string, Allowance>;

/** The name of an allowance. */
export type RateLimitPolicy = keyof typeof rateLimitPolicies;
