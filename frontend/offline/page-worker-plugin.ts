import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** A page that opens without a network. */
interface OfflinePage {
  /** What it keeps is named after this. */
  readonly name: string;
  /** Its address, and the scope of its worker. */
  readonly path: string;
  /** The addresses below that the page is answered for. */
  readonly pages: RegExp;
  /** What it starts from besides the frame: the page and its words in every language. */
  readonly starts: readonly RegExp[];
}

const offlinePages: readonly OfflinePage[] = [
  {
    name: 'lofteskartan-bilen',
    path: '/arbete/bilen',
    pages: /^\/arbete\/bilen$/,
    starts: [
      /src\/pages\/work-car\.page\.tsx$/,
      /locales\/[^/]+\/(?:app|ui|words|work|work-car|work-activities)\.json$/,
    ],
  },
  {
    name: 'lofteskartan-vandring',
    path: '/arbete/trygghetsvandring',
    pages: /^\/arbete\/trygghetsvandring\/[^/]+\/ute$/,
    starts: [
      /src\/pages\/work-walk-outside\.page\.tsx$/,
      /locales\/[^/]+\/(?:app|ui|words|work|walks|work-walks|inventory)\.json$/,
    ],
  },
  {
    name: 'lofteskartan-bordet',
    path: '/arbete/bordet',
    pages: /^\/arbete\/bordet\/[^/]+$/,
    starts: [
      /src\/pages\/work-dialogue-table\.page\.tsx$/,
      /locales\/[^/]+\/(?:app|ui|words|work|dialogue-table)\.json$/,
    ],
  },
];
/** Files that style sheets and the frame name. */
const named = /-latin-(?:400|700)-normal[^/]*\.woff2$/;

/** Every file that a page needs before it can be used, as the browser asks for it. */
function filesOf(bundle: Rolldown.OutputBundle, starts: OfflinePage['starts']): string[] {
  const files = new Set(Object.keys(bundle).filter((file) => named.test(file)));
  const take = (file: string): void => {
    const chunk = bundle[file];
    if (chunk?.type !== 'chunk' || files.has(file)) return;
    files.add(file);
    chunk.viteMetadata?.importedCss.forEach((css) => files.add(css));
    chunk.imports.forEach(take);
  };
  for (const [file, chunk] of Object.entries(bundle)) {
    if (chunk.type !== 'chunk') continue;
    const { isEntry, facadeModuleId } = chunk;
    if (isEntry || starts.some((start) => start.test(facadeModuleId ?? ''))) take(file);
  }
  return [...files].sort().map((file) => `/${file}`);
}

/** Writes the service workers of the pages: the files that each keeps, and a version that changes when one of them does. */
export function pageWorkers(): Plugin {
  return {
    name: 'page-workers',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const source = await readFile(join(import.meta.dirname, 'page-worker.js'), 'utf8');
      for (const { name, path, pages, starts } of offlinePages) {
        const files = JSON.stringify(filesOf(bundle, starts));
        const version = createHash('sha256').update(files).update(source).digest('hex').slice(0, 12);
        this.emitFile({
          type: 'asset',
          fileName: `${path.slice(1)}-worker.js`,
          source: source
            .replace('__PREFIX__;', `'${name}-';`)
            .replace('__VERSION__;', `'${version}';`)
            .replace('__PAGE__;', `'${path}';`)
            .replace('__PAGES__;', `${String(pages)};`)
            .replace('__FILES__);', `${files});`),
        });
      }
    },
  };
}
