import { Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import packageJson from '../../../package.json' with { type: 'json' };
import { Config } from '../config/config.js';
import { discoverRoutes } from '../routes.js';
import { docsPage } from './docs-page.js';
import { type OpenApiDocument, openApiDocument } from './document.js';

/** The description of the running API, made when it is first asked for and kept. */
@Injectable()
export class ApiDocument {
  private made: { readonly document: OpenApiDocument; readonly json: string; page?: string } | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly config: Config,
  ) {}

  /** The document itself. */
  document(): OpenApiDocument {
    return this.all().document;
  }

  /** As JSON. */
  json(): string {
    return this.all().json;
  }

  /** As a page of HTML. */
  page(): string {
    const made = this.all();
    made.page ??= docsPage(made.document);
    return made.page;
  }

  private all() {
    if (!this.made) {
      const document = openApiDocument(
        discoverRoutes(this.discovery),
        this.config.publicUrl,
        packageJson.version,
      );
      this.made = { document, json: JSON.stringify(document) };
    }
    return this.made;
  }
}
