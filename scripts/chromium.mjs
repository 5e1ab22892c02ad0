/** Finds a Chromium for the browser journeys, else installs one, else says how to. */
import { existsSync } from 'node:fs';
import { bin, fail, run, say } from './steps.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The path of a Chromium; ends the command with instructions when there is none and none can be installed. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : fail(`CHROMIUM_PATH names ${named}, which is not there.`);
  const found = usual.find((path) => existsSync(path)) ?? (await playwrightsOwn());
  if (found) return found;
  say('No Chromium found; installing one for the browser journeys…');
  await run(bin('playwright'), ['install', 'chromium'], { quiet: true });
  const downloaded = await playwrightsOwn();
  if (downloaded) return downloaded;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    await run('apt-get', ['update', '-qq'], { quiet: true });
    await run('apt-get', ['install', '-y', '-qq', 'chromium'], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  return fail(
    'The browser journeys need a Chromium and none could be installed. Install one (Debian: apt-get install chromium; ' +
      'else: npx playwright install chromium) or set CHROMIUM_PATH, and run npm test again.',
  );
}
