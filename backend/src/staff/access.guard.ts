import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { type Access, type EndpointDeclaration, endpointMetadata } from '../platform/endpoint.js';
import { Refused } from '../platform/problem/refused.js';
import { readCookies, sessionCookie } from '../platform/security/cookies.js';
import type { StaffMember, StaffRequest } from '../platform/staff-member.js';
import { holdsAnyRole } from './access.rules.js';
import { Sessions } from './sessions.service.js';

/**
 * Enforces what each route declares with `@Endpoint({ access })`. A route that declares nothing is refused. The database is
 * asked only when a session cookie comes along, and on routes for anyone only when they say that a session opens more. What
 * is answered to a signed-in person is kept by no cache.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaration = this.reflector.get<EndpointDeclaration | undefined>(
      endpointMetadata,
      context.getHandler(),
    );
    if (!declaration) throw new Refused('route.undeclared');
    const request = context.switchToHttp().getRequest<StaffRequest>();
    await this.admit(declaration.access, request);
    if (request.staff) {
      context.switchToHttp().getResponse<Response>().setHeader('Cache-Control', 'private, no-store');
    }
    return true;
  }

  private async admit(access: Access, request: StaffRequest): Promise<void> {
    switch (access.who) {
      case 'anyone':
        if (access.may?.includes('session')) request.staff = (await this.staffOf(request)) ?? undefined;
        return;
      case 'sender':
        if (!request.get('Follow-Token')) throw new Refused('followToken.required');
        return;
      case 'session':
        request.staff = await this.signedIn(request, access.beforeSecondFactor ?? false);
        return;
      case 'staff': {
        const staff = await this.signedIn(request, false);
        if (!holdsAnyRole(staff, access.roles)) throw new Refused('role.insufficient');
        request.staff = staff;
        return;
      }
      case 'installation-admin': {
        const staff = await this.signedIn(request, false);
        if (!staff.isInstallationAdmin) throw new Refused('installation.notYours');
        request.staff = staff;
      }
    }
  }

  private async signedIn(request: StaffRequest, beforeSecondFactor: boolean): Promise<StaffMember> {
    const holder = await this.holderOf(request);
    if (!holder) throw new Refused('session.required');
    if (holder.mustSetUp && !beforeSecondFactor) throw new Refused('secondFactor.required');
    return holder.staff;
  }

  /** On routes for anyone, who has to set up a second factor is nobody yet. */
  private async staffOf(request: StaffRequest): Promise<StaffMember | null> {
    const holder = await this.holderOf(request);
    return holder && !holder.mustSetUp ? holder.staff : null;
  }

  private async holderOf(request: StaffRequest): ReturnType<Sessions['holderOf']> {
    const token = readCookies(request.headers.cookie)[sessionCookie];
    const inUse = request.get('Session-Use') !== 'background';
    return token ? this.sessions.holderOf(token, { inUse }) : null;
  }
}
