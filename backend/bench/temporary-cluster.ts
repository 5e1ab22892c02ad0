import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server to measure on. */
export interface BenchServer {
  /** Of its database `postgres`. */
  readonly url: string;
  readonly stop: () => void;
}

const debian = '/usr/lib/postgresql';

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '100',
  shared_buffers: '512MB',
  maintenance_work_mem: '512MB',
  max_wal_size: '8GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/** The server that `BENCH_DATABASE_URL` names, else one of its own that is thrown away afterwards. */
export async function openBenchServer(): Promise<BenchServer> {
  const given = process.env.BENCH_DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };
  const bin = newestBin();
  if (!bin) {
    throw new Error(
      'No PostgreSQL server to measure on. Set BENCH_DATABASE_URL to one with PostGIS, on which new databases may be made, ' +
        'or install one: apt-get install postgresql postgresql-15-postgis-3',
    );
  }
  return startCluster(bin);
}

function newestBin(): string | undefined {
  if (!existsSync(debian)) return undefined;
  const versions = readdirSync(debian).filter((version) => existsSync(join(debian, version, 'bin/initdb')));
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(debian, newest, 'bin');
}

async function startCluster(bin: string): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lofteskartan-bench-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) {
    const idOf = (flag: string): number =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, idOf('-u'), idOf('-g'));
  }
  const run = (program: string, ...args: string[]): void => {
    const [command = '', ...rest] = [
      ...(asRoot ? ['runuser', '-u', 'postgres', '--'] : []),
      join(bin, program),
      ...args,
    ];
    const { status, stderr } = spawnSync(command, rest, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  };
  const port = await freePort();
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8');
  const options = Object.entries({ ...settings, port: String(port), unix_socket_directories: folder });
  const flags = options.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-w', '-o', flags, 'start');
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
