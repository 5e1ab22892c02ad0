import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

/** What a key is for. Each purpose has its own key, so that a value made for one is worthless for another. */
export type Purpose =
  | 'idempotency'
  | 'device'
  | 'address'
  | 'cursor'
  | 'contact'
  | 'contact-confirm'
  | 'contact-stop'
  | 'contact-follow'
  | 'contact-own'
  | 'contact-outcome'
  | 'own-proposals'
  | 'subscription'
  | 'subscription-stop'
  | 'question-contact'
  | 'question-confirm'
  | 'question-stop'
  | 'question-follow'
  | 'phone'
  | 'quarantine'
  | 'body'
  | 'referral-answer'
  | 'account-link'
  | 'second-factor'
  | 'recovery-code'
  | 'sign-in-flow'
  | 'id-token';

const ivBytes = 12;
const tagBytes = 16;

/** Seals, signatures and pseudonyms, all from keys derived from `SECRET_KEY` (HKDF-SHA256). */
@Injectable()
export class Secrets {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly config: Config) {}

  /** Encrypts a text (AES-256-GCM); only `open` with the same purpose and context reads it. */
  seal(purpose: Purpose, text: string, context = ''): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose, 'seal'), iv);
    cipher.setAAD(Buffer.from(context, 'utf8'));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** Decrypts what `seal` made, or null when it was made with another key, purpose or context, or was changed. */
  open(purpose: Purpose, sealed: Buffer, context = ''): string | null {
    if (sealed.length < ivBytes + tagBytes) return null;
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose, 'seal'), sealed.subarray(0, ivBytes));
    decipher.setAAD(Buffer.from(context, 'utf8'));
    decipher.setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    try {
      return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }

  /** A value with its signature, for a cookie: `value.signature`. */
  sign(purpose: Purpose, value: string): string {
    return `${value}.${this.mac(purpose, value).toString('base64url')}`;
  }

  /** The value of a signed one, or null when the signature is wrong. */
  verify(purpose: Purpose, signed: string | null | undefined): string | null {
    const dot = signed?.lastIndexOf('.') ?? -1;
    if (!signed || dot < 1) return null;
    const value = signed.slice(0, dot);
    const given = Buffer.from(signed.slice(dot + 1), 'base64url');
    const right = this.mac(purpose, value);
    return given.length === right.length && timingSafeEqual(given, right) ? value : null;
  }

  /** A keyed hash of something that must not be stored as it is, such as an address. 64 hexadecimal characters. */
  pseudonym(purpose: Purpose, value: string): string {
    return this.mac(purpose, value).toString('hex');
  }

  private mac(purpose: Purpose, value: string): Buffer {
    return createHmac('sha256', this.key(purpose, 'sign')).update(value, 'utf8').digest();
  }

  private key(purpose: Purpose, use: 'seal' | 'sign'): Buffer {
    const info = `lofteskartan ${use} ${purpose}`;
    let key = this.keys.get(info);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.config.secretKey, '', info, 32));
      this.keys.set(info, key);
    }
    return key;
  }
}
