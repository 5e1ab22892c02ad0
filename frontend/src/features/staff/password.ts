/** Letters and figures that cannot be mistaken for each other when read aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP = 5;

/** A password of 20 random characters in four groups: about 99 bits. */
export function makePassword(): string {
  // Bytes beyond the last whole multiple of the alphabet are thrown away, so that every character is equally likely.
  const limit = 256 - (256 % ALPHABET.length);
  let characters = '';
  while (characters.length < GROUPS * GROUP)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      if (byte < limit && characters.length < GROUPS * GROUP)
        characters += ALPHABET.charAt(byte % ALPHABET.length);
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP, (group + 1) * GROUP),
  ).join('-');
}
