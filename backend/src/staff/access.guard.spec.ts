import { jest } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import type { ProblemBody } from '../../test/support/api.js';
import { startTestApp, type TestApp } from '../../test/support/app.js';
import { makeMunicipality } from '../../test/support/municipality.js';
import { makeStaff, type TestPerson } from '../../test/support/staff.js';
import { Sessions } from './sessions.service.js';

@Controller('forgotten')
class ForgottenController {
  @Get()
  read(): object {
    return { secret: 'something' };
  }
}

@Module({ imports: [AppModule], controllers: [ForgottenController] })
class HouseWithForgottenRoute {}

describe('the access guard', () => {
  let app: TestApp;
  let officer: TestPerson;

  beforeAll(async () => {
    app = await startTestApp({ rooms: HouseWithForgottenRoute });
    officer = await makeStaff(app, 'police-officer', await makeMunicipality(app.dataSource));
  });
  afterAll(() => app.stop());

  it('refuses a route that nobody declared, to staff too', async () => {
    for (const api of [app.api(), officer.api]) {
      const answer = await api.get<ProblemBody>('/forgotten');
      expect([answer.status, answer.body.code]).toEqual([403, 'route.undeclared']);
      expect(JSON.stringify(answer.body)).not.toContain('something');
    }
  });

  const looks: [string, string, boolean, number][] = [
    ['without a cookie nobody is looked for, where a session opens more', '/medborgarloften', false, 0],
    ['with a cookie somebody is', '/medborgarloften', true, 1],
    ['with a cookie nobody is, where a session opens nothing', '/proposals', true, 0],
    ['without a cookie nobody is, where a session is needed', '/triage/summary', false, 0],
    ['with a cookie somebody is, once', '/triage/summary', true, 1],
  ];
  it.each(looks)('%s', async (_what, path, hasCookie, times) => {
    const holderOf = jest.spyOn(app.get(Sessions), 'holderOf');
    try {
      await (hasCookie ? officer.api : app.api()).get(path);
      expect(holderOf).toHaveBeenCalledTimes(times);
    } finally {
      holderOf.mockRestore();
    }
  });

  it('takes a cookie that is no session for nobody, where anyone may read', async () => {
    const api = app.api();
    api.cookies.set('session', 'x'.repeat(43));
    expect((await api.get('/medborgarloften')).status).toBe(200);
    expect((await api.get('/triage/summary')).status).toBe(401);
  });
});
