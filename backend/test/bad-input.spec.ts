import { type DeclaredRoute, listRoutes } from '../src/platform/routes.js';
import { AccessScene, type Caller } from './support/access-scene.js';
import { accessTable, callers, type Line } from './support/access-table.js';
import type { ProblemBody } from './support/api.js';

/** What came back, as far as a refusal goes. */
interface Refusal {
  readonly status: number;
  readonly media: string | null;
  readonly problem: Partial<ProblemBody>;
}

const json = { 'Content-Type': 'application/json' };
const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

/** Routes that take no JSON object: files, and whatever a mail program sends for one click. */
const bodies = /\/(photos|(contact|subscription|question-contact)-stops\/\{token\})$/;

/** Routes of those who look after the installation, which an administrator here is made for the time of the tests. */
const ofTheInstallation =
  /^(POST \/api\/v1\/municipalities|PUT \/api\/v1\/accounts\/\{id\}\/installation-right)$/;

/** Who gets beyond the question who they are, or -1: the first to be answered well, else the first to be answered at all. */
function firstAnswered({ route, own }: Line): number {
  if (route.endsWith('/sessions')) return 0;
  if (ofTheInstallation.test(route)) return callers.indexOf('admin');
  const cells = own.split(' ');
  const well = cells.findIndex((cell) => cell.startsWith('2'));
  return well < 0 ? cells.findIndex((cell) => !/^40[13]/.test(cell)) : well;
}

/** Lines that somebody may call, and who. */
const permitted = accessTable.flatMap((line) => {
  const who = firstAnswered(line);
  return who < 0 ? [] : [{ line, caller: callers[who] ?? 'anonymous' }];
});
const writing = permitted.filter(({ line }, index) => {
  const isFirst = permitted.findIndex(({ line: each }) => each.route === line.route) === index;
  return isFirst && /^(POST|PATCH|PUT) /.test(line.route) && !bodies.test(line.route);
});

/** What makes a value one that no field of its kind takes. */
type Change = readonly [what: string, change: (value: unknown) => unknown];
const unfit: Readonly<Record<string, readonly Change[]>> = {
  string: [
    ['a NUL', (text) => `${String(text)}\0`],
    ['half of a surrogate pair', (text) => `${String(text)}\ud83d`],
    ['a list', (text) => [text]],
    ['a number', () => 17],
    ['an object', (text) => ({ text })],
    ['true', () => true],
    ['a very long text', () => 'å'.repeat(40_000)],
  ],
  number: [
    ['a text', (number) => String(number)],
    ['a list', (number) => [number]],
    ['a fraction', () => 1.5],
    ['less than nothing', () => -1],
    ['more than anything', () => 1e300],
  ],
  boolean: [
    ['a text', () => 'true'],
    ['a number', () => 1],
    ['a list', () => [true]],
  ],
  object: [
    ['a text', () => 'x'],
    ['a number', () => 17],
    ['true', () => true],
  ],
};

