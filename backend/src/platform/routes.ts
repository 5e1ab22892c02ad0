import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import {
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
  RouteParamtypes,
} from '@nestjs/common/internal';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { type EndpointDeclaration, endpointMetadata } from './endpoint.js';

/** What every address of the API begins with. */
export const apiPrefix = 'api/v1';

/** Addresses that lie outside the API: the platform's, the pages that other websites embed, feeds and calendars. */
export const outsideApi = [
  'health/live',
  'health/ready',
  'api/docs',
  'api/docs.css',
  'embed.css',
  'embed/:municipality',
  'embed/:municipality/:commitment',
  ':municipality/flode.atom',
  ':municipality/orter/:locality/flode.atom',
  ':municipality/lofte/:commitment/flode.atom',
  ':municipality/kalender.ics',
];

/** One route of the running application. */
export interface DeclaredRoute {
  /** `GET`, `POST` … */
  readonly method: string;
  /** With parameters in braces: `/api/v1/proposals/{reference}`. */
  readonly path: string;
  /** Class and method, for messages: `SubmitProposalController.send`. */
  readonly handler: string;
  /** The method's name alone. */
  readonly name: string;
  /** Undefined when `@Endpoint` is missing, which is refused at run time and which a test reports. */
  readonly declaration: EndpointDeclaration | undefined;
  /** The classes of the parameters decorated with `@Body()` and `@Query()`, for a test against the declaration. */
  readonly parameters: { readonly body?: Type<object>; readonly query?: Type<object> };
}

/** Every route of an application with its declaration, sorted by path and method. */
export function listRoutes(app: INestApplication): DeclaredRoute[] {
  return discoverRoutes(app.get(DiscoveryService, { strict: false }));
}

/** The same for what Nest injects: `DiscoveryService` instead of the application. */
export function discoverRoutes(discovery: DiscoveryService): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const routes = discovery.getControllers().flatMap(({ instance, metatype }) => {
    if (!metatype || !instance) return [];
    const prototype = Object.getPrototypeOf(instance) as object;
    return scanner
      .getAllMethodNames(prototype)
      .flatMap((name) => routesOf(metatype as Type<object>, prototype, name));
  });
  return routes.sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function routesOf(controller: Type<object>, prototype: object, name: string): DeclaredRoute[] {
  const handler = (prototype as Record<string, unknown>)[name] as object;
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const declaration = Reflect.getMetadata(endpointMetadata, handler) as EndpointDeclaration | undefined;
  const prefixes = pathsOf(controller);
  return pathsOf(handler).flatMap((own) =>
    prefixes.map((prefix) => ({
      method: RequestMethod[method],
      path: fullPath(prefix, own),
      handler: `${controller.name}.${name}`,
      name,
      declaration,
      parameters: parameterClasses(controller, prototype, name),
    })),
  );
}

function pathsOf(target: object): string[] {
  const paths = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return typeof paths === 'string' ? [paths] : (paths ?? ['']);
}

function fullPath(prefix: string, own: string): string {
  const path = [prefix, own]
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
  const whole = outsideApi.includes(path) ? path : `${apiPrefix}/${path}`;
  return `/${whole.replace(/:(\w+)/g, '{$1}')}`;
}

function parameterClasses(
  controller: Type<object>,
  prototype: object,
  name: string,
): DeclaredRoute['parameters'] {
  const types = (Reflect.getMetadata('design:paramtypes', prototype, name) ?? []) as Type<object>[];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { index: number }
  >;
  const classOf = (kind: RouteParamtypes): Type<object> | undefined => {
    const argument = Object.entries(args).find(([key]) => key.startsWith(`${kind}:`));
    return argument && types[argument[1].index];
  };
  return { body: classOf(RouteParamtypes.BODY), query: classOf(RouteParamtypes.QUERY) };
}
