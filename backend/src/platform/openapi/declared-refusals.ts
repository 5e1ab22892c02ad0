import { type Code, codes } from '../problem/codes.js';
import type { DeclaredRoute } from '../routes.js';

/** Every code that a route may answer with: those it declares and those that the platform adds. */
function refusalCodes({ method, path, declaration }: DeclaredRoute): Code[] {
  if (!declaration) return [];
  const { access, body, multipart, query, idempotent, rateLimit, refusals } = declaration;
  const found = new Set<Code>([...refusals, 'server.failed', 'request.unreadable']);
  const add = (when: unknown, ...more: Code[]): void => {
    if (when) for (const code of more) found.add(code);
  };
  add(path.includes('{'), 'url.unreadable', 'text.invalid', 'not.found');
  add(query, 'input.invalid', 'text.invalid');
  add(body, 'body.unreadable', 'body.tooLarge', 'body.wrongType', 'input.invalid', 'text.invalid');
  add(multipart, 'body.tooLarge', 'body.wrongType', 'input.invalid');
  add(method !== 'GET', 'origin.foreign');
  add(idempotent, 'idempotency.required', 'idempotency.malformed', 'idempotency.reused');
  add(rateLimit, 'rate.limited');
  add(['session', 'staff', 'installation-admin'].includes(access.who), 'session.required');
  add(access.who === 'staff', 'role.insufficient', 'secondFactor.required');
  add(access.who === 'session' && !access.beforeSecondFactor, 'secondFactor.required');
  add(access.who === 'installation-admin', 'installation.notYours', 'secondFactor.required');
  add(access.who === 'sender', 'followToken.required', 'followToken.wrong');
  return [...found].sort((a, b) => codes[a] - codes[b] || (a < b ? -1 : 1));
}

/** The same by HTTP status. */
export function refusalsByStatus(route: DeclaredRoute): [status: number, codes: Code[]][] {
  const byStatus = new Map<number, Code[]>();
  for (const code of refusalCodes(route))
    byStatus.set(codes[code], [...(byStatus.get(codes[code]) ?? []), code]);
  return [...byStatus];
}
