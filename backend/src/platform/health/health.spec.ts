import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../../test/support/app.js';

describe('health', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  it('is alive', async () => {
    const { status, body } = await app.api().get('/health/live');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  it('is ready while the database answers and no migration is pending', async () => {
    const { status, body } = await app.api().get('/health/ready');
    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });

  it('is not ready while a migration is pending', async () => {
    const rows = await app.dataSource.query<{ id: number; timestamp: string; name: string }[]>(
      'DELETE FROM migrations WHERE id = (SELECT max(id) FROM migrations) RETURNING id, timestamp, name',
    );
    const [[row]] = rows as unknown as [typeof rows];
    try {
      const { status, headers, body } = await app.api().get<{ code: string }>('/health/ready');
      expect([status, body.code, headers.get('Retry-After')]).toEqual([503, 'server.notReady', '5']);
    } finally {
      await app.dataSource.query('INSERT INTO migrations (id, timestamp, name) VALUES ($1, $2, $3)', [
        row?.id,
        row?.timestamp,
        row?.name,
      ]);
    }
  });
});
