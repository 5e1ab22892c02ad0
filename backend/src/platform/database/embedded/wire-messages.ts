/**
 * Cuts a stream of bytes into the messages of PostgreSQL's wire protocol: a type byte, a length of four bytes that
 * counts itself, and the content. The first message of a client has no type byte.
 */
export class WireMessages {
  private parts: Buffer[] = [];
  private size = 0;
  private awaitsStartup: boolean;

  /** @param side whose messages are read: only a client begins with a message without a type */
  constructor(side: 'client' | 'server') {
    this.awaitsStartup = side === 'client';
  }

  /** Takes the next bytes and returns the messages that are complete by now. */
  add(bytes: Buffer): Buffer[] {
    this.parts.push(bytes);
    this.size += bytes.length;
    const messages: Buffer[] = [];
    for (let length = this.nextLength(); length !== null && this.size >= length; length = this.nextLength()) {
      const all = this.joined();
      messages.push(all.subarray(0, length));
      this.parts = [all.subarray(length)];
      this.size -= length;
      this.awaitsStartup = false;
    }
    return messages;
  }

  /** The length of the message that comes next, or null while too little is known. */
  private nextLength(): number | null {
    const typeBytes = this.awaitsStartup ? 0 : 1;
    if (this.size < typeBytes + 4) return null;
    const [first] = this.parts;
    const head = first && first.length >= typeBytes + 4 ? first : this.joined();
    return typeBytes + head.readInt32BE(typeBytes);
  }

  private joined(): Buffer {
    const all = this.parts.length === 1 && this.parts[0] ? this.parts[0] : Buffer.concat(this.parts);
    this.parts = [all];
    return all;
  }
}
