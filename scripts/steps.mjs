/** The steps that the root commands share: each says what it does, and does it only when something changed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamps = join(root, 'node_modules', '.cache', 'lofteskartan');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

export const say = (text) => console.log(`› ${text}`);

/** Ends the command with a sentence that helps. */
export function fail(text) {
  console.error(`✗ ${text}`);
  process.exit(1);
}

/** Runs a program to its end and answers its exit code; output goes straight through unless `quiet`. */
export function run(program, args, { env, quiet = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : code, output }));
  });
}

/** Runs a program that must succeed; what it printed is shown when it does not. */
export async function must(program, args, options = {}) {
  const { code, output } = await run(program, args, { quiet: true, ...options });
  if (code !== 0) {
    console.error(output.trimEnd());
    fail(`${[program, ...args].join(' ')} ended with code ${code}.`);
  }
}

/** A program of a package that is installed in this project. */
export const bin = (name) =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) {
    yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist', '.cache'].includes(entry.name)) continue;
    yield* filesBelow(join(path, entry.name));
  }
}

function fingerprint(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    for (const file of filesBelow(join(root, path)))
      hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

/** Does `work` unless the same inputs have led to the same outputs before. */
async function whenChanged(name, inputs, outputs, work) {
  const stamp = join(stamps, name);
  const now = fingerprint(inputs);
  const known = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (known === now && outputs.every((path) => existsSync(join(root, path)))) return false;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, now);
  return true;
}

export function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    fail(`Löfteskartan needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org.`);
}

/** Installs the packages of the lock file, once per lock file. */
export async function ensureInstalled() {
  await whenChanged(
    'install',
    ['package-lock.json'],
    ['node_modules/typescript', 'node_modules/vite'],
    async () => {
      say('Installing packages (once; about a minute)…');
      await must(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    },
  );
}

const configuration = ['package-lock.json', 'tsconfig.base.json'];

/** Builds what changed: the contract and the backend by the TypeScript compiler, the pages by Vite. */
export async function ensureBuilt() {
  await whenChanged(
    'backend',
    [...configuration, 'shared', 'backend'],
    ['shared/dist', 'backend/dist/src/main.js'],
    async () => {
      say('Building the backend…');
      await must(process.execPath, [
        join(root, 'node_modules/typescript/bin/tsc'),
        '-b',
        'backend/tsconfig.build.json',
      ]);
    },
  );
  await whenChanged(
    'frontend',
    [...configuration, 'shared/src', 'frontend'],
    ['frontend/dist/index.html'],
    async () => {
      say('Building the pages…');
      await must(
        process.execPath,
        [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
        {
          cwd: join(root, 'frontend'),
        },
      );
    },
  );
}

/** Starts a long-running program and hands it the signals that end this command. */
export function runUntilStopped(program, args, env = {}) {
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
  return child;
}
