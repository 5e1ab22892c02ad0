import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { errorCode } from '../error-code.js';
import { Config } from './config.js';
import { type Environment, readConfig, SettingError } from './read-config.js';

/**
 * The settings of this process: environment variables, then what `.env` in the folder adds, then defaults. Makes the
 * secret of an embedded database when there is none yet.
 * @throws SettingError
 */
export function loadConfig(environment: Environment, cwd: string): Config {
  const given = { ...readEnvFile(join(cwd, '.env')), ...withoutEmpty(environment) };
  const settings = readConfig({ ...given, OIDC_ISSUERS: issuersText(given['OIDC_ISSUERS'], cwd) }, cwd);
  return new Config({ ...settings, secretKey: settings.secretKey ?? keptSecret(settings.dataDir) });
}

/** The sign-in services as JSON: as they stand, or from the file that the setting names. */
function issuersText(setting: string | undefined, cwd: string): string | undefined {
  const text = setting?.trim();
  if (!text || text.startsWith('[')) return text;
  try {
    return readFileSync(resolve(cwd, text), 'utf8');
  } catch {
    throw new SettingError('OIDC_ISSUERS', 'is neither a JSON list nor a file that can be read.');
  }
}

function readEnvFile(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return {};
    throw error;
  }
}

/** An empty variable says nothing, so that the file may speak. */
function withoutEmpty(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
}

/** The secret in the data folder, made at the first start; the file appears whole or not at all. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret-key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  const secret = readFileSync(path, 'utf8').trim();
  if (secret.length < 32) throw new SettingError('SECRET_KEY', `in ${path} is too short: remove that file.`);
  return secret;
}
