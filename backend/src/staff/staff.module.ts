import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { SessionRepository } from './session.repository.js';
import { Sessions } from './sessions.service.js';

/** Organisations, accounts, memberships, sessions, and the guard that enforces who may call what. */
@Module({
  providers: [Sessions, SessionRepository, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [Sessions],
})
export class StaffModule {}
