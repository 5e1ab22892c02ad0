import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swcOptions } from './swc-options.mjs';

/** Finds `x.ts` for `x.js`, and the sources of `shared` instead of its build. */
export function resolve(specifier, context, next) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(fileURLToPath(source))) return next(source.href, context);
  }
  if (specifier.startsWith('@lofteskartan/shared/')) {
    return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { sourceMaps, ...options } = swcOptions;
  const { code } = await transform(await readFile(filename, 'utf8'), {
    ...options,
    sourceMaps,
    filename,
    swcrc: false,
  });
  return { format: 'module', source: code, shortCircuit: true };
}
