import type { Type } from '@nestjs/common';
import { ProblemDetails } from '@lofteskartan/shared/contracts/problem';
import { classDescription } from '@lofteskartan/shared/describe';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { Access, Answer, EndpointDeclaration } from '../endpoint.js';
import type { Code } from '../problem/codes.js';
import { problemOf } from '../problem/problem.js';
import { Refused } from '../problem/refused.js';
import type { DeclaredRoute } from '../routes.js';
import { sessionCookie } from '../security/cookies.js';
import { contractSchemas } from './contract-schemas.js';
import { refusalsByStatus } from './declared-refusals.js';
import { exampleOf } from './examples.js';
import { type JsonSchema, refTo } from './json-schema.js';
import { pathParameters } from './path-parameters.js';

/** An operation of the document. */
export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  /** The same in Swedish. */
  readonly 'x-swedish': { readonly summary?: string; readonly description?: string };
  readonly tags: readonly string[];
  readonly security: readonly Record<string, readonly string[]>[];
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
  readonly 'x-roles'?: readonly string[];
}

/** A parameter in a path, query or header. */
export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly explode?: boolean;
}

/** An answer with one status. */
export interface OpenApiResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>;
  readonly content?: Content;
}

type Content = Readonly<
  Record<
    string,
    {
      readonly schema: JsonSchema;
      readonly example?: unknown;
      readonly examples?: Record<string, { value: unknown }>;
    }
  >
>;

/** The whole document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license: object;
  };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: object;
  };
}

const problemMedia = 'application/problem+json';

/** The OpenAPI document of an application's routes. */
export function openApiDocument(
  routes: readonly DeclaredRoute[],
  publicUrl: string,
  version: string,
): OpenApiDocument {
  const declared = routes.flatMap((route) =>
    route.declaration ? [{ route, declaration: route.declaration }] : [],
  );
  const sent = declared.flatMap(({ declaration }) => declaration.body ?? []);
  const asked = declared.flatMap(({ declaration }) => declaration.query ?? []);
  const answered = declared.flatMap(({ declaration }) =>
    Object.values(declaration.answers).flatMap(classesOf),
  );
  const schemas = contractSchemas([...sent, ...asked, ...answered, ProblemDetails], sent);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const { route, declaration } of declared) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operationOf(route, declaration, schemas),
    };
  }
  const unseen = new Set(asked.map((each) => each.name));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Löfteskartan',
      version,
      description:
        'Positions are `[lng, lat]` in WGS 84, times RFC 3339 in UTC, dates `YYYY-MM-DD` in Europe/Stockholm. ' +
        'Errors are problem details (RFC 9457) in Swedish or English by `Accept-Language`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
    tags: tagsOf(declared.flatMap(({ declaration }) => declaration.tags)),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => !unseen.has(name))),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description: 'Staff, after `POST /api/v1/sessions`.',
        },
        followToken: {
          type: 'apiKey',
          in: 'header',
          name: 'Follow-Token',
          description: 'The sender of a proposal, from the receipt.',
        },
      },
    },
  };
}

/** Rooms by name, then what every program has. */
function tagsOf(tags: readonly string[]): { name: string }[] {
  const last = ['Documentation', 'Health'];
  const names = [...new Set(tags)].sort((a, b) => last.indexOf(a) - last.indexOf(b) || (a < b ? -1 : 1));
  return names.map((name) => ({ name }));
}

function operationOf(
  route: DeclaredRoute,
  declaration: EndpointDeclaration,
  schemas: Record<string, JsonSchema>,
): Operation {
  const { summary, description, access, tags } = declaration;
  return {
    operationId: operationId(route),
    summary: summary.en,
    ...(description ? { description: description.en } : {}),
    'x-swedish': { summary: summary.sv, description: description?.sv },
    tags,
    security: securityOf(access),
    ...(access.who === 'staff' ? { 'x-roles': access.roles } : {}),
    parameters: parametersOf(route, declaration, schemas),
    ...requestOf(declaration, schemas),
    responses: {
      ...successesOf(declaration, schemas),
      ...Object.fromEntries(
        refusalsByStatus(route).map(([status, codes]) => [
          status,
          problemAnswer(status, codes, status === 404 && declaration.missingPage === true),
        ]),
      ),
    },
  };
}

/** `GET /api/v1/municipalities/{slug}/places` is `getMunicipalitiesBySlugPlaces`. */
function operationId({ method, path }: DeclaredRoute): string {
  const words = path
    .replace(/^\/api\/v1/, '')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/^\{(\w+)\}$/, 'by-$1'))
    .flatMap((segment) => segment.split(/[^A-Za-z0-9]+/));
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

