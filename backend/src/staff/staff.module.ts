import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
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
  controllers: [AccountsController, InstallationRightController, OrganisationsController, SessionsController],
  providers: [
    AccountRepository,
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
