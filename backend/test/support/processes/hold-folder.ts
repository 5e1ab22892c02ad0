import { lockFolder } from '../../../src/platform/database/embedded/folder-lock.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Takes the folder named on the command line, says so and stays until it is ended. */
try {
  await lockFolder(process.argv[2] ?? '');
  say(`holds ${process.pid}`);
  setInterval(() => undefined, 1000);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
