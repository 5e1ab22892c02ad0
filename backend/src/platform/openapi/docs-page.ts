import { sentences } from '../problem/sentences.js';
import { codes } from '../problem/codes.js';
import type { OpenApiDocument, OpenApiParameter, OpenApiResponse, Operation } from './document.js';
import { type Html, html, withCode } from './html.js';
import { type JsonSchema, schemasPointer } from './json-schema.js';

interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** The API for people to read: one page without scripts, made of the same document that programs read. */
export function docsPage(document: OpenApiDocument): string {
  const calls = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Call => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    calls: calls.filter(({ operation }) => operation.tags[0] === name),
  }));
  const page = html`<!doctype html>
    <html lang="sv">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Löfteskartans API</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href="/api/docs.css" />
      </head>
      <body>
        <a class="skip" href="#innehall">Hoppa till innehållet</a>
        <header>
          <div class="wrap"><a class="brand" href="/">${lantern}Löfteskartan</a></div>
        </header>
        <div class="wrap columns">
          <nav aria-label="Innehåll">
            ${groups.filter((group) => group.calls.length > 0).map(contents)}
            <h2>Mer</h2>
            <ul>
              <li><a href="#svar">Former</a></li>
              <li><a href="#fel">Felkoder</a></li>
            </ul>
          </nav>
          <main id="innehall" tabindex="-1">
            ${introduction(document)} ${groups.filter((group) => group.calls.length > 0).map(group)}
            <section aria-labelledby="svar">
              <h2 id="svar">Former</h2>
              <p>Fälten i det som skickas och det som kommer tillbaka.</p>
              ${Object.entries(document.components.schemas).map(([name, schema]) => shape(name, schema))}
            </section>
            ${problems}
          </main>
        </div>
        <footer>
          <div class="wrap"><p>Fri programvara, EUPL-1.2. Version ${document.info.version}.</p></div>
        </footer>
      </body>
    </html> `;
  return page.text;
}

const lantern = html`<svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
  <path d="M13 25V11M8 25h10" stroke="currentColor" stroke-width="2.5" fill="none" />
  <circle class="flame" cx="13" cy="7.5" r="5" stroke="currentColor" stroke-width="2" />
</svg>`;

function introduction(document: OpenApiDocument): Html {
  return html`<h1>Löfteskartans API</h1>
    <p class="lead">
      Allt som sidorna visar kan också läsas och skickas av andra program. Den här sidan är gjord av samma
      beskrivning som program läser: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.
    </p>
    <dl class="facts">
      <dt>Adress</dt>
      <dd><code>${document.servers[0]?.url ?? ''}/api/v1</code></dd>
      <dt>Positioner</dt>
      <dd><code>[longitud, latitud]</code> i WGS 84</dd>
      <dt>Tider och datum</dt>
      <dd>RFC 3339 i UTC; datum som <code>ÅÅÅÅ-MM-DD</code> i svensk tid</dd>
      <dt>Listor</dt>
      <dd>
        <code>items</code> och <code>nextCursor</code>; fråga vidare med <code>cursor</code>, välj mängd med
        <code>limit</code>
      </dd>
      <dt>Skriva</dt>
      <dd>
        Skicka <code>Idempotency-Key</code> där det krävs: samma nyckel och innehåll ger samma svar, även vid
        omförsök
      </dd>
      <dt>Den som skickat in</dt>
      <dd>visar <code>Follow-Token</code> från kvittot</dd>
      <dt>Handläggare</dt>
      <dd>loggar in med <code>POST /api/v1/sessions</code> och får en kaka</dd>
      <dt>Fel</dt>
      <dd>
        <code>application/problem+json</code> på svenska eller engelska (<code>Accept-Language</code>), se
        <a href="#fel">felkoderna</a>
      </dd>
    </dl>`;
}

function contents({ name, calls }: { name: string; calls: readonly Call[] }): Html {
  return html`<h2 lang="en">${name}</h2>
    <ul>
      ${calls.map(
        ({ method, path, operation }) =>
          html`<li>
            <a href="#${operation.operationId}"
              ><span class="method">${method}</span> <span class="path">${shortPath(path)}</span></a
            >
          </li>`,
      )}
    </ul>`;
}

function group({ name, calls }: { name: string; calls: readonly Call[] }): Html {
  const id = `grupp-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}" lang="en">${name}</h2>
    ${calls.map(call)}
  </section>`;
}

function call({ method, path, operation }: Call): Html {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const [swedish, ...more] = description.split('\n\n');
  return html`<article aria-labelledby="${operationId}">
    <h3 id="${operationId}">
      <span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code>
    </h3>
    ${swedish ? html`<p>${withCode(swedish)}.</p>` : null}
    <p class="english" lang="en">${withCode(summary)}.</p>
    ${more.map((text) => html`<p lang="en">${withCode(text)}</p>`)}
    <p class="access">${accessSentence(operation)}</p>
    ${parameters.length > 0 ? parameterTable(parameters, `${method} ${path}`) : null}
    ${
      requestBody
        ? html`<h4>Skicka</h4>
            ${Object.entries(requestBody.content).map(([media, { schema }]) => html`<p><code>${media}</code>: ${typeOf(schema)}</p>`)}`
        : null
    }
    <h4>Svar</h4>
    <ul class="answers">
      ${Object.entries(responses).map(([status, response]) => answer(status, response))}
    </ul>
  </article>`;
}

