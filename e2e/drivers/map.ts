import { type Locator, type Page } from '@playwright/test';

/** The map, and the list that says the same. */
export class MapOf {
  constructor(private readonly page: Page) {}

  /** The map itself. */
  get canvas(): Locator {
    return this.page.getByRole('application', { name: /^Karta över/ });
  }

  /** Pins and clusters. */
  get marks(): Locator {
    return this.canvas.getByRole('button');
  }

  /** The rows of the list twin. */
  get rows(): Locator {
    return this.page.getByRole('region', { name: 'Förslag i lista' }).last().getByRole('article');
  }
}
