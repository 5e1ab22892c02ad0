import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Secrets } from '../platform/security/secrets.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { totpStep } from './totp.js';

const recoveryCodeCount = 10;
/** Letters and figures that cannot be mistaken for each other; ten of them are 49 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Checks codes of second factors, and makes recovery codes. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly log: AdminLogRepository,
    private readonly secrets: Secrets,
  ) {}

  /** Whether an account asks for a second factor. */
  async isOn(manager: EntityManager, accountId: string): Promise<boolean> {
    return (await this.factors.state(manager, accountId)).since !== null;
  }

  /**
   * Whether a code of the app, or a recovery code, is right. Either holds once: a code that somebody has read over a shoulder is
   * worth nothing.
   */
  async accepts(manager: EntityManager, accountId: string, given: string, now: Date): Promise<boolean> {
    const code = given.replace(/[\s-]/g, '').toLowerCase();
    if (await this.acceptsStep(manager, accountId, code, now)) return true;
    const isRecovery = await this.factors.useCode(manager, accountId, this.hashOf(accountId, code));
    if (isRecovery)
      await this.log.append(manager, {
        at: now,
        actorAccountId: accountId,
        type: 'recovery-code.used',
        subjectId: accountId,
        changes: {},
      });
    return isRecovery;
  }

  /** The same for a code of the app alone. */
  async acceptsStep(manager: EntityManager, accountId: string, given: string, now: Date): Promise<boolean> {
    const stored = await this.factors.lock(manager, accountId);
    const secret = stored && this.secrets.open('second-factor', stored.secretSealed, accountId);
    const step = secret ? totpStep(secret, given.replace(/\s/g, ''), now) : null;
    return step !== null && this.factors.useStep(manager, accountId, step);
  }

  /** Makes recovery codes, which replace those that there were. @returns them as they are told this once */
  async newRecoveryCodes(manager: EntityManager, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodeCount }, newRecoveryCode);
    const hashes = codes.map((code) => this.hashOf(accountId, code.replace('-', '')));
    await this.factors.replaceCodes(manager, accountId, hashes);
    return codes;
  }

  private hashOf(accountId: string, code: string): string {
    return this.secrets.pseudonym('recovery-code', `${accountId} ${code}`);
  }
}

function newRecoveryCode(): string {
  const characters = Array.from({ length: 10 }, () => alphabet.charAt(randomInt(alphabet.length)));
  return `${characters.slice(0, 5).join('')}-${characters.slice(5).join('')}`;
}