function accessSentence({ security, 'x-roles': roles }: Operation): Html {
  if (roles)
    return html`För inloggade med rollen
    ${roles.map((role, i) => html`${i > 0 ? ', ' : ''}<code>${role}</code>`)}.`;
  const credentials = security.flatMap((each) => Object.keys(each));
  if (credentials.length === 0) return html`Öppet för alla.`;
  const names = credentials
    .map((each) => (each === 'session' ? 'inloggning' : 'Follow-Token'))
    .join(' eller ');
  const optional = security.some((each) => Object.keys(each).length === 0);
  return optional ? html`Öppet för alla; ${names} visar mer.` : html`Kräver ${names}.`;
}

function parameterTable(parameters: readonly OpenApiParameter[], of: string): Html {
  const places = { path: 'adress', query: 'fråga', header: 'huvud' };
  return html`<div class="scroll" role="region" tabindex="0" aria-label="Parametrar till ${of}">
    <table>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Var</th>
          <th scope="col">Form</th>
          <th scope="col" lang="en">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map(
          (each) =>
            html`<tr>
              <th scope="row">
                <code>${each.name}</code>${each.required ? html` <span class="must">krävs</span>` : null}
              </th>
              <td>${places[each.in]}</td>
              <td>${typeOf(each.schema)}</td>
              <td lang="en">${withCode(each.description)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function answer(status: string, { description, content }: OpenApiResponse): Html {
  const isProblem = Object.keys(content ?? {}).includes('application/problem+json');
  if (isProblem) {
    const found = description.replaceAll('`', '').split(', ');
    return html`<li>
      <strong>${status}</strong>
      ${found.map((code, i) => html`${i > 0 ? ', ' : ''}<a href="#${code}">${code}</a>`)}
    </li>`;
  }
  const forms = Object.entries(content ?? {}).map(
    ([media, { schema }]) => html` <code>${media}</code> ${typeOf(schema)}`,
  );
  return html`<li><strong>${status}</strong> <span lang="en">${withCode(description)}</span>${forms}</li>`;
}

function shape(name: string, schema: JsonSchema): Html {
  const id = `form-${name}`;
  const fields = Object.entries(schema.properties ?? {});
  return html`<article aria-labelledby="${id}">
    <h3 id="${id}" lang="en">${name}</h3>
    ${schema.description ? html`<p lang="en">${withCode(schema.description)}</p>` : null}
    ${
      fields.length > 0
        ? html`<div class="scroll" role="region" tabindex="0" aria-label="Fält i ${name}">
            <table>
              <thead>
                <tr>
                  <th scope="col">Fält</th>
                  <th scope="col">Form</th>
                  <th scope="col" lang="en">Meaning</th>
                </tr>
              </thead>
              <tbody>
                ${fields.map(
                  ([field, of]) =>
                    html`<tr>
                      <th scope="row">
                        <code>${field}</code
                        >${schema.required?.includes(field) ? null : html` <span class="may">frivilligt</span>`}
                      </th>
                      <td>${typeOf(of)}</td>
                      <td lang="en">${withCode(of.description ?? '')}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
        : html`<p>Tomt.</p>`
    }
  </article>`;
}

/** A schema in a few words, with links to the shapes that it names. */
function typeOf(schema: JsonSchema): Html {
  if (schema.$ref) {
    const name = schema.$ref.slice(schemasPointer.length);
    return html`<a href="#form-${name}" lang="en">${name}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return html`${choices.map((each, i) => html`${i > 0 ? ' | ' : ''}${typeOf(each)}`)}`;
  if (schema.enum)
    return html`${schema.enum.map((each, i) => html`${i > 0 ? ' | ' : ''}<code>${JSON.stringify(each)}</code>`)}`;
  if ('const' in schema) return html`<code>${JSON.stringify(schema.const)}</code>`;
  const types = [schema.type ?? 'any'].flat().join(' | ');
  if (types === 'array' && typeof schema.items === 'object')
    return html`lista av ${typeOf(schema.items)}${bounds(schema)}`;
  return html`<span lang="en">${types}</span
    >${schema.format ? html` (<span lang="en">${schema.format}</span>)` : null}${bounds(schema)}`;
}

function bounds({ minimum, maximum, minLength, maxLength, minItems, maxItems }: JsonSchema): string {
  const low = minimum ?? minLength ?? minItems;
  const high = maximum ?? maxLength ?? maxItems;
  if (low === undefined && high === undefined) return '';
  const unit = minLength !== undefined || maxLength !== undefined ? ' tecken' : '';
  if (low === undefined) return `, högst ${high}${unit}`;
  return high === undefined ? `, minst ${low}${unit}` : `, ${low}–${high}${unit}`;
}

const problems = html`<section aria-labelledby="fel">
  <h2 id="fel">Felkoder</h2>
  <p>
    Varje fel har en kod för program (<code>code</code>) och en mening för människor (<code>detail</code>).
  </p>
  <div class="scroll" role="region" tabindex="0" aria-label="Felkoder">
    <table>
      <thead>
        <tr>
          <th scope="col">Kod</th>
          <th scope="col">Status</th>
          <th scope="col">På svenska</th>
          <th scope="col" lang="en">In English</th>
        </tr>
      </thead>
      <tbody>
        ${Object.entries(codes).map(
          ([code, status]) =>
            html`<tr id="${code}">
              <th scope="row"><code>${code}</code></th>
              <td>${status}</td>
              <td>${sentences.sv.codes[code]}</td>
              <td lang="en">${sentences.en.codes[code]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
</section>`;

/** Addresses in the list of contents leave out what they all begin with. */
function shortPath(path: string): string {
  return path.replace(/^\/api\/v1/, '');
}
