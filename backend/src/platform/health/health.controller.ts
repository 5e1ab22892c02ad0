import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { pendingMigrations } from '../database/migrate.js';
import { Endpoint } from '../endpoint.js';
import { Refused } from '../problem/refused.js';
import { Health } from './health.js';

/** For load balancers and container engines. */
@Controller('health')
export class HealthController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('live')
  @Endpoint({
    summary: { en: 'Whether the process runs', sv: 'Om processen är igång' },
    tags: ['Health'],
    access: { who: 'anyone' },
    answers: { 200: Health },
    refusals: [],
  })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Endpoint({
    summary: {
      en: 'Whether requests can be answered: the database answers and no migration is pending',
      sv: 'Om tjänsten kan svara: databasen svarar och är uppdaterad',
    },
    tags: ['Health'],
    access: { who: 'anyone' },
    answers: { 200: Health },
    refusals: ['server.notReady'],
  })
  async ready(): Promise<Health> {
    const pending = await pendingMigrations(this.dataSource).catch(() => null);
    if (pending?.length !== 0) throw new Refused('server.notReady', { headers: { 'Retry-After': '5' } });
    return { status: 'ok' };
  }
}
