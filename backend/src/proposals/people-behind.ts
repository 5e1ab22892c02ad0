/** SQL that tells the people behind supports `s` apart: the devices of one who confirmed an address (`c`) are that one. */
export const supporter = `coalesce(c.address_hash, encode(s.device_hash, 'hex'))`;

/** SQL that finds that address, if there is one. */
export const confirmedAddress = `LEFT JOIN proposal_contacts c ON c.id = s.contact_id AND c.confirmed_at IS NOT NULL`;

/**
 * The same over all supports `s` that are counted together: an address that was confirmed for one of them tells whose the device is for
 * all. It is a window, so it is counted one query further out.
 */
export const supporterWithin = `coalesce(min(c.address_hash) OVER (PARTITION BY s.device_hash), encode(s.device_hash, 'hex'))`;

/**
 * SQL that finds the address of the person behind a support `s` among all that municipality `$1` may count: a device is one person there, for whichever
 * proposal the address was confirmed. It stands in the place of `confirmedAddress`.
 */
export const addressInTown = `LEFT JOIN (
    SELECT own.device_hash, min(known.address_hash) AS address_hash
    FROM proposal_contacts known JOIN proposals town ON town.id = known.proposal_id AND town.municipality_id = $1
      AND town.secret_for IS NULL AND town.held_as IS NULL
    JOIN proposal_supports own ON own.contact_id = known.id WHERE known.confirmed_at IS NOT NULL GROUP BY 1
  ) c ON c.device_hash = s.device_hash`;
