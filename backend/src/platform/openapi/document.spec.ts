import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentAjv } from '../../../test/support/contract-check.js';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import { codes } from '../problem/codes.js';
import { listRoutes } from '../routes.js';
import type { OpenApiDocument, Operation } from './document.js';
import { namesIn } from './json-schema.js';

const schemaMarker = /\/(schema|schemas\/[^/]+)$/;

/** Every schema in the document with where it is. */
function* schemasIn(value: unknown, pointer = ''): Generator<[pointer: string, schema: object]> {
  if (typeof value !== 'object' || value === null) return;
  if (schemaMarker.test(pointer) && !Array.isArray(value)) yield [pointer, value];
  for (const [key, member] of Object.entries(value)) {
    yield* schemasIn(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

describe('the OpenAPI document of the whole house', () => {
  let app: TestApp;
  let document: OpenApiDocument;
  let operations: [call: string, operation: Operation][];

  beforeAll(async () => {
    app = await startTestApp();
    const { status, headers, body } = await app.api().get<OpenApiDocument>('/openapi.json');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'application/json; charset=utf-8']);
    document = body;
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, Operation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    );
  });
  afterAll(() => app.stop());

  it('has every route, and every route declares itself', () => {
    const routes = listRoutes(app.app);
    expect(routes.filter(({ declaration }) => !declaration).map(({ handler }) => handler)).toEqual([]);
    expect(operations.map(([call]) => call).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
  });

  it('tells the classes that the controllers check', () => {
    for (const { handler, declaration, parameters } of listRoutes(app.app)) {
      expect([handler, parameters.body?.name]).toEqual([handler, declaration?.body?.name]);
      expect([handler, parameters.query?.name]).toEqual([handler, declaration?.query?.name]);
    }
  });

  it('names each operation once', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[a-z][A-Za-z0-9]+$/.test(id))).toBe(true);
  });

  it('refers to nothing that it does not hold, and holds nothing unused', () => {
    const { schemas } = document.components;
    const used = new Set(namesIn(document));
    expect([...used].filter((name) => !schemas[name])).toEqual([]);
    expect(Object.keys(schemas).filter((name) => !used.has(name))).toEqual([]);
  });

  it('has schemas that are JSON Schema', () => {
    const ajv = documentAjv(document);
    const unfit = [...schemasIn(document)].filter(([, schema]) => !ajv.validateSchema(schema));
    expect(unfit.map(([pointer]) => pointer)).toEqual([]);
  });

  it('has examples that fit their schemas', () => {
    const ajv = documentAjv(document);
    const wrong: string[] = [];
    for (const [call, operation] of operations) {
      const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((each) =>
        Object.values(each?.content ?? {}),
      );
      for (const { schema, example, examples } of contents) {
        const validate = ajv.compile({ ...schema, components: document.components });
        for (const value of [example, ...Object.values(examples ?? {}).map((each) => each.value)]) {
          if (value !== undefined && !validate(value))
            wrong.push(`${call}: ${ajv.errorsText(validate.errors)}`);
        }
      }
      for (const { name, schema } of operation.parameters) {
        const validate = ajv.compile(schema);
        for (const value of schema.examples ?? [])
          if (!validate(value)) wrong.push(`${call} ${name}: ${ajv.errorsText(validate.errors)}`);
      }
    }
    expect([...new Set(wrong)]).toEqual([]);
  });

  it('describes every operation, parameter and answer', () => {
    const silent = operations.flatMap(([call, { summary, tags, parameters, responses }]) => [
      ...(summary && tags.length === 1 ? [] : [call]),
      ...parameters.flatMap(({ name, description }) => (description ? [] : [`${call} ${name}`])),
      ...Object.entries(responses).flatMap(([status, { description }]) =>
        description ? [] : [`${call} ${status}`],
      ),
    ]);
    expect(silent).toEqual([]);
  });

  it('tells with which codes each call may be refused, security and keys included', () => {
    for (const [call, { security, parameters, responses, requestBody }] of operations) {
      const problems = Object.entries(responses).flatMap(([status, { description, content }]) =>
        content?.['application/problem+json']
          ? description
              .replaceAll('`', '')
              .split(', ')
              .map((code) => [status, code] as const)
          : [],
      );
      for (const [status, code] of problems)
        expect([code, String(codes[code as keyof typeof codes])]).toEqual([code, status]);
      const told = problems.map(([, code]) => code);
      expect([call, told]).toEqual([call, expect.arrayContaining(['server.failed'])]);
      if (parameters.some(({ name }) => name === 'Idempotency-Key'))
        expect(told).toContain('idempotency.required');
      if (requestBody) expect(told).toContain('input.invalid');
      if (security.length === 1 && security[0]?.session) expect(told).toContain('session.required');
    }
  });

  it('is a page for people: one heading, unique ids, links that lead somewhere, nothing inline', async () => {
    const { status, headers, body } = await app.api().get<string>('/api/docs');
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(body.match(/<h1/g)).toHaveLength(1);
    expect(body).toMatch(/^<!doctype html>\n<html lang="sv">/);
    expect(body).not.toMatch(/<script|<style| style=| on\w+=|https?:\/\/(?!localhost)[^<"]*\.(js|css)/);
    expect(Object.keys(codes).filter((code) => !ids.includes(code))).toEqual([]);
    const style = await app.api().get<string>('/api/docs.css');
    expect([style.status, style.headers.get('Content-Type')]).toEqual([200, 'text/css; charset=utf-8']);
  });
});
