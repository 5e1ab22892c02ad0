import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** What `/arbete/bilen` starts from besides the frame: the page and its words in every language. */
const starts = [
  /src\/pages\/work-car\.page\.tsx$/,
  /locales\/[^/]+\/(?:app|ui|words|work|work-car|work-activities)\.json$/,
];
/** Files that style sheets and the frame name. */
const named = /-latin-(?:400|700)-normal[^/]*\.woff2$/;

/** Every file that the page needs before it can be used, as the browser asks for it. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
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

/** Writes the service worker of the page in the car: the files that it keeps, and a version that changes when one of them does. */
export function carWorker(): Plugin {
  return {
    name: 'car-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const files = JSON.stringify(filesOf(bundle));
      const source = await readFile(join(import.meta.dirname, 'car-worker.js'), 'utf8');
      const version = createHash('sha256').update(files).update(source).digest('hex').slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'arbete/bilen-worker.js',
        source: source.replace('__VERSION__;', `'${version}';`).replace('__FILES__);', `${files});`),
      });
    },
  };
}
