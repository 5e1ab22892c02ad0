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
    await this.until(() => pattern.test(this.text) || this.exit !== undefined, withinMs);
    const found = pattern.exec(this.text);
    if (!found) throw new Error(`The process did not say ${String(pattern)} but:\n${this.text}`);
    return found[0];
  }

  /** Waits for its end; null when a signal ended it. */
  async ended(withinMs = 60_000): Promise<number | null> {
    await this.until(() => this.exit !== undefined, withinMs);
    if (this.exit === undefined) throw new Error(`The process did not end:\n${this.text}`);
    return this.exit;
  }

  private async until(condition: () => boolean, withinMs: number): Promise<void> {
    const end = Date.now() + withinMs;
    while (!condition() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 15));
  }

  /** Sends a signal and waits for the end. */
  async end(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.process.kill(signal);
    return this.ended();
  }
}
