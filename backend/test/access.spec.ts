import { listRoutes } from '../src/platform/routes.js';
import { AccessScene } from './support/access-scene.js';
import { accessTable, callers } from './support/access-table.js';

describe('who may call what', () => {
  let scene: AccessScene;

  beforeAll(async () => {
    scene = await AccessScene.make();
  });
  afterAll(() => scene.app.stop());

  it('every route declares who may call it', () => {
    const undeclared = listRoutes(scene.app.app).filter(({ declaration }) => !declaration);
    expect(undeclared.map(({ handler }) => handler)).toEqual([]);
  });

  it('every route is in the table, and no other', () => {
    const routes = listRoutes(scene.app.app).map(({ method, path }) => `${method} ${path}`);
    expect([...new Set(accessTable.map(({ route }) => route))].sort()).toEqual([...new Set(routes)].sort());
  });

  it('who is not signed in is told so wherever the declaration asks for staff', () => {
    for (const { method, path, declaration } of listRoutes(scene.app.app)) {
      if (!['staff', 'session', 'installation-admin'].includes(declaration?.access.who ?? '')) continue;
      const lines = accessTable.filter(({ route }) => route === `${method} ${path}`);
      expect(
        lines.flatMap(({ own, foreign }) => [own, foreign]).filter((cells) => !cells.startsWith('401')),
      ).toEqual([]);
    }
  });

  const named = accessTable.map(
    (line) => [line.and ? `${line.route}, with ${line.and}` : line.route, line] as const,
  );
  it.each(named)('%s', async (_name, { route, call, own, foreign }) => {
    const got: Record<'own' | 'foreign', string[]> = { own: [], foreign: [] };
    for (const where of ['own', 'foreign'] as const) {
      for (const caller of callers) {
        const { path, ...options } = await call(scene[where], caller);
        const api = await scene.caller(caller);
        const answer = await api.call(route.split(' ')[0] ?? '', path, options);
        got[where].push(`${String(answer.status)}${mark(answer.body)}`);
      }
    }
    expect({ own: got.own.join(' '), foreign: got.foreign.join(' ') }).toEqual({ own, foreign });
  });
});

/** `-` for a list without items, `+` for progress with what only staff may read. */
function mark(body: unknown): string {
  if (isObject(body) && Array.isArray(body.items) && body.items.length === 0) return '-';
  return awaitsRelease(body) ? '+' : '';
}

/** Whether progress anywhere in an answer tells what waits for its release. */
function awaitsRelease(body: unknown): boolean {
  if (Array.isArray(body)) return body.some(awaitsRelease);
  if (!isObject(body) || 'openapi' in body) return false;
  if (isObject(body.progress)) return 'awaitingRelease' in body.progress;
  return Object.values(body).some(awaitsRelease);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
