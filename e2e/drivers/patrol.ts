import { expect } from '@playwright/test';
import { Staff } from './staff.js';

/** Police in a car, on the page that works without a network. */
export class Patrol extends Staff {
  /** Waits until the page would open without a network. */
  async isReadyWithoutNetwork(): Promise<void> {
    await expect
      .poll(() =>
        this.page.evaluate(async () => {
          const worker = await navigator.serviceWorker.getRegistration('/arbete/bilen');
          return worker?.active?.state;
        }),
      )
      .toBe('activated');
  }

  async losesTheNetwork(): Promise<void> {
    await this.page.context().setOffline(true);
  }

  async findsTheNetwork(): Promise<void> {
    await this.page.context().setOffline(false);
  }

  /** The first that is sent there hangs in the air until the answer of this is called: then the network is lost for it, and for nothing else. */
  async loses(method: string, address: string): Promise<() => void> {
    let lose = (): void => undefined;
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    let isLost = false;
    await this.page.route(address, async (route) => {
      if (isLost || route.request().method() !== method) return route.continue();
      isLost = true;
      await lost;
      return route.abort('internetdisconnected');
    });
    return lose;
  }

  /** Drives on, and looks at the phone there. */
  async drivesTo([longitude, latitude]: readonly [number, number]): Promise<void> {
    await this.page.context().setGeolocation({ longitude, latitude });
    await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  }

  /** Tells a check at the stretch that stands chosen, or here, by one thumb. */
  async tells(method: string, measured: string, reported: string): Promise<void> {
    await this.choosesChip(this.page.getByRole('radiogroup', { name: 'Hur?' }), method);
    await this.page.getByLabel('Mätta fordon', { exact: true }).fill(measured);
    await this.page.getByLabel('Rapporterade förare', { exact: true }).fill(reported);
  }

  async saves(): Promise<void> {
    await this.button('Spara kontrollen').click();
  }

  async signsOut(): Promise<void> {
    await this.page.goto('/arbete');
    await this.page.locator('button[aria-expanded]').filter({ hasText: 'Demo Kommunpolis' }).click();
    await this.button('Logga ut').click();
  }

  /** Names of what a sign-out must leave nothing of. */
  async leftOnDevice(): Promise<string[]> {
    return this.page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  }
}
