/** Checks docker-compose.yml and the Dockerfile as far as that goes without a Docker engine: shape, names, references. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });
const dockerfile = readFileSync('Dockerfile', 'utf8');
const wrong = [];
const demand = (condition, sentence) => condition || wrong.push(sentence);

const known = [
  'build',
  'cap_drop',
  'command',
  'depends_on',
  'entrypoint',
  'environment',
  'healthcheck',
  'image',
  'ports',
  'read_only',
  'restart',
  'security_opt',
  'stop_grace_period',
  'tmpfs',
  'volumes',
];
for (const [name, service] of Object.entries(compose.services)) {
  demand(Boolean(service.image) !== Boolean(service.build), `${name}: needs either an image or a build`);
  demand(!service.image || /:[^:]*\d[^:]*$/.test(service.image), `${name}: pin the image to a version`);
  for (const key of Object.keys(service)) demand(known.includes(key), `${name}: unknown key ${key}`);
  for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
    demand(compose.services[other], `${name}: depends on ${other}, which is not there`);
    if (condition === 'service_healthy')
      demand(compose.services[other]?.healthcheck, `${name}: waits for ${other}, which has no health check`);
  }
  for (const volume of service.volumes ?? [])
    demand(String(volume).split(':')[0] in compose.volumes, `${name}: unknown volume ${volume}`);
}
demand(
  /^postgis\/postgis:18-3\.6/.test(compose.services.database?.image ?? ''),
  'database: PostgreSQL 18 with PostGIS 3.6',
);
const settings = readFileSync('.env.example', 'utf8');
for (const name of Object.keys(compose.services.app.environment))
  demand(settings.includes(`${name}=`), `app: ${name} is not a setting of .env.example`);
demand(/^USER node$/m.test(dockerfile), 'Dockerfile: must not run as root');
demand(/^HEALTHCHECK /m.test(dockerfile), 'Dockerfile: needs a health check');
demand((dockerfile.match(/^FROM /gm) ?? []).length > 1, 'Dockerfile: must have several stages');

for (const sentence of wrong) console.error(sentence);
process.exit(wrong.length === 0 ? 0 : 1);