describe('what does not fit is refused, never failed at', () => {
  let scene: AccessScene;
  let routes: readonly DeclaredRoute[];

  beforeAll(async () => {
    scene = await AccessScene.make();
    routes = listRoutes(scene.app.app);
  });
  afterAll(() => scene.app.stop());

  /** The call of a line, and a way to send it with another body. */
  async function callOf(line: Line, caller: Caller) {
    const { path, ...options } = await line.call(scene.own, caller);
    const { cookies } = await scene.caller(caller);
    if (ofTheInstallation.test(line.route)) {
      await scene.app.dataSource.query(
        `UPDATE accounts SET installation_admin = true WHERE id IN (SELECT account_id FROM memberships WHERE role = 'admin')`,
      );
    }
    const send = (body: string, headers: Record<string, string> = {}, language = 'sv') =>
      ask(line.route.split(' ')[0] ?? '', path, body, {
        ...json,
        'Accept-Language': language,
        'Idempotency-Key': crypto.randomUUID(),
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(options.followToken ? { 'Follow-Token': options.followToken } : {}),
        ...headers,
      });
    return { send, valid: (options.body ?? {}) as Record<string, unknown>, options: options };
  }

  async function ask(
    method: string,
    path: string,
    body: string | undefined,
    headers: Record<string, string>,
  ) {
    const address = `${scene.app.url}${/^\/(health|api)/.test(path) ? path : `/api/v1${path}`}`;
    const response = await fetch(address, { method, headers, body });
    const media = response.headers.get('Content-Type');
    const text = await response.text();
    const problem = (media?.includes('problem') ? JSON.parse(text) : {}) as Partial<ProblemBody>;
    return { status: response.status, media, problem };
  }

  const takesFile = (route: string): boolean =>
    routes.some(({ method, path, declaration }) => `${method} ${path}` === route && declaration?.takesFile);

  const told = ({ status, media, problem }: Refusal) => [status, media, problem.code];
  const fields = ({ problem }: Refusal) => (problem.errors ?? []).map(({ field }) => field);

  it('every route that takes a body is tried', () => {
    const withBody = routes.filter(({ method }) => method !== 'GET' && method !== 'DELETE');
    const tried = new Set(writing.map(({ line }) => line.route));
    const left = withBody.map(({ method, path }) => `${method} ${path}`).filter((route) => !tried.has(route));
    expect(left.filter((route) => !bodies.test(route))).toEqual([]);
    expect(left.length).toBe(6);
  });

  describe.each(writing.map(({ line, caller }) => [line.route, line, caller] as const))(
    '%s',
    (route, line, caller) => {
      it('as bytes that are no JSON object of a fitting size', async () => {
        const { send, valid } = await callOf(line, caller);
        const problem = 'application/problem+json';
        expect(told(await send('{"a":'))).toEqual([400, problem, 'body.unreadable']);
        expect(told(await send('"text"'))).toEqual([400, problem, 'body.unreadable']);
        expect(told(await send('{"n":1e'))).toEqual([400, problem, 'body.unreadable']);
        const text = { 'Content-Type': 'text/plain' };
        expect(told(await send(JSON.stringify(valid), text))).toEqual([415, problem, 'body.wrongType']);
        const large = JSON.stringify({ ...valid, note: 'a'.repeat(takesFile(route) ? 3_000_000 : 200_000) });
        expect(told(await send(large))).toEqual([413, problem, 'body.tooLarge']);
      });

      it('with fields and names that it does not know', async () => {
        const { send, valid } = await callOf(line, caller);
        const body = JSON.stringify(valid).replace(/\}$/, '');
        const and = (more: string) => `${body}${body === '{' ? '' : ','}${more}}`;
        const cases: [string, string][] = [
          ['"surprise":1', 'surprise'],
          ['"__proto__":{"admin":true}', '__proto__'],
          ['"constructor":{"prototype":{"admin":true}}', 'constructor'],
          [`"surprise":${deep}`, 'surprise'],
          ['"surprise\\u0000":1', 'surprise\ufffd'],
        ];
        for (const [more, field] of cases) {
          const refusal = await send(and(more));
          expect([more.slice(0, 60), refusal.status]).toEqual([more.slice(0, 60), 422]);
          expect(fields(refusal).some((each) => each.startsWith(field))).toBe(true);
        }
        expect(({} as { admin?: boolean }).admin).toBeUndefined();
      });

      it('with values of another kind, and says which field in the caller’s language', async () => {
        const { send, valid } = await callOf(line, caller);
        for (const [name, value] of Object.entries(valid)) {
          for (const [what, change] of unfit[typeof value] ?? []) {
            // The text of a file is as long as a body may be.
            if (what === 'a very long text' && takesFile(route)) continue;
            const body = JSON.stringify({ ...valid, [name]: change(value) });
            const swedish = await send(body);
            const call = `${name}: ${what}`;
            expect([call, swedish.media]).toEqual([call, 'application/problem+json']);
            // A version that no proposal ever had is an old one.
            if (name === 'version' && swedish.problem.code === 'version.stale') continue;
            expect([call, swedish.status]).toEqual([call, 422]);
            const about = fields(swedish).filter(
              (field) => field === name || /^[.[]/.test(field.slice(name.length)),
            );
            expect([call, about.length > 0]).toEqual([call, true]);
            const english = await send(body, {}, 'en');
            expect(english.problem.detail).not.toBe(swedish.problem.detail);
            expect(fields(english)).toEqual(fields(swedish));
          }
          const none = await send(JSON.stringify({ ...valid, [name]: null }));
          expect([name, none.status >= 200 && none.status < 500]).toEqual([name, true]);
        }
      });

      it('with a key that is missing or malformed', async () => {
        const { send, valid } = await callOf(line, caller);
        const declared = routes.find(({ method, path }) => `${method} ${path}` === route)?.declaration;
        if (!declared?.idempotent) return;
        for (const key of ['', 'short', 'k'.repeat(129), 'a tab\tinside']) {
          const { status } = await send(JSON.stringify(valid), { 'Idempotency-Key': key });
          expect([key, status === 428 || status === 422]).toEqual([key, true]);
        }
      });
    },
  );

  const strange = [
    'x',
    '0',
    "'; DROP TABLE proposals; --",
    '%00',
    '%ED%A0%80',
    '..%2F..%2Fetc%2Fpasswd',
    'a'.repeat(3000),
    '%F0%9F%92%A9',
    '00000000-0000-0000-0000-000000000000',
    'ALE-OOOO0',
  ];
  const parameterised = [...new Set(accessTable.map(({ route }) => route))].filter((route) =>
    route.includes('{'),
  );

  it.each(parameterised)('%s about what is no name of anything', async (route) => {
    const [method = '', path = ''] = route.split(' ');
    const { cookies } = await scene.caller('coordinator');
    const headers = {
      ...(method === 'GET' || method === 'DELETE' ? {} : json),
      'Idempotency-Key': crypto.randomUUID(),
      Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    for (const name of strange) {
      const body = method === 'GET' || method === 'DELETE' ? undefined : '{}';
      const { status, media } = await ask(method, path.replace(/\{\w+\}/, name), body, headers);
      expect([name, status >= 400 && status < 500, media]).toEqual([name, true, 'application/problem+json']);
    }
  });

  const values = [
    '',
    'x',
    '-1',
    '1e309',
    'NaN',
    '%00',
    '%ED%A0%80',
    '[]',
    '%7B%7D',
    "'%20OR%201=1--",
    '99999999999999999999',
    'a'.repeat(3000),
    '%25%5F%27%22:*%26!%28',
  ];

  it('queries of every kind of value on every route that reads', async () => {
    const reading = permitted.filter(({ line }) => /^GET \/api\/v1\/(?!openapi)/.test(line.route));
    const document = (await (await fetch(`${scene.app.url}/api/v1/openapi.json`)).json()) as {
      paths: Record<string, { get?: { parameters?: { in: string; name: string }[] } }>;
    };
    let tried = 0;
    for (const { line, caller } of reading) {
      const template = line.route.split(' ')[1] ?? '';
      const { path, query, followToken } = await line.call(scene.own, caller);
      const { cookies } = await scene.caller(caller);
      const headers = {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(followToken ? { 'Follow-Token': followToken } : {}),
      };
      const parameters = (document.paths[template]?.get?.parameters ?? []).filter(
        (each) => each.in === 'query',
      );
      for (const { name } of parameters) {
        const others = Object.entries(query ?? {}).filter(([other]) => other !== name);
        const rest = others.map(([other, value]) => `${other}=${String(value)}&`).join('');
        for (const value of [...values, `1&${name}=2`]) {
          const address = `${path}?${rest}${name}=${value}`;
          const { status, media } = await ask('GET', address, undefined, headers);
          tried += 1;
          const fits =
            status === 200 || (status >= 400 && status < 500 && media === 'application/problem+json');
          expect([address.slice(0, 200), status, fits]).toEqual([address.slice(0, 200), status, true]);
        }
      }
      if (parameters.length === 0) continue;
      const { status } = await ask('GET', `${path}?surprise=1`, undefined, headers);
      expect([path, status]).toEqual([path, 422]);
    }
    expect(tried).toBeGreaterThan(300);
  }, 60_000);

  it.each([
    ['/proposals?limit=0', 'limit'],
    ['/proposals?limit=101', 'limit'],
    ['/proposals?limit=1.5', 'limit'],
    ['/proposals?cursor=bm9uZQ', 'cursor'],
    ['/proposals?bbox=12,57,13', 'bbox'],
    ['/proposals?bbox=13,58,12,57', 'bbox'],
    ['/proposals?bbox=1e400,57,13,58', 'bbox'],
    ['/proposals?kind=parking', 'kind[0]'],
    ['/proposals?status=withdrawn', 'status[0]'],
    ['/proposals?commitment=17', 'commitment[0]'],
    ['/proposals?sort=best', 'sort'],
    ['/proposals/map?bbox=12,57,13,58&zoom=21', 'zoom'],
    ['/proposals/map?zoom=3', 'bbox'],
    ['/proposals/similar?position=200,57&kind=idea', 'position'],
    ['/proposals/similar?position=12&kind=idea', 'position'],
    ['/proposals/similar?position=12,57,3&kind=idea', 'position'],
  ])('GET %s names %s', async (path, field) => {
    const refusal = await ask('GET', path, undefined, {});
    expect([refusal.status, fields(refusal)]).toEqual([422, [field]]);
  });

  it('none of it was a failure of ours', () => {
    expect(scene.app.log.entries().filter(({ level }) => level === 'error' || level === 50)).toEqual([]);
  });
});
