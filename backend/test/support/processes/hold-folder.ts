import { lockFolder } from '../../../src/platform/database/embedded/folder-lock.js';

/** Takes the folder named on the command line, says so and stays until it is ended. */
try {
  await lockFolder(process.argv[2] ?? '');
  console.log(`holds ${process.pid}`);
  setInterval(() => undefined, 1000);
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
}
