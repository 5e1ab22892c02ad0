import { Controller, Get, Header } from '@nestjs/common';
import { Endpoint } from '../endpoint.js';
import { ApiDocument } from './api-document.service.js';
import { docsStyle } from './docs-style.js';

const anyone = { who: 'anyone' } as const;
const tags = ['Documentation'];

/** The API's description, for programs and for people. */
@Controller()
export class OpenApiController {
  constructor(private readonly api: ApiDocument) {}

  @Get('openapi.json')
  @Header('Content-Type', 'application/json; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'This API as OpenAPI 3.1', sv: 'API:et som OpenAPI 3.1' },
    tags,
    access: anyone,
    answers: { 200: { media: ['application/json'], description: { en: 'The OpenAPI document.' } } },
    refusals: [],
  })
  document(): string {
    return this.api.json();
  }

  @Get('api/docs')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'This API for people to read', sv: 'API:et för människor att läsa' },
    tags,
    access: anyone,
    answers: { 200: { media: ['text/html'], description: { en: 'A page.' } } },
    refusals: [],
  })
  page(): string {
    return this.api.page();
  }

  @Get('api/docs.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  @Endpoint({
    summary: { en: 'The look of the page', sv: 'Sidans utseende' },
    tags,
    access: anyone,
    answers: { 200: { media: ['text/css'], description: { en: 'A style sheet.' } } },
    refusals: [],
  })
  style(): string {
    return docsStyle;
  }
}
