/**
 * Every way a request can be refused, with the HTTP status that it answers with.
 * A room adds its own codes here and a sentence for each in `locales/sv.json` and `locales/en.json`.
 */
export const codes = {
  'body.unreadable': 400,
  'request.unreadable': 400,
  'url.unreadable': 400,
  'session.required': 401,
  'session.wrong': 401,
  'followToken.required': 401,
  'followToken.wrong': 401,
  'origin.foreign': 403,
  'role.insufficient': 403,
  'route.undeclared': 403,
  'not.found': 404,
  'route.unknown': 404,
  'method.notAllowed': 405,
  'activity.alreadyConfirmed': 409,
  'activity.alreadyReleased': 409,
  'activity.notConfirmed': 409,
  'idempotency.reused': 409,
  'version.stale': 409,
  'move.notAllowed': 409,
  'body.tooLarge': 413,
  'photo.tooLarge': 413,
  'body.wrongType': 415,
  'photo.wrongType': 415,
  'input.invalid': 422,
  'text.invalid': 422,
  'position.outside': 422,
  'photo.missing': 422,
  'photo.tooMany': 422,
  'photo.unreadable': 422,
  'idempotency.malformed': 422,
  'idempotency.required': 428,
  'rate.limited': 429,
  'server.failed': 500,
  'server.notReady': 503,
} as const satisfies Record<string, number>;

/** A code of the table above. */
export type Code = keyof typeof codes;

/**
 * What can be wrong with one field. The sentences are in the locales under `fields`; a room may add its own, and
 * `params` fill the words in braces.
 */
export const fieldCodes = [
  'required',
  'unknown',
  'notText',
  'notANumber',
  'notAnInteger',
  'notABoolean',
  'notAList',
  'notAnObject',
  'notOneOf',
  'tooShort',
  'tooLong',
  'tooFew',
  'tooMany',
  'tooSmall',
  'tooLarge',
  'notUnique',
  'notADate',
  'notAMoment',
  'notAUuid',
  'notAnEmail',
  'notALink',
  'notAPosition',
  'notABox',
  'malformed',
  'forbiddenCharacters',
  'forbiddenName',
  'tooDeep',
  'notFound',
  'outside',
  'otherMunicipality',
  'notWithTopic',
  'kindNotAccepted',
  'kindFixed',
  'ownNumber',
  'circle',
  'invalid',
  'afterThePromise',
  'beforeThePromise',
  'inTheFuture',
  'inTheOpening',
  'linkIsFinal',
  'notOnItsDay',
  'proposalNotShown',
  'proposalOfOtherKind',
  'proposalUnknown',
] as const;

/** A code of one field's fault. */
export type FieldCode = (typeof fieldCodes)[number];
