import type { Commitment, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Language } from '@lofteskartan/shared/vocabulary';
import {
  dayInWords,
  expectedInWords,
  figureInWords,
  paceInWords,
} from '../medborgarlofte/progress-words.rules.js';
import { stockholmDate } from '../platform/dates.js';
import { escapeHtml } from '../platform/static/page-head.js';
import { lampScene, lampsOf } from './lamp-scene.js';
import { mainOf } from './share-words.rules.js';

/** Where the page's links lead, and in which language it speaks. */
export interface EmbedFrame {
  /** The origin that people see. */
  readonly publicUrl: string;
  /** The municipality's short name. */
  readonly place: string;
  readonly language: Language;
}

const words = {
  sv: {
    promise: 'Medborgarlöfte',
    all: 'Se hela löftet',
    each: 'Se allt som har gjorts',
    newTab: '(öppnas i en ny flik)',
    updated: (day: string) => `Uppdaterad ${day}.`,
    commitments: 'Alla åtaganden',
    missing: 'Det finns inget löfte att visa här',
    missingHow:
      'Adressen är inte rätt, eller så visas löftet inte längre. Sidan som ramen står på behöver en ny adress.',
    home: 'Till Löfteskartan',
  },
  en: {
    promise: 'Public promise',
    all: 'See the whole promise',
    each: 'See everything that was done',
    newTab: '(opens in a new tab)',
    updated: (day: string) => `Updated ${day}.`,
    commitments: 'All commitments',
    missing: 'There is no promise to show here',
    missingHow:
      'The address is wrong, or the promise is no longer shown. The page around this frame needs a new address.',
    home: 'To Löfteskartan',
  },
} as const;

/** The page that shows one commitment in a frame of another website. */
export function commitmentEmbed(commitment: Commitment, frame: EmbedFrame): string {
  const say = words[frame.language];
  const path = `/${commitment.municipality}/lofte/${commitment.slug}`;
  return document(commitment.title, frame, [
    night(commitment, frame),
    `<p>${escapeHtml(paceInWords(commitment.progress, frame.language))}.</p>`,
    foot(say.each, path, commitment.updatedAt, frame),
  ]);
}

/** The page that shows a promise: the path of its largest commitment, and how each of them goes. */
export function promiseEmbed(promise: Medborgarlofte, frame: EmbedFrame): string {
  const say = words[frame.language];
  const main = mainOf(promise.commitments);
  const rows = promise.commitments.map(({ title, progress, slug, municipality }) => {
    const way = link(`/${municipality}/lofte/${slug}`, title, frame);
    const figure = escapeHtml(figureInWords(progress, frame.language));
    const pace = escapeHtml(paceInWords(progress, frame.language));
    return `<li>${way}<span class="figure">${figure}</span><span class="soft">${pace}</span></li>`;
  });
  return document(promise.title, frame, [
    main ? night(main, frame, main.title) : '',
    `<h2>${say.commitments}</h2><ul>${rows.join('')}</ul>`,
    foot(say.all, `/${promise.municipality}/lofte`, promise.updatedAt, frame),
  ]);
}

/** The page in a frame whose address leads to no promise: a reader of the website around it meets words, not code. */
export function missingEmbed(frame: Omit<EmbedFrame, 'place'>): string {
  const say = words[frame.language];
  return document(say.missing, { ...frame, place: null }, [
    `<p>${say.missingHow}</p>`,
    `<p class="foot">${link('/', say.home, frame)}</p>`,
  ]);
}

function document(
  title: string,
  { place, language }: { readonly place: string | null; readonly language: Language },
  parts: readonly string[],
): string {
  const eyebrow = place === null ? 'Löfteskartan' : `${words[language].promise} · ${place}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(`${title} – ${eyebrow}`)}</title>
<link rel="stylesheet" href="/embed.css">
</head>
<body>
<main>
<p class="soft">${escapeHtml(eyebrow)}</p>
<h1>${escapeHtml(title)}</h1>
${parts.join('\n')}
</main>
</body>
</html>
`;
}

