import type { INestApplication } from '@nestjs/common';
import type { EndpointDeclaration } from './endpoint.js';

/** One route of the running application. */
export interface DeclaredRoute {
  /** `GET`, `POST` … */
  readonly method: string;
  /** With parameters in braces: `/api/v1/proposals/{reference}`. */
  readonly path: string;
  /** Class and method, for messages. */
  readonly handler: string;
  /** Undefined when `@Endpoint` is missing, which the guard refuses and a test reports. */
  readonly declaration: EndpointDeclaration | undefined;
}

/** Every route of an application with its declaration, sorted by path and method. */
export declare function listRoutes(app: INestApplication): DeclaredRoute[];
