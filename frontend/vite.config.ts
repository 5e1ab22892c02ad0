import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { pageWorkers } from './offline/page-worker-plugin.js';

const root = import.meta.dirname;
const api = process.env.API_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
const proxy = { '/api': { target: api }, '/health': { target: api } };

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Writes a .br and a .gz beside each text file of the build, so that the server never compresses a static file. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return;
      const files = await readdir(dir, { recursive: true });
      await Promise.all(
        files
          .filter((file) => /\.(?:js|css|html|svg|json|webmanifest|txt)$/.test(file))
          .map(async (file) => {
            const path = join(dir, file);
            const bytes = await readFile(path);
            if (bytes.length < 1024) return;
            const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
            await Promise.all([
              writeFile(`${path}.br`, await toBrotli(bytes, quality)),
              writeFile(`${path}.gz`, await toGzip(bytes, { level: 9 })),
            ]);
          }),
      );
    },
  };
}

/** Asks for the two fonts of the first screen at once, instead of after the style sheet has come. */
function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        return Object.keys(bundle ?? {})
          .filter((file) => /-latin-(?:400|700)-normal[^/]*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** The most that the first page may weigh, in bytes of gzipped JavaScript. */
const FIRST_PAGE_BUDGET = 200 * 1024;

/** Weighs what `/ale` fetches before it can be used, words included, and fails the build when it is too much. */
function weighFirstPage(): Plugin {
  const starts = [/src\/pages\/home\.page\.tsx$/, /locales\/sv\/(?:app|ui|words|lamps|home)\.json$/];
  return {
    name: 'weigh-first-page',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const fetched = new Set<string>();
      const fetchWithImports = (file: string) => {
        const chunk = bundle[file];
        if (chunk?.type !== 'chunk' || fetched.has(file)) return;
        fetched.add(file);
        chunk.imports.forEach(fetchWithImports);
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type !== 'chunk') continue;
        if (chunk.isEntry || starts.some((start) => start.test(chunk.facadeModuleId ?? '')))
          fetchWithImports(file);
      }
      let bytes = 0;
      for (const file of fetched) {
        const chunk = bundle[file];
        if (chunk?.type === 'chunk') bytes += (await toGzip(chunk.code, { level: 9 })).length;
      }
      const weight = `First page: ${(bytes / 1024).toFixed(1)} kB of gzipped JavaScript in ${String(fetched.size)} files`;
      if (bytes > FIRST_PAGE_BUDGET)
        this.error(`${weight}; at most ${String(FIRST_PAGE_BUDGET / 1024)} kB are allowed.`);
      this.info(weight);
    },
  };
}

/** react-aria carries its few words in 34 languages; the product speaks two. */
function twoLanguagesOfReactAria(): Plugin {
  const foreign = /[\\/]intl[\\/][^\\/]+[\\/](?!sv-SE|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/;
  return {
    name: 'two-languages-of-react-aria',
    enforce: 'pre',
    load: {
      filter: { id: foreign },
      handler: () => 'export default {};',
    },
  };
}

export default defineConfig({
  root,
  plugins: [
    react(),
    twoLanguagesOfReactAria(),
    weighFirstPage(),
    pageWorkers(),
    precompress(),
    preloadFonts(),
  ],
  resolve: {
    // The contract is read from its source. An alias, not the `source` condition: react-aria-components names a
    // `source` that it does not ship.
    alias: [{ find: /^@lofteskartan\/shared\/(.+)$/, replacement: join(root, '../shared/src/$1.ts') }],
  },
  build: {
    // Nothing may become a data: address or an inline script: the content security policy allows neither.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // What seldom changes stays in the phone's cache when the product does.
            {
              name: 'vendor',
              test: /node_modules[\\/](?:react|react-dom|scheduler|react-router|@tanstack|i18next|react-i18next|html-parse-stringify|void-elements|use-sync-external-store)[\\/]/,
              priority: 2,
            },
            // The small parts come as one file; those that stand on react-aria come when they are needed.
            {
              name: 'parts',
              test: /[\\/](?:src[\\/](?:platform|ui)[\\/](?!dialog|sheet|menu|tabs|combo-box|photo-field|peek-sheet)(?:.+\.module\.css|[^.]+\.tsx?)|node_modules[\\/]lucide-react[\\/].+)$/,
              priority: 1,
              minShareCount: 2,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy },
  preview: { proxy },
});
