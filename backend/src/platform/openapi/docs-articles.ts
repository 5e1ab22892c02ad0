import type { OpenApiParameter, OpenApiResponse, Operation } from './document.js';
import { type JsonSchema, schemasPointer } from './json-schema.js';
import { type Markup, markup, withCode } from './markup.js';

/** An operation with its address. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** What a call does, takes and answers. */
export function callArticle({ method, path, operation }: Call): Markup {
  const {
    operationId,
    summary,
    description,
    'x-swedish': swedish,
    parameters,
    requestBody,
    responses,
  } = operation;
  const sent = Object.entries(requestBody?.content ?? {}).map(
    ([media, { schema }]) => markup`<p>Skicka <code>${media}</code>: ${typeOf(schema)}</p>\n`,
  );
  return markup`<article aria-labelledby="${operationId}">
<h3 id="${operationId}"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></h3>
${paragraph(swedish.summary && `${swedish.summary}.`)}${paragraph(swedish.description)}<div class="english" lang="en">
${paragraph(`${summary}.`)}${paragraph(description)}</div>
<p class="access">${accessSentence(operation)}</p>
${parameterTable(parameters, `${method} ${path}`)}${sent}<h4>Svar</h4>
<ul class="answers">${Object.entries(responses).map(([status, response]) => answerItem(status, response))}</ul>
</article>
`;
}

function paragraph(text: string | undefined): Markup | null {
  return text ? markup`<p>${withCode(text)}</p>\n` : null;
}

/** The fields of a class of the contract. */
export function shapeArticle(name: string, schema: JsonSchema): Markup {
  const rows = Object.entries(schema.properties ?? {}).map(
    ([
      field,
      of,
    ]) => markup`<tr><th scope="row"><code>${field}</code>${mark(schema.required?.includes(field) ? '' : 'frivilligt')}</th>
<td>${typeOf(of)}</td><td lang="en">${withCode(of.description ?? '')}</td></tr>\n`,
  );
  const table = markup`<div class="scroll" role="region" tabindex="0" aria-label="Fälten i ${name}"><table>
<thead><tr><th scope="col">Fält</th><th scope="col">Form</th><th scope="col">Betydelse</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
  return markup`<article aria-labelledby="form-${name}">
<h3 id="form-${name}" lang="en">${name}</h3>
${schema.description && markup`<p lang="en">${withCode(schema.description)}</p>\n`}${rows.length > 0 ? table : markup`<p>Inga fält.</p>`}
</article>
`;
}

function accessSentence({ security, 'x-roles': roles }: Operation): Markup {
  if (roles)
    return markup`För inloggade med rollen ${joined(
      roles.map((role) => markup`<code>${role}</code>`),
      ' eller ',
    )}.`;
  const credentials = security.flatMap((each) => Object.keys(each));
  if (credentials.length === 0) return markup`Öppet för alla.`;
  const names = credentials
    .map((each) => (each === 'session' ? 'inloggning' : 'Follow-Token'))
    .join(' eller ');
  const optional = security.some((each) => Object.keys(each).length === 0);
  return optional ? markup`Öppet för alla. Med ${names} syns mer.` : markup`Kräver ${names}.`;
}

const places = { path: 'adressen', query: 'frågan', header: 'huvudet' };

function parameterTable(parameters: readonly OpenApiParameter[], call: string): Markup {
  const rows = parameters.map(
    ({
      name,
      required,
      in: place,
      schema,
      description,
    }) => markup`<tr><th scope="row"><code>${name}</code>${mark(required ? 'krävs' : '')}</th>
<td>${places[place]}</td><td>${typeOf(schema)}</td><td lang="en">${withCode(description)}</td></tr>\n`,
  );
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="Parametrar till ${call}"><table>
<thead><tr><th scope="col">Parameter</th><th scope="col">I</th><th scope="col">Form</th><th scope="col">Betydelse</th></tr></thead>
<tbody>${rows}</tbody></table></div>
`;
}

function mark(word: string): Markup | null {
  return word ? markup` <span class="mark">${word}</span>` : null;
}

function answerItem(status: string, { description, content }: OpenApiResponse): Markup {
  const forms = Object.entries(content ?? {});
  if (forms.some(([media]) => media === 'application/problem+json')) {
    const found = description.replaceAll('`', '').split(', ');
    return markup`<li><strong>${status}</strong> ${joined(
      found.map((code) => markup`<a href="#${code}">${code}</a>`),
      ', ',
    )}</li>\n`;
  }
  const told = forms.map(([media, { schema }]) => markup` <code>${media}</code> ${typeOf(schema)}`);
  return markup`<li><strong>${status}</strong> <span lang="en">${withCode(description)}</span>${told}</li>\n`;
}

/** A schema in a few words, with links to the shapes that it names. */
function typeOf(schema: JsonSchema): Markup | null {
  if (schema.$ref) {
    const name = schema.$ref.slice(schemasPointer.length);
    return markup`<a href="#form-${name}" lang="en">${name}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return joined(choices.map(typeOf), ' | ');
  if (schema.enum)
    return joined(
      schema.enum.map((each) => markup`<code>${JSON.stringify(each)}</code>`),
      ' | ',
    );
  if ('const' in schema) return markup`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.type === undefined) return null;
  if (schema.type === 'array' && typeof schema.items === 'object')
    return markup`lista av ${typeOf(schema.items)}${bounds(schema)}`;
  const types = typeof schema.type === 'string' ? schema.type : schema.type.join(' | ');
  return markup`<span lang="en">${types}${schema.format && ` (${schema.format})`}</span>${bounds(schema)}`;
}

function bounds({ minimum, maximum, minLength, maxLength, minItems, maxItems }: JsonSchema): string {
  const low = minimum ?? minLength ?? minItems;
  const high = maximum ?? maxLength ?? maxItems;
  const unit = minLength !== undefined || maxLength !== undefined ? ' tecken' : '';
  if (low === undefined) return high === undefined ? '' : `, högst ${high}${unit}`;
  return high === undefined ? `, minst ${low}${unit}` : `, ${low}–${high}${unit}`;
}

function joined(parts: readonly (Markup | null)[], between: string): Markup {
  return markup`${parts.map((part, i) => markup`${i > 0 ? between : ''}${part}`)}`;
}
