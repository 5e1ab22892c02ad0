import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = import.meta.dirname;
const api = process.env.API_ORIGIN ?? `http://127.0.0.1:${process.env.PORT ?? '3000'}`;
const proxy = { '/api': { target: api }, '/health': { target: api } };

/** Writes a .br and a .gz beside each text file of the build, so that the server never compresses a static file. */
function precompress(): Plugin {
  const toBrotli = promisify(brotliCompress);
  const toGzip = promisify(gzip);
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
  plugins: [react(), twoLanguagesOfReactAria(), precompress(), preloadFonts()],
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
  },
  server: { port: 5173, proxy },
  preview: { proxy },
});
