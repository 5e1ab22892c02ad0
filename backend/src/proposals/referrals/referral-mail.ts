/** The state of a mail about referral `r`, in SQL. */
export const mailOf = (kind: string): string =>
  `(SELECT m.state FROM mails m WHERE m.cause = '${kind}:' || r.id::text)`;

/** Referral `r` was to be mailed, and neither the case nor its reminder was taken or waits. */
export const undelivered = `(r.mailed AND ${mailOf('referral')} IN ('failed', 'dropped')
  AND coalesce(${mailOf('referral-reminder')}, 'dropped') IN ('failed', 'dropped'))`;
