/**
 * Loaded before the product by the journeys alone (`node --import`): its clock goes on by as many milliseconds as stand in the file that
 * JOURNEY_CLOCK names, so that half a year passes between two clicks; beside it stands what it has seen. The product knows nothing of it.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.JOURNEY_CLOCK;
const RealDate = Date;
let ahead = 0;

function look() {
  const told = existsSync(file) ? readFileSync(file, 'utf8') : '0';
  if (Number(told) === ahead) return;
  ahead = Number(told);
  writeFileSync(`${file}.seen`, told);
}

if (file) {
  look();
  setInterval(look, 100).unref();
  const now = () => RealDate.now() + ahead;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
}