/** The path of lamps, once for narrow frames and once for wide ones; the words beside it say the same. */
function night({ progress }: Commitment, { language }: EmbedFrame, label?: string): string {
  const lamps = lampsOf(progress);
  const scene = (name: 'narrow' | 'wide', width: number, height: number): string => {
    const { svg, layout } = lampScene(lamps, { width, height, mostUnit: 56 }, name);
    const box = `0 0 ${String(width)} ${String(layout.height)}`;
    return `<svg class="${name}" viewBox="${box}" width="${String(width)}" height="${String(layout.height)}" aria-hidden="true" focusable="false">${svg}</svg>`;
  };
  const figure = figureInWords(progress, language);
  const [, done = figure, rest = ''] = /^(\d[\d\s]*)(\s.+)$/.exec(figure) ?? [];
  const expected = expectedInWords(progress, language, 'today');
  return [
    '<div class="night">',
    label === undefined ? '' : `<p>${escapeHtml(label)}</p>`,
    `<p class="count"><strong>${escapeHtml(done)}</strong>${escapeHtml(rest)}</p>`,
    lamps.states.length > 0 ? scene('narrow', 300, 170) + scene('wide', 640, 190) : '',
    expected === null ? '' : `<p class="expected">${capital(escapeHtml(expected))}</p>`,
    '</div>',
  ].join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function link(path: string, label: string, { publicUrl, language }: Omit<EmbedFrame, 'place'>): string {
  const address = escapeHtml(`${publicUrl}${encodeURI(path)}`);
  return `<a href="${address}" target="_blank" rel="noopener">${escapeHtml(label)}<span class="unseen"> ${words[language].newTab}</span></a>`;
}

function foot(label: string, path: string, updatedAt: string, frame: EmbedFrame): string {
  const day = dayInWords(stockholmDate(new Date(updatedAt)), frame.language);
  return `<p class="foot">${link(path, label, frame)} <span class="soft">${words[frame.language].updated(day)}</span></p>`;
}

/** The look of embedded pages: the tokens of the frontend that they need. */
export const embedStyle = `
:root {
  color-scheme: light dark;
  --ground: #faf7f0; --ink: #14213d; --soft: #4b5672; --line: #ddd6c6; --link: #1d4f91;
  --night: #0c1530; --night-low: #1c2a4e; --night-ink: #f6f1e4; --night-soft: #b9c2da; --lamp: #ffc94d;
}
@media (prefers-color-scheme: dark) {
  :root { --ground: #0b1222; --ink: #f1ede2; --soft: #b3bcd1; --line: #2a3757; --link: #9cc2ff; --night: #101a36; --night-low: #1e2c52; }
}
* { box-sizing: border-box; margin: 0; }
html { -webkit-text-size-adjust: 100%; }
body { background: var(--ground); color: var(--ink); font: 1rem/1.5 'Atkinson Hyperlegible Next', system-ui, sans-serif; overflow-wrap: break-word; }
main { display: grid; gap: .75rem; max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.375rem; line-height: 1.2; letter-spacing: -.012em; text-wrap: balance; }
h2 { font-size: 1rem; }
.soft { color: var(--soft); font-size: .875rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.night { padding: 1rem; border-radius: 6px; background: linear-gradient(var(--night), var(--night-low)); color: var(--night-ink); }
.count { font-size: 1.25rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
.count strong { color: var(--lamp); font-size: 2.25rem; letter-spacing: -.012em; }
.expected { color: var(--night-soft); font-size: .875rem; }
svg { display: block; width: 100%; height: auto; max-width: 100%; margin-top: .25rem; overflow: visible; }
.wide { display: none; }
ul { padding: 0; list-style: none; }
li { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .6rem 0; border-top: 1px solid var(--line); }
li a { line-height: 1.7; }
li .soft { grid-column: 1 / -1; }
.figure { font-variant-numeric: tabular-nums; text-align: end; }
.foot { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; }
.foot a { line-height: 2; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (min-width: 34rem) { .narrow { display: none; } .wide { display: block; } }
@media (forced-colors: active) { .night { border: 1px solid; } }
@media print { .night { background: none; color: #000; } .count strong, .expected { color: #000; } }
`;
