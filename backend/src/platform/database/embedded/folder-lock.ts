import { createHash, randomBytes } from 'node:crypto';
import { closeSync, constants, mkdirSync, openSync, readdirSync, realpathSync, unlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from '../../error-code.js';

/** Thrown when another process works on the folder. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';

  constructor(
    readonly folder: string,
    readonly pid: number | null,
  ) {
    const who = pid === null ? 'another process' : `process ${pid}`;
    super(
      `The folder ${folder} is in use by ${who}. Stop that one first, or choose another folder with DATA_DIR.`,
    );
  }
}

/** What a process that holds or wants the lock answers when it is asked. */
type Claim = { readonly pid: number; readonly holds: boolean };

/** Someone who accepts connections but says nothing is alive, only busy. */
const answerTimeoutMs = 2000;
const nextQuestionAfterMs = 40;
const mostQuestions = 50;
/** Shortest limit of the systems we run on (macOS 104 bytes with the closing zero, Linux 108). */
const longestSocketPath = 103;

/**
 * Takes a folder for this process alone. The lock is a socket that this process listens on, so the operating system
 * lets go of it when the process ends, however it ends: nothing can be left behind that blocks a restart, and a process
 * number that was given away again means nothing.
 *
 * Each candidate listens on a name of its own and asks all others. A name that nobody answers belongs to a dead process
 * and is removed, which is safe because names are never used twice. Among candidates who start at the same moment the
 * smallest name wins. A candidate holds the lock in the very tick in which a look at the folder shows nobody unasked.
 * @returns lets go of the lock
 * @throws FolderInUse
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return process.platform === 'win32' ? lockByPipe(folder) : lockBySockets(folder);
}

async function lockBySockets(folder: string): Promise<() => Promise<void>> {
  const directory = new SocketDirectory(join(folder, 'lock'));
  const own = `${randomBytes(6).toString('hex')}.sock`;
  let holds = false;
  const server = answering(() => ({ pid: process.pid, holds }));
  const release = async (): Promise<void> => {
    holds = false;
    await new Promise<void>((resolve) => server.close(() => resolve()));
    directory.remove(own);
    directory.close();
  };
  try {
    await listen(server, directory.address(own), folder);
    const larger = new Set<string>();
    for (;;) {
      const unasked = directory.names().filter((name) => name !== own && !larger.has(name));
      if (unasked.length === 0) break;
      for (const name of unasked) {
        const claim = await askUntilSure(directory.address(name));
        if (claim === 'dead') directory.remove(name);
        else if (claim === 'silent') throw new FolderInUse(folder, null);
        else if (claim.holds || name < own) throw new FolderInUse(folder, claim.pid);
        else larger.add(name);
      }
    }
    holds = true;
    return release;
  } catch (error) {
    await release();
    throw error;
  }
}

/** Windows knows named pipes: one server per name, gone with its process. */
async function lockByPipe(folder: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex').slice(0, 32);
  const address = `\\\\.\\pipe\\lofteskartan-${name}`;
  const server = answering(() => ({ pid: process.pid, holds: true }));
  try {
    await listen(server, address, folder);
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    const claim = await ask(address);
    throw new FolderInUse(folder, typeof claim === 'string' ? null : claim.pid);
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** A folder of sockets, reachable by a short address even when its own path is longer than a socket's may be. */
class SocketDirectory {
  private readonly descriptor: number | null;
  private readonly prefix: string;

  constructor(private readonly path: string) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const fromHere = relative(process.cwd(), path);
    const shorter = fromHere.length < path.length ? fromHere : path;
    const fits = Buffer.byteLength(join(shorter, 'xxxxxxxxxxxx.sock')) <= longestSocketPath;
    this.descriptor = !fits && process.platform === 'linux' ? openSync(path, constants.O_DIRECTORY) : null;
    this.prefix = this.descriptor === null ? shorter : `/proc/self/fd/${this.descriptor}`;
  }

  address(name: string): string {
    return join(this.prefix, name);
  }

  names(): string[] {
    return readdirSync(this.path).filter((name) => name.endsWith('.sock'));
  }

  remove(name: string): void {
    try {
      unlinkSync(join(this.path, name));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }

  close(): void {
    if (this.descriptor !== null) closeSync(this.descriptor);
  }
}

function answering(claim: () => Claim): Server {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(JSON.stringify(claim()));
  });
  return server.unref();
}

function listen(server: Server, address: string, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(error);
        return;
      }
      const hint = 'choose a folder on a local disk, with a shorter path, in DATA_DIR';
      reject(new Error(`The folder ${folder} cannot be locked (${error.code ?? error.message}): ${hint}.`));
    });
    server.listen(address, () => resolve());
  });
}

/**
 * A candidate is dead when nobody answers twice: the first time it may have been about to begin to listen. One that hangs
 * up without a word is about to leave, so it is asked again.
 */
async function askUntilSure(address: string): Promise<Claim | 'dead' | 'silent'> {
  let deaths = 0;
  for (let attempt = 0; attempt < mostQuestions; attempt += 1) {
    const claim = await ask(address);
    if (claim === 'dead') deaths += 1;
    else if (claim !== 'leaving') return claim;
    if (deaths === 2) return 'dead';
    await setTimeout(nextQuestionAfterMs);
  }
  return 'silent';
}

/** Asks a candidate who it is. */
function ask(address: string): Promise<Claim | 'dead' | 'leaving' | 'silent'> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(address);
    socket.setTimeout(answerTimeoutMs, () => {
      resolve('silent');
      socket.destroy();
    });
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => (text += piece));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? 'dead' : 'leaving');
    });
    socket.on('close', () => {
      resolve(readClaim(text));
    });
  });
}

function readClaim(text: string): Claim | 'leaving' {
  try {
    return JSON.parse(text) as Claim;
  } catch {
    return 'leaving';
  }
}
