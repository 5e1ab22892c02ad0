import { expect } from '@playwright/test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { mailPort } from './product.js';

/** Where the product delivers its mail while a journey runs: a mail server of the journey's own. */
export class Inbox {
  private readonly mails: ParsedMail[] = [];
  private readonly server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          this.mails.push(mail);
          done();
        },
        (error: unknown) => {
          done(error instanceof Error ? error : new Error(String(error)));
        },
      );
    },
  });

  async opens(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(mailPort, '127.0.0.1', resolve));
  }

  async closes(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.close(resolve);
    });
  }

  /** All that has come to an address, oldest first. */
  to(address: string): ParsedMail[] {
    return this.mails.filter(({ to }) => [to].flat().some((each) => each?.text.includes(address)));
  }

  /** The subjects that fit among all that has come to some addresses. */
  about(addresses: readonly string[], subject: RegExp): string[] {
    return addresses.flatMap((address) =>
      this.to(address)
        .map((mail) => mail.subject ?? '')
        .filter((each) => subject.test(each)),
    );
  }

  /** Waits for a mail to an address whose subject fits. */
  async gets(address: string, subject: RegExp): Promise<ParsedMail> {
    const found = () => this.to(address).find((mail) => subject.test(mail.subject ?? ''));
    await expect.poll(found, { message: `a mail to ${address}`, timeout: 60_000 }).toBeDefined();
    const mail = found();
    if (!mail) throw new Error('The mail is gone');
    return mail;
  }
}

/** The way that a link in a mail leads to a page of the municipality, token included. */
export function linkTo(page: string, mail: ParsedMail): string {
  const link = [...(mail.text ?? '').matchAll(/https?:\/\/\S+/g)]
    .map(([url]) => new URL(url))
    .find(({ pathname }) => pathname === page);
  if (!link?.hash) throw new Error(`No link to ${page} in:\n${mail.text ?? ''}`);
  return page + link.hash;
}

/** The token by which mail programs stop the mail, from the header. */
export function stopToken(mail: ParsedMail): string {
  const line = mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? '';
  const token = /\/contact-stops\/([^>\s]+)>/.exec(line.replaceAll(/\r?\n\s*/g, ''))?.[1];
  if (!token) throw new Error(`No way to stop in: ${line}`);
  return token;
}
