import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type EndpointDeclaration, endpointMetadata } from '../endpoint.js';
import { addressSubject } from './address.js';
import { RateLimits } from './rate-limits.js';

/** Counts calls per address on routes that declare a policy. Others cost nothing. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaration = this.reflector.get<EndpointDeclaration | undefined>(
      endpointMetadata,
      context.getHandler(),
    );
    if (declaration?.rateLimit) {
      const { ip } = context.switchToHttp().getRequest<Request>();
      await this.rateLimits.consume(declaration.rateLimit, addressSubject(ip));
    }
    return true;
  }
}
