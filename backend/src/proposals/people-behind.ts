/** SQL that tells the people behind supports `s` apart: the devices of one who confirmed an address (`c`) are that one. */
export const supporter = `coalesce(c.address_hash, encode(s.device_hash, 'hex'))`;

/** SQL that finds that address, if there is one. */
export const confirmedAddress = `LEFT JOIN proposal_contacts c ON c.id = s.contact_id AND c.confirmed_at IS NOT NULL`;

/**
 * The same over all supports `s` that are counted together: an address that was confirmed for one of them tells whose the device is for
 * all. It is a window, so it is counted one query further out.
 */
export const supporterWithin = `coalesce(min(c.address_hash) OVER (PARTITION BY s.device_hash), encode(s.device_hash, 'hex'))`;
