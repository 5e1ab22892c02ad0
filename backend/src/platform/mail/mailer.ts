import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Config } from '../config/config.js';
import { afterFailure, enhancedCodeIn } from './mail-sending.rules.js';

/** A mail as it leaves the house. */
export interface OutgoingMail {
  /** The row's id: every try of one mail has the same Message-ID, by which mail servers and programs know a repeat. */
  readonly id: string;
  readonly to: string;
  readonly fromName: string;
  /** Where mail programs answer to; without it answers come to `MAIL_FROM`. */
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click stops mail of this kind (RFC 8058); null for what was asked for. */
  readonly oneClickStop: string | null;
}

/** A mail that was not taken. It names a code and nobody: a server's own words may repeat the address. */
export class MailNotSent extends Error {
  override readonly name = 'MailNotSent';

  constructor(
    code: string,
    /** Whether another try could help. */
    readonly next: 'retry' | 'give-up',
  ) {
    super(`The mail server did not take the mail: ${code}`);
  }
}

const timeoutMs = 30_000;

/** Hands mails to the SMTP server that `SMTP_URL` names. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transporter: Transporter | null;

  constructor(private readonly config: Config) {
    this.transporter =
      config.smtpUrl === null
        ? null
        : createTransport({
            url: config.smtpUrl,
            connectionTimeout: timeoutMs,
            greetingTimeout: timeoutMs,
            socketTimeout: timeoutMs,
            disableFileAccess: true,
            disableUrlAccess: true,
          });
  }

  /**
   * Sends one mail.
   * @throws MailNotSent
   */
  async send(mail: OutgoingMail): Promise<void> {
    if (!this.transporter) throw new MailNotSent('SMTP_URL is not set', 'retry');
    const host = this.config.mailFrom.split('@')[1] ?? 'localhost';
    try {
      await this.transporter.sendMail({
        from: { name: mail.fromName, address: this.config.mailFrom },
        to: { name: '', address: mail.to },
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${mail.id}@${host}>`,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(mail.oneClickStop
            ? {
                'List-Unsubscribe': `<${mail.oneClickStop}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }
            : {}),
        },
      });
    } catch (error) {
      const { code, command, responseCode, response } = error as Record<string, unknown>;
      const name = typeof code === 'string' && /^[A-Z0-9_]{1,30}$/.test(code) ? code : 'unknown';
      const number = typeof responseCode === 'number' ? responseCode : null;
      const enhancedCode = typeof response === 'string' ? enhancedCodeIn(response) : null;
      throw new MailNotSent(
        [name, number, enhancedCode].filter((each) => each !== null).join(' '),
        afterFailure({
          command: typeof command === 'string' ? command : null,
          responseCode: number,
          enhancedCode,
        }),
      );
    }
  }

  onApplicationShutdown(): void {
    this.transporter?.close();
  }
}
