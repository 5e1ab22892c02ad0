import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const loader = fileURLToPath(new URL('./typescript.mjs', import.meta.url));

/** A TypeScript file of the sources as a process of its own, for tests that end processes. */
export class Child {
  private readonly process: ChildProcess;
  private text = '';
  private exit: number | null | undefined;

  constructor(
    file: URL,
    args: readonly string[] = [],
    options: { cwd?: string; env?: Record<string, string> } = {},
  ) {
    const { NODE_OPTIONS: _jestsOwn, ...environment } = process.env;
    this.process = spawn(process.execPath, ['--import', loader, fileURLToPath(file), ...args], {
      cwd: options.cwd,
      env: { ...environment, NODE_NO_WARNINGS: '1', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece: string) => (this.text += piece));
    }
    this.process.on('close', (code) => (this.exit = code));
  }

  get pid(): number {
    return this.process.pid ?? 0;
  }

  /** Everything that it has printed. */
  get output(): string {
    return this.text;
  }

  /** Waits until it has printed something. @throws Error when it ends or too long passes before. */
  async says(pattern: RegExp, withinMs = 60_000): Promise<string> {
    for (const end = Date.now() + withinMs; Date.now() < end; await pause()) {
      const found = pattern.exec(this.text);
      if (found) return found[0];
      if (this.exit !== undefined) break;
    }
    throw new Error(`The process did not say ${String(pattern)} but:\n${this.text}`);
  }

  /** Waits for its end; null when a signal ended it. */
  async ended(withinMs = 60_000): Promise<number | null> {
    for (const end = Date.now() + withinMs; Date.now() < end; await pause()) {
      if (this.exit !== undefined) return this.exit;
    }
    throw new Error(`The process did not end:\n${this.text}`);
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 15));
}
