import { cpus } from 'node:os';
import { type Measurement, quantile } from './load.js';
import type { Workload } from './workloads.js';

/** What was measured of one workload on one database. */
export interface Result {
  readonly workload: Workload;
  readonly proposals: number;
  readonly app: Measurement;
  readonly bare: Measurement;
}

/** What else was found out. */
export interface Findings {
  readonly postgres: string;
  readonly callers: number;
  readonly bytesPerPin: number;
  readonly memory: number;
  readonly requests: number;
}

const GROWTH_LIMIT = 1.5;
const TAIL_LIMIT = 5;
const PIN_LIMIT = 25;
const MEMORY_LIMIT = 250;

const rate = ({ milliseconds, seconds }: Measurement): number => milliseconds.length / seconds;
const median = ({ milliseconds }: Measurement): number => quantile(milliseconds, 0.5);
const tail = ({ milliseconds }: Measurement): number => quantile(milliseconds, 0.99);
const verdict = (reached: boolean): string => (reached ? '✓' : '✗');

/** The report as Markdown tables; the same is printed. */
export function report(results: readonly Result[], findings: Findings): string {
  const sizes = [...new Set(results.map(({ proposals }) => proposals))];
  return [
    ...sizes.map((size) =>
      comparison(
        results.filter(({ proposals }) => proposals === size),
        `${size.toLocaleString('en')} proposals`,
      ),
    ),
    ...(sizes.length > 1 ? [growth(results, sizes)] : []),
    others(findings),
  ].join('\n');
}

/** Workloads on one database, the application beside the bare server. */
export function comparison(results: readonly Result[], title: string): string {
  const rows = results.map(({ workload, app, bare }) => {
    const ratio = rate(app) / rate(bare);
    const spread = tail(app) / median(app);
    const { title: what, target } = workload;
    const goal = target === null ? '–' : `${target.toFixed(2)}× ${verdict(ratio >= target)}`;
    return [
      what,
      rate(app).toFixed(0),
      rate(bare).toFixed(0),
      `${ratio.toFixed(2)}×`,
      goal,
      median(app).toFixed(1),
      tail(app).toFixed(1),
      `${spread.toFixed(1)} ${verdict(spread <= TAIL_LIMIT)}`,
      median(bare).toFixed(1),
      tail(bare).toFixed(1),
    ];
  });
  const head = [
    '',
    'app, req/s',
    'bare, req/s',
    'ratio',
    'goal',
    'app p50 ms',
    'p99 ms',
    'p99/p50',
    'bare p50 ms',
    'p99 ms',
  ];
  return `## ${title}\n\n${table(head, rows)}\n`;
}

function growth(results: readonly Result[], [small = 0, large = 0]: readonly number[]): string {
  const rows = results
    .filter(({ proposals, workload }) => proposals === large && !workload.writes)
    .map(({ workload, app }) => {
      const before = results.find((each) => each.proposals === small && each.workload.name === workload.name);
      const times = median(app) / (before ? median(before.app) : NaN);
      const isMap = workload.name.startsWith('map');
      return [
        workload.title,
        `${times.toFixed(2)}×`,
        isMap ? `${GROWTH_LIMIT}× ${verdict(times <= GROWTH_LIMIT)}` : '–',
      ];
    });
  const head = ['', 'median of the app', 'at most'];
  return `## From ${small.toLocaleString('en')} to ${large.toLocaleString('en')} proposals\n\n${table(head, rows)}\n`;
}

function others({ postgres, callers, bytesPerPin, memory, requests }: Findings): string {
  const megabytes = memory / 1024 / 1024;
  return `## Otherwise

- A pin on the map takes ${bytesPerPin.toFixed(1)} bytes, compressed (at most ${PIN_LIMIT}: ${verdict(bytesPerPin <= PIN_LIMIT)}).
- The application uses ${megabytes.toFixed(0)} MB of memory after ${requests.toLocaleString('en')} requests (at most ${MEMORY_LIMIT}: ${verdict(megabytes <= MEMORY_LIMIT)}).
- ${cpus().length} cores for the clients (${callers} callers), both servers and the database; Node ${process.version}, PostgreSQL ${postgres}.
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
