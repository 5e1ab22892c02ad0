import type { BenchRequest, Workload } from './workloads.js';

/** How many proposals the one municipality has whose queue is measured. */
export const QUEUE_PROPOSALS = 200_000;

/** What somebody does who works in a long queue, each with a first page and the count of what fits. */
export function queueWorkloads(session: string): Workload[] {
  const headers = { Cookie: `session=${session}` };
  const of = (name: string, title: string, ...paths: string[]): Workload => ({
    name: `queue-${name}`,
    title,
    target: 0.55,
    writes: false,
    requests: paths.map((path): BenchRequest => ({ method: 'GET', path: `/api/v1/triage/${path}`, headers })),
  });
  const town = 'municipality=town-1';
  return [
    of('first', 'First page', `proposals?${town}`),
    of('due', 'First page, what is due first', `proposals?${town}&sort=due`),
    of(
      'overdue',
      'Overdue',
      `proposals?${town}&deadline=overdue`,
      `proposals?${town}&deadline=overdue&sort=due`,
    ),
    of('mine', 'Mine', 'proposals?assignee=me', 'proposals?assignee=me&status=received&status=under-review'),
    of(
      'kind-status',
      'A kind and a status',
      `proposals?${town}&kind=idea&status=referred`,
      `proposals?${town}&kind=speed-check&status=received`,
    ),
    of(
      'search',
      'Search',
      `proposals?${town}&q=gångtunneln`.replace('å', '%C3%A5'),
      `proposals?${town}&q=mopeder`,
    ),
    of('counts', 'All views with their counts', 'views'),
  ];
}
