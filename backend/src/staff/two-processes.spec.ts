import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality, type TestMunicipality } from '../../test/support/municipality.js';
import { makeStaff } from '../../test/support/staff.js';
import { SeedStaff } from './seed-staff.service.js';

const password = 'gardin tupp cykel';
let number = 0;

/** Two processes of the product on one database, as far as one process can be two. */
describe('two processes on one database', () => {
  let one: TestApp;
  let two: TestApp;
  let ale: TestMunicipality;

  beforeAll(async () => {
    const start = () => startTestApp({ config: { rateLimits: true, trustProxy: 1 } });
    [one, two] = [await start(), await start()];
    ale = await makeMunicipality(one.dataSource);
  });
  afterAll(async () => {
    await one.dataSource.query('DELETE FROM rate_limits');
    await one.stop();
    await two.stop();
  });

  /** Somebody who has signed in with the first, and comes to the second with the same cookie. */
  async function inBoth() {
    const email = `bada-${String(Date.now())}-${String((number += 1))}@example.org`;
    const memberships = [
      { organisation: ale.office.slug, municipality: ale.slug, role: 'case-officer' as const },
    ];
    const id = await one.dataSource.transaction((manager) =>
      one.get(SeedStaff).ensureAccount(manager, { email, name: 'Båda', password, memberships }),
    );
    const [here, there] = [one.api(), two.api()];
    await here.post('/sessions', { body: { email, password } });
    there.cookies.set('session', here.cookies.get('session') ?? '');
    expect((await there.get('/sessions/current')).status).toBe(200);
    return { id, email, here, there };
  }

  it('a session ended in one is refused in the other at once', async () => {
    const { here, there } = await inBoth();
    await here.delete('/sessions/current');
    expect((await there.get('/sessions/current')).status).toBe(401);
  });

  it('an account closed in one is refused in the other at once', async () => {
    const { id, there } = await inBoth();
    const admin = await makeStaff(one, 'admin', ale);
    await admin.api.patch(`/accounts/${id}`, { body: { version: 1, active: false } });
    expect((await there.get('/sessions/current')).status).toBe(401);
  });

  it('a password changed in one ends the sessions of the other', async () => {
    const { email, here } = await inBoth();
    const elsewhere = two.api();
    await elsewhere.post('/sessions', { body: { email, password } });
    await here.post('/account/password', { body: { current: password, password: 'trumma moln sekel' } });
    expect((await elsewhere.get('/sessions/current')).status).toBe(401);
  });

  it('attempts are counted together', async () => {
    const email = `okand-${String(Date.now())}@example.org`;
    const attempt = (app: TestApp) =>
      app.api().post<ProblemBody>('/sessions', {
        body: { email, password: 'fel' },
        headers: { 'X-Forwarded-For': '192.0.2.77' },
      });
    for (let i = 0; i < 5; i += 1)
      for (const app of [one, two]) expect((await attempt(app)).status).toBe(401);
    for (const app of [one, two]) expect((await attempt(app)).status).toBe(429);
  });
});
