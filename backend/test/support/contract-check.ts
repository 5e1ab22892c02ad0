import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenApiDocument, Operation } from '../../src/platform/openapi/document.js';

const documentId = 'https://lofteskartan.example/openapi.json';

/** Holds answers against the OpenAPI document that the application serves. */
export class ContractCheck {
  private loaded: Promise<{ document: OpenApiDocument; ajv: Ajv2020 }> | null = null;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly url: string) {}

  /** @throws Error when the call or its status is not documented, or the body does not fit. */
  async check(method: string, path: string, response: Response, body: unknown): Promise<void> {
    const { document, ajv } = await (this.loaded ??= this.load());
    const { status } = response;
    const media = (response.headers.get('Content-Type') ?? '').split(';')[0]?.trim() ?? '';
    const found = operationOf(document, method, path);
    const call = `${method} ${path} → ${status}`;
    if (!found) {
      // Addresses and methods that do not exist answer a problem and nothing else.
      if (![403, 404, 405, 400].includes(status))
        throw new Error(`${call}: no such call in the OpenAPI document`);
      this.fit(ajv, '#/components/schemas/ProblemDetails', body, call);
      return;
    }
    const answer = found.operation.responses[String(status)];
    if (!answer) throw new Error(`${call}: this status is not documented (${JSON.stringify(body)})`);
    if (!answer.content) {
      if (body !== null && method !== 'HEAD') throw new Error(`${call}: an undocumented body`);
      return;
    }
    if (!answer.content[media]) throw new Error(`${call}: ${media || 'no media type'} is not documented`);
    const pointer = [
      'paths',
      found.path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      media,
      'schema',
    ];
    if (/json/.test(media)) this.fit(ajv, `#/${pointer.map(escapePointer).join('/')}`, body, call);
  }

  private fit(ajv: Ajv2020, pointer: string, body: unknown, call: string): void {
    let validate = this.validators.get(pointer);
    if (!validate) {
      validate = ajv.compile({ $ref: `${documentId}${pointer}` });
      this.validators.set(pointer, validate);
    }
    if (!validate(body)) {
      throw new Error(
        `${call}: the answer does not fit its schema: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body, null, 1)}`,
      );
    }
  }

  private async load(): Promise<{ document: OpenApiDocument; ajv: Ajv2020 }> {
    const response = await fetch(`${this.url}/api/v1/openapi.json`);
    const document = (await response.json()) as OpenApiDocument;
    return { document, ajv: documentAjv(document) };
  }
}

/** Ajv with a whole OpenAPI document in it, so that references from anywhere in it resolve. */
export function documentAjv(document: OpenApiDocument): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema({ ...document, $id: documentId });
  return ajv;
}

function operationOf(
  document: OpenApiDocument,
  method: string,
  path: string,
): { path: string; operation: Operation } | null {
  const fitting = Object.entries(document.paths)
    .filter(([template]) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}/?$`).test(path),
    )
    // Like the router: words before parameters.
    .sort(([a], [b]) => a.split('{').length - b.split('{').length);
  for (const [template, operations] of fitting) {
    const operation = operations[method === 'HEAD' ? 'get' : method.toLowerCase()];
    if (operation) return { path: template, operation };
  }
  return null;
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
