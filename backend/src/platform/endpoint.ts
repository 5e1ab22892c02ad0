import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import type { Role } from '@lofteskartan/shared/vocabulary';
import type { Code } from './problem/codes.js';
import type { RateLimitPolicy } from './rate-limits/policies.js';

/** Who may call a route. Data: one guard enforces it, a table test walks it, OpenAPI prints it. */
export type Access =
  /** Everyone; `may` names credentials that are read when they come along and open more. */
  | { readonly who: 'anyone'; readonly may?: readonly ('followToken' | 'session')[] }
  /** The sender of a proposal, by the header `Follow-Token`. */
  | { readonly who: 'sender' }
  /** Anyone who is signed in; administrators who have to set up a second factor only where it says so. */
  | { readonly who: 'session'; readonly beforeSecondFactor?: true }
  /** Signed-in staff who hold at least one of the roles, in whichever municipality; the service checks the row's. */
  | { readonly who: 'staff'; readonly roles: readonly Role[] }
  /** Signed-in staff who look after the whole installation. */
  | { readonly who: 'installation-admin' };

/** What a route answers with under one status. */
export type Answer =
  /** JSON of a class of the contract. */
  | Type<object>
  /** No body. */
  | 'nothing'
  /** The same as GeoJSON (`application/geo+json`). */
  | { readonly geojson: Type<object> }
  /** Bytes or text of these media types. */
  | { readonly media: readonly string[]; readonly description: { readonly en: string } };

/** Files that a route takes as multipart/form-data. */
interface MultipartFiles {
  /** The form field, which may be repeated. */
  readonly field: string;
  readonly maxFiles: number;
  readonly maxBytesEach: number;
  readonly media: readonly string[];
}

/** A route's contract as data. */
export interface EndpointDeclaration {
  /** One line on what the call does. */
  readonly summary: { readonly sv?: string; readonly en: string };
  /** More than a line, where it is needed. */
  readonly description?: { readonly sv?: string; readonly en: string };
  readonly access: Access;
  /** Groups the call in the documentation. */
  readonly tags: readonly string[];
  readonly body?: Type<object>;
  readonly multipart?: MultipartFiles;
  readonly query?: Type<object>;
  /** Success answers by status; the first is the one a controller's plain return value is sent with. */
  readonly answers: { readonly [Status in 200 | 201 | 202 | 204 | 304]?: Answer };
  /** The codes that the room itself may refuse with; what the platform adds is added by `refusalsOf`. */
  readonly refusals: readonly Code[];
  /** What is not found is told to a browser with a page of the route's own; a program gets the refusal. */
  readonly missingPage?: true;
  /** Demands an `Idempotency-Key`. */
  readonly idempotent?: boolean;
  /** Takes a file's text, or a text for each of many things, in its body: up to 2 MB instead of 100 kB. */
  readonly takesFile?: boolean;
  readonly rateLimit?: RateLimitPolicy;
}

/** Under this key a handler's declaration is found with Nest's `Reflector`. */
export const endpointMetadata = 'lofteskartan:endpoint';

/** Declares a route's contract. A route without it is refused at run time and fails the route test. */
export function Endpoint(declaration: EndpointDeclaration): MethodDecorator {
  const statuses = Object.keys(declaration.answers).map(Number);
  const status = statuses.find((each) => each >= 200 && each < 300);
  if (status === undefined)
    throw new Error(`An endpoint declares no success answer: ${declaration.summary.en}`);
  return applyDecorators(SetMetadata(endpointMetadata, declaration), HttpCode(status));
}
