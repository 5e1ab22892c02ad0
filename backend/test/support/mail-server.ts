import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail as the server took it. */
export interface TakenMail {
  /** The address of the envelope. */
  readonly to: string;
  readonly mail: ParsedMail;
  /** All of it as it came. */
  readonly source: string;
}

/** A real SMTP server in this process that keeps what it takes. It can be away, and come back to the same port. */
export class MailServer {
  readonly taken: TakenMail[] = [];
  /** Addresses that it refuses as unknown. */
  readonly unknown = new Set<string>();
  /** What it answers for every recipient instead of taking the mail, such as `554 5.7.1 Relay access denied`. */
  refusal: string | null = null;
  private server: SMTPServer | null = null;
  private port = 0;

  static async start(): Promise<MailServer> {
    const mails = new MailServer();
    await mails.up();
    return mails;
  }

  /** For `SMTP_URL`. */
  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        const known = this.unknown.has(address) ? `550 5.1.1 <${address}> has no mailbox here` : null;
        const answer = this.refusal ?? known;
        if (answer === null) {
          done();
          return;
        }
        done(Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void this.take(Buffer.concat(chunks), session.envelope.rcptTo[0]?.address ?? '').then(() => {
            done();
          });
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server)
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
  }

  /** The mails to an address, oldest first. */
  to(address: string): TakenMail[] {
    return this.taken.filter(({ to }) => to === address);
  }

  private async take(source: Buffer, to: string): Promise<void> {
    this.taken.push({ to, mail: await simpleParser(source), source: source.toString('utf8') });
  }
}

/** The link in a mail's text whose address holds the words, as page and token. */
export function linkIn({ mail }: TakenMail, words: string): { page: string; token: string } {
  const url = /https?:\/\/\S+/g;
  const found = [...(mail.text ?? '').matchAll(url)]
    .map(([each]) => each)
    .find((each) => each.includes(words));
  if (!found) throw new Error(`No link to ${words} in:\n${mail.text ?? ''}`);
  const { pathname, hash } = new URL(found);
  return { page: decodeURIComponent(pathname), token: hash.slice(1) };
}
