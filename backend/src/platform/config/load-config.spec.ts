import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadConfig } from './load-config.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'lofteskartan-config-'));

describe('the settings of a process', () => {
  it('come from the environment, then from .env', () => {
    const cwd = folder();
    writeFileSync(join(cwd, '.env'), 'PORT=4000\nHOST=0.0.0.0\n# a remark\nDEMO_PASSWORD="with a # in it"\n');
    const config = loadConfig({ PORT: '5000', HOST: '' }, cwd);
    expect([config.port, config.host, config.demoPassword]).toEqual([5000, '0.0.0.0', 'with a # in it']);
  });

  it('cannot be changed', () => {
    const config = loadConfig({}, folder());
    expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
  });

  it('make one secret for the embedded database, for nobody else to read', () => {
    const cwd = folder();
    const first = loadConfig({}, cwd);
    expect(loadConfig({}, cwd).secretKey).toBe(first.secretKey);
    expect(first.secretKey.length).toBeGreaterThanOrEqual(43);
    expect(loadConfig({}, folder()).secretKey).not.toBe(first.secretKey);
    const kept = join(cwd, '.data', 'secret-key');
    expect(readFileSync(kept, 'utf8')).toBe(first.secretKey);
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(statSync(join(cwd, '.data')).mode & 0o777).toBe(0o700);
  });

  it('refuse a kept secret that is too short', () => {
    const cwd = folder();
    loadConfig({}, cwd);
    writeFileSync(join(cwd, '.data', 'secret-key'), 'short');
    expect(() => loadConfig({}, cwd)).toThrow('SECRET_KEY');
  });
});
