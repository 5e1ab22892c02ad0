import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountLinkRepository } from './account-link.repository.js';
import { AccountLinks } from './account-links.service.js';
import { AccountSecurity } from './account-security.service.js';
import { AccountSessionList } from './account-session-list.js';
import { AskPasswordResetService } from './ask-password-reset.service.js';
import { ChangeOwnPasswordService } from './change-own-password.service.js';
import { ChoosePasswordService } from './choose-password.service.js';
import { IdentityRepository } from './identity.repository.js';
import { LinkAddresses } from './link-addresses.js';
import { OwnAccountService } from './own-account.service.js';
import { OwnSecondFactor } from './own-second-factor.service.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactors } from './second-factors.service.js';
import { SignOutService } from './sign-out.service.js';
import { StaffMails } from './staff-mails.service.js';
import { StartSession } from './start-session.service.js';
import { AccountLinksController } from './account-links.controller.js';
import { AccountSecurityController } from './account-security.controller.js';
import { OwnAccountController } from './own-account.controller.js';
import { AdmitArrival } from './admit-arrival.service.js';
import { OidcClient } from './oidc-client.js';
import { ServiceSignIn } from './service-sign-in.service.js';
import { ServiceSignInsController } from './service-sign-ins.controller.js';
import { SignInFlowRepository } from './sign-in-flow.repository.js';
import { AccessGuard } from './access.guard.js';
import { AccountViewRepository } from './account-view.repository.js';
import { AccountRepository } from './account.repository.js';
import { AccountsController } from './accounts.controller.js';
import { AdminLogRepository } from './admin-log.repository.js';
import { AdminLog } from './admin-log.service.js';
import { ChangeAccountService } from './change-account.service.js';
import { ChangeOrganisationService } from './change-organisation.service.js';
import { CreateAccountService } from './create-account.service.js';
import { DemoStaff } from './demo-staff.service.js';
import { FoundOffice } from './found-office.service.js';
import { InstallationRightController } from './installation-right.controller.js';
import { InstallationRightRepository } from './installation-right.repository.js';
import { InstallationRightService } from './installation-right.service.js';
import { OrganisationRepository } from './organisation.repository.js';
import { OrganisationsController } from './organisations.controller.js';
import { Passwords } from './passwords.service.js';
import { ReadAccountsService } from './read-accounts.service.js';
import { ReadOrganisationsService } from './read-organisations.service.js';
import { SeedStaff } from './seed-staff.service.js';
import { SessionRepository } from './session.repository.js';
import { SessionsController } from './sessions.controller.js';
import { Sessions } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** Organisations, accounts, memberships, sessions, and the guard that enforces who may call what. */
@Module({
  controllers: [
    AccountsController,
    AccountLinksController,
    AccountSecurityController,
    InstallationRightController,
    OrganisationsController,
    OwnAccountController,
    ServiceSignInsController,
    SessionsController,
  ],
  providers: [
    AccountLinkRepository,
    AccountLinks,
    AccountSecurity,
    AccountSessionList,
    AskPasswordResetService,
    ChangeOwnPasswordService,
    ChoosePasswordService,
    IdentityRepository,
    LinkAddresses,
    OwnAccountService,
    OwnSecondFactor,
    SecondFactorRepository,
    SecondFactors,
    SignOutService,
    StaffMails,
    StartSession,
    AccountRepository,
    AdmitArrival,
    OidcClient,
    ServiceSignIn,
    SignInFlowRepository,
    AccountViewRepository,
    AdminLog,
    AdminLogRepository,
    ChangeAccountService,
    ChangeOrganisationService,
    CreateAccountService,
    DemoStaff,
    FoundOffice,
    InstallationRightRepository,
    InstallationRightService,
    OrganisationRepository,
    Passwords,
    ReadAccountsService,
    ReadOrganisationsService,
    SeedStaff,
    SessionRepository,
    Sessions,
    SignInService,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [AdminLog, DemoStaff, FoundOffice, SeedStaff],
})
export class StaffModule {}
