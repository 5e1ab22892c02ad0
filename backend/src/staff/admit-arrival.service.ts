import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import type { OidcIssuer } from '../platform/config/oidc-issuers.js';
import { Refused } from '../platform/problem/refused.js';
import { AccountLinks } from './account-links.service.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { checkedGrants, type Grant } from './grant.rules.js';
import { IdentityRepository } from './identity.repository.js';
import { isStrong, mappedGrants, personOf, welcome, type ClaimedPerson } from './identity.rules.js';
import type { Arrived } from './oidc-client.js';
import { StartSession, type SignInCaller } from './start-session.service.js';

/** Lets in whoever comes from a sign-in service, as the rules say, with the memberships that the service gives. */
@Injectable()
export class AdmitArrival {
  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountRepository,
    private readonly views: AccountViewRepository,
    private readonly identities: IdentityRepository,
    private readonly links: AccountLinks,
    private readonly starting: StartSession,
    private readonly log: AdminLogRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param invitation the token of the invitation that the person came with
   * @returns the token for the cookie
   * @throws Refused `signIn.…` that says why not
   */
  async admit(
    issuer: OidcIssuer,
    arrived: Arrived,
    invitation: string | null,
    caller: SignInCaller,
  ): Promise<string> {
    if (!isStrong(arrived.claims, issuer.requiredAmr)) throw new Refused('signIn.weak');
    const person = personOf(arrived.claims, issuer.claims);
    return this.dataSource.transaction(async (manager) => {
      // Two first sign-ins of one person at a time would both find no account.
      await this.identities.lock(manager, arrived);
      const grants = await this.grantsOf(manager, issuer, arrived);
      const accountId = await this.accountFor(manager, issuer, arrived, { person, grants, invitation });
      await this.map(manager, issuer, accountId, grants);
      const service = { id: issuer.id, idToken: arrived.idToken };
      const token = await this.starting.start(manager, caller, { accountId, passwordHash: null, service });
      if (token === null) throw new Refused('signIn.accountClosed');
      return token;
    });
  }

  private async accountFor(
    manager: EntityManager,
    issuer: OidcIssuer,
    arrived: Arrived,
    given: { person: ClaimedPerson; grants: readonly Grant[]; invitation: string | null },
  ): Promise<string> {
    const { person, grants, invitation } = given;
    const invited = invitation === null ? null : await this.links.use(manager, invitation);
    if (invited && invited.purpose !== 'invitation') throw new Refused('mailLink.wrong');
    const ofAddress = person.email === null ? null : await this.views.credentials(manager, person.email);
    const addressIsTheirs = isTheirs(issuer, person);
    const candidate = invited?.accountId ?? (addressIsTheirs ? ofAddress?.id : undefined) ?? null;
    const decision = welcome({
      tiedTo: await this.identities.accountOf(manager, arrived),
      invitedTo: invited?.accountId ?? null,
      otherIsTied: candidate !== null && (await this.identities.isTied(manager, candidate, issuer.issuer)),
      addressOf: ofAddress?.id ?? null,
      addressIsTheirs,
      hasAddress: person.email !== null,
      createsAccounts: issuer.accounts === 'create',
      hasMembership: grants.length > 0,
    });
    switch (decision.does) {
      case 'refuse':
        throw new Refused(decision.code);
      case 'enter':
        return decision.accountId;
      case 'tie':
        return this.tie(manager, issuer, arrived, decision.accountId);
      case 'create':
        return this.tie(manager, issuer, arrived, await this.create(manager, issuer, person));
    }
  }

  private async create(manager: EntityManager, issuer: OidcIssuer, person: ClaimedPerson): Promise<string> {
    const now = this.clock.now();
    const email = person.email ?? '';
    const name = person.name ?? email;
    const id = await this.accounts.create(manager, { email, name, passwordHash: null, now });
    if (!id) throw new Refused('signIn.addressTaken');
    await this.note(manager, id, 'account.created', { email, name, with: issuer.id });
    return id;
  }

  private async tie(
    manager: EntityManager,
    issuer: OidcIssuer,
    { issuer: address, subject }: Arrived,
    accountId: string,
  ): Promise<string> {
    const now = this.clock.now();
    const identity = { issuer: address, subject, issuerId: issuer.id, accountId, now };
    if (!(await this.identities.tie(manager, identity))) throw new Refused('signIn.tied');
    await this.note(manager, accountId, 'account.identity-tied', { with: issuer.id });
    return accountId;
  }

  /** The service's memberships are given anew at each sign-in; a rule that names what is not here gives none. */
  private async map(
    manager: EntityManager,
    issuer: OidcIssuer,
    accountId: string,
    grants: readonly Grant[],
  ): Promise<void> {
    const isChanged = await this.accounts.replaceIssued(manager, accountId, issuer.id, grants);
    if (isChanged) {
      await this.note(manager, accountId, 'account.memberships-mapped', {
        with: issuer.id,
        memberships: grants,
      });
    }
  }

  private async grantsOf(
    manager: EntityManager,
    issuer: OidcIssuer,
    { claims }: Arrived,
  ): Promise<readonly Grant[]> {
    const asked = mappedGrants(claims, issuer.memberships);
    const slugs = asked.map(({ municipality }) => municipality);
    return checkedGrants(asked, await this.accounts.grantPlaces(manager, slugs)).grants;
  }

  private note(
    manager: EntityManager,
    accountId: string,
    type: `account.${string}`,
    changes: object,
  ): Promise<void> {
    const at = this.clock.now();
    return this.log.append(manager, { at, actorAccountId: accountId, type, subjectId: accountId, changes });
  }
}

function isTheirs(issuer: OidcIssuer, { email, emailIsChecked }: ClaimedPerson): boolean {
  const domain = email?.toLowerCase().split('@')[1];
  return domain !== undefined && emailIsChecked && issuer.trustedDomains.includes(domain);
}