function securityOf(access: Access): Record<string, string[]>[] {
  if (access.who === 'anyone') {
    return access.may?.length ? [{}, ...access.may.map((credential) => ({ [credential]: [] }))] : [];
  }
  return access.who === 'sender' ? [{ followToken: [] }] : [{ session: [] }];
}

function parametersOf(
  route: DeclaredRoute,
  { query, idempotent }: EndpointDeclaration,
  schemas: Record<string, JsonSchema>,
): OpenApiParameter[] {
  const inPath = pathParameters(route.path).map((each) => ({ ...each, in: 'path' as const, required: true }));
  const schema = query && schemas[query.name];
  const inQuery = Object.entries(schema?.properties ?? {}).map(([name, { description, ...field }]) => ({
    name,
    in: 'query' as const,
    required: schema?.required?.includes(name) ?? false,
    description: description ?? '',
    schema: field,
    ...(field.type === 'array' ? { explode: true } : {}),
  }));
  return [...inPath, ...inQuery, ...(idempotent ? [idempotencyKey] : []), acceptLanguage];
}

const idempotencyKey: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A value of your own, kept for seven days: the same key and body get the same answer.',
  schema: {
    type: 'string',
    minLength: LIMITS.idempotencyKeyMin,
    maxLength: LIMITS.idempotencyKeyMax,
    pattern: '^[\\x21-\\x7e][\\x20-\\x7e]*[\\x21-\\x7e]$',
    examples: ['5d0a5b0e-8a53-4f5a-bb0e-0f8a6c2f4c55'],
  },
};

const acceptLanguage: OpenApiParameter = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'The language of texts and errors: `sv` (default) or `en`.',
  schema: { type: 'string', examples: ['sv'] },
};

function requestOf(
  { body, multipart }: EndpointDeclaration,
  schemas: Record<string, JsonSchema>,
): Pick<Operation, 'requestBody'> {
  if (multipart) {
    const { field, maxFiles, maxBytesEach, media } = multipart;
    const description = `At most ${maxFiles} files of at most ${maxBytesEach} bytes each: ${media.join(', ')}.`;
    const files = {
      type: 'array',
      description,
      items: { type: 'string', format: 'binary' },
      minItems: 1,
      maxItems: maxFiles,
    };
    const schema = {
      type: 'object',
      properties: { [field]: files },
      required: [field],
      additionalProperties: false,
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  return body ? { requestBody: { required: true, content: jsonOf(body, schemas) } } : {};
}

function jsonOf(
  contract: Type<object>,
  schemas: Record<string, JsonSchema>,
  media = 'application/json',
): Content {
  const schema = refTo(contract.name);
  return { [media]: { schema, example: exampleOf(schema, schemas) } };
}

function successesOf(
  { answers }: EndpointDeclaration,
  schemas: Record<string, JsonSchema>,
): Record<string, OpenApiResponse> {
  return Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [status, successOf(status, answer, schemas)]),
  );
}

function successOf(status: string, answer: Answer, schemas: Record<string, JsonSchema>): OpenApiResponse {
  if (answer === 'nothing')
    return {
      description:
        status === '304' ? 'Not changed since the `ETag` that was sent.' : 'Done; there is no content.',
    };
  if (typeof answer === 'function')
    return { description: classDescription(answer) ?? answer.name, content: jsonOf(answer, schemas) };
  if ('geojson' in answer)
    return {
      description: classDescription(answer.geojson) ?? answer.geojson.name,
      content: jsonOf(answer.geojson, schemas, 'application/geo+json'),
    };
  return {
    description: answer.description.en,
    content: Object.fromEntries(answer.media.map((media) => [media, { schema: {} }])),
  };
}

function classesOf(answer: Answer): Type<object>[] {
  if (typeof answer === 'function') return [answer];
  return typeof answer === 'object' && 'geojson' in answer ? [answer.geojson] : [];
}

/** @param withPage whether a browser gets a page instead */
function problemAnswer(status: number, codes: readonly Code[], withPage: boolean): OpenApiResponse {
  const examples = Object.fromEntries(
    codes.map((code) => [code, { value: problemOf(new Refused(code), 'sv') }]),
  );
  return {
    description: codes.map((code) => `\`${code}\``).join(', '),
    headers:
      status === 429 || status === 503
        ? { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
        : undefined,
    content: {
      [problemMedia]: {
        schema: { allOf: [refTo('ProblemDetails'), { properties: { code: { enum: codes } } }] },
        examples,
      },
      ...(withPage ? { 'text/html': { schema: {} } } : {}),
    },
  };
}
