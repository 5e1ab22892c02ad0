import { codes } from '../problem/codes.js';
import { sentences } from '../problem/sentences.js';
import { type Call, callArticle, shapeArticle } from './docs-articles.js';
import type { OpenApiDocument } from './document.js';
import { type Markup, markup } from './markup.js';

interface Group {
  readonly name: string;
  readonly calls: readonly Call[];
}

/** The API for people to read: one page without scripts, made of the same document that programs read. */
export function docsPage(document: OpenApiDocument): string {
  const groups = groupsOf(document);
  const page = markup`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Löfteskartans API</title>
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#innehall">Hoppa till innehållet</a>
<header><div class="wrap"><a class="brand" href="/">${lantern}Löfteskartan</a></div></header>
<main id="innehall" class="wrap columns" tabindex="-1">
<div class="intro">
${introduction(document)}
</div>
<nav aria-label="Innehåll">
${groups.map(contents)}
<h2>Mer</h2>
<ul><li><a href="#former">Former</a></li><li><a href="#felkoder">Felkoder</a></li></ul>
</nav>
<div>
${groups.map(section)}
<section aria-labelledby="former">
<h2 id="former">Former</h2>
<p>Fälten i det som skickas och i det som kommer tillbaka.</p>
${Object.entries(document.components.schemas).map(([name, schema]) => shapeArticle(name, schema))}
</section>
${problems}
</div>
</main>
<footer><div class="wrap"><p>Fri programvara, EUPL-1.2. Version ${document.info.version}.</p></div></footer>
</body>
</html>
`;
  return page.text;
}

function groupsOf({ paths, tags }: OpenApiDocument): Group[] {
  const calls = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): Call => ({
      method: method.toUpperCase(),
      path,
      operation,
    })),
  );
  return tags
    .map(({ name }) => ({ name, calls: calls.filter(({ operation }) => operation.tags[0] === name) }))
    .filter((group) => group.calls.length > 0);
}

const lantern = markup`<svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false">
<path d="M13 25V11M8 25h10" stroke="currentColor" stroke-width="2.5" fill="none"/>
<circle class="flame" cx="13" cy="7.5" r="5" stroke="currentColor" stroke-width="2"/></svg>`;

function introduction({ servers }: OpenApiDocument): Markup {
  return markup`<h1>Löfteskartans API</h1>
<p class="lead">Allt som sidorna visar kan andra program läsa och skicka. Den här sidan är gjord av samma beskrivning som
program läser: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<dl class="facts">
<dt>Adress</dt><dd><code>${servers[0]?.url}/api/v1</code></dd>
<dt>Positioner</dt><dd><code>[longitud, latitud]</code> i WGS 84</dd>
<dt>Tider och datum</dt><dd>RFC 3339 i UTC. Datum är <code>ÅÅÅÅ-MM-DD</code> i svensk tid.</dd>
<dt>Listor</dt><dd>Svaret har <code>items</code> och <code>nextCursor</code>. Fortsätt med <code>cursor</code> och välj mängd
med <code>limit</code>.</dd>
<dt>Skicka in</dt><dd>Skicka <code>Idempotency-Key</code> där den krävs. Samma nyckel och innehåll ger samma svar, så ett
omförsök blir aldrig ett nytt ärende.</dd>
<dt>Du som har skickat in</dt><dd>Visa <code>Follow-Token</code> från kvittot.</dd>
<dt>Du som handlägger</dt><dd>Logga in med <code>POST /api/v1/sessions</code>. Du får en kaka.</dd>
<dt>Fel</dt><dd><code>application/problem+json</code> på svenska eller engelska efter <code>Accept-Language</code>. Se
<a href="#felkoder">felkoderna</a>.</dd>
</dl>`;
}

function contents({ name, calls }: Group): Markup {
  const links = calls.map(
    ({
      method,
      path,
      operation,
    }) => markup`<li><a href="#${operation.operationId}"><span class="method">${method}</span>
<span class="path">${path.replace(/^\/api\/v1/, '')}</span></a></li>\n`,
  );
  return markup`<h2 lang="en">${name}</h2>\n<ul>${links}</ul>\n`;
}

function section({ name, calls }: Group): Markup {
  const id = `grupp-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return markup`<section aria-labelledby="${id}">\n<h2 id="${id}" lang="en">${name}</h2>\n${calls.map(callArticle)}</section>\n`;
}

const problemRows = Object.entries(codes).map(
  ([code, status]) => markup`<tr id="${code}"><th scope="row"><code>${code}</code></th><td>${status}</td>
<td>${sentences.sv.codes[code]}</td><td lang="en">${sentences.en.codes[code]}</td></tr>\n`,
);

const problems = markup`<section aria-labelledby="felkoder">
<h2 id="felkoder">Felkoder</h2>
<p>Varje fel har en kod för program (<code>code</code>) och en mening för människor (<code>detail</code>).</p>
<div class="scroll" role="region" tabindex="0" aria-label="Felkoder i en tabell"><table>
<thead><tr><th scope="col">Kod</th><th scope="col">Status</th><th scope="col">På svenska</th>
<th scope="col">På engelska</th></tr></thead>
<tbody>${problemRows}</tbody>
</table></div>
</section>`;
