import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

interface Watched {
  /** Messages of the console that this journey provokes on purpose. */
  expectedInConsole: RegExp[];
  /** Fails the journey when any of its pages complained or spoke with another site. */
  watch: undefined;
}

/** The browser's own line for an answer that is no success; the journeys check such answers by what people see. */
const refusedAnswer = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** A journey during which no page may complain in the console, break its security policy or call another site. */
export const test = base.extend<Watched>({
  expectedInConsole: [[], { option: true }],
  watch: [
    async ({ context, baseURL, expectedInConsole }, use) => {
      const faults = watchContext(context, baseURL ?? '');
      await use(undefined);
      expect(faults.filter((fault) => !expectedInConsole.some((pattern) => pattern.test(fault)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects what any page of a context complains about and whom it calls. */
export function watchContext(context: BrowserContext, baseURL: string): string[] {
  const faults: string[] = [];
  const own = new URL(baseURL).origin;
  const watchPage = (page: Page): void => {
    page.on('console', (message) => {
      const text = message.text();
      if (['error', 'warning', 'info'].includes(message.type()) && !refusedAnswer.test(text))
        faults.push(text);
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== own) faults.push(`called ${request.url()}`);
    });
  };
  context.on('page', watchPage);
  return faults;
}

export { expect } from '@playwright/test';
