import { isUtf8 } from 'node:buffer';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { NestFactory } from '@nestjs/core';
import type { Type } from '@nestjs/common';
import express, { type NextFunction, type Request, type Response } from 'express';
import type { DestinationStream } from 'pino';
import { compressAnswers } from './compression.js';
import { createLog, NestLog } from './logging/log.js';
import { requestLog } from './logging/request-log.js';
import { PlatformModule, type PlatformParts } from './platform.module.js';
import { ProblemFilter } from './problem/problem.filter.js';
import { Refused } from './problem/refused.js';
import { apiPrefix, listRoutes, outsideApi } from './routes.js';
import { refuseForeignOrigin } from './security/foreign-origin.js';
import { securityHeaders } from './security/headers.js';
import { frontendFolder, serveFrontend } from './static/frontend.js';
import { PageHeads } from './static/page-head.js';

/** What the application is made of. */
export interface AppParts extends PlatformParts {
  /** The module that imports every room. */
  readonly rooms: Type<object>;
  /** Where the log goes instead of standard output. */
  readonly logTo?: DestinationStream;
}

/** The root that puts the platform before the rooms. */
class Application {}

/** JSON is UTF-8: other bytes would be kept as replacement characters that nobody wrote. */
function refuseNonText(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new Error('Not UTF-8');
}

/** Body of a request, as JSON: room for 2,000 characters many times over. */
const jsonLimit = '100kb';
/** The same where a route takes a file's text. */
const fileLimit = '2mb';

/** Tells which requests may bring a file's text. */
function fileTaker(app: NestExpressApplication): (request: Request) => boolean {
  const routes = listRoutes(app)
    .filter(({ declaration }) => declaration?.takesFile)
    .map(({ method, path }) => ({ method, path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`) }));
  return (request) => routes.some(({ method, path }) => method === request.method && path.test(request.path));
}

/** The whole application, initialised but neither listening nor working on jobs, as `main.ts` and the tests run it. */
export async function createApp(parts: AppParts): Promise<NestExpressApplication> {
  const { config } = parts;
  const log = createLog(config, parts.logTo);
  const root = { module: Application, imports: [PlatformModule.forRoot(parts), parts.rooms] };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('trust proxy', config.trustProxy);
  app.set('query parser', 'simple');
  app.set('etag', 'weak');
  app.use(requestLog(log));
  app.use(...securityHeaders(config));
  app.use(compressAnswers());
  app.use(refuseForeignOrigin(config));
  const folder = frontendFolder();
  if (folder) app.use(serveFrontend(folder, app.get(PageHeads)));
  const read = { strict: true, type: 'application/json', verify: refuseNonText };
  const [readJson, readFile] = [jsonLimit, fileLimit].map((limit) => express.json({ ...read, limit }));
  // The routes are known when the application is initialised, which is before the first request.
  let takesFile: (request: Request) => boolean = () => false;
  app.use((request: Request, response: Response, next: NextFunction) =>
    (takesFile(request) ? readFile : readJson)?.(request, response, next),
  );
  app.setGlobalPrefix(apiPrefix, { exclude: outsideApi });
  await app.init();
  takesFile = fileTaker(app);
  // Longer than a proxy keeps an idle connection, so that it is never closed under a request on its way.
  app.getHttpServer().keepAliveTimeout = 65_000;
  const problems = app.get(ProblemFilter);
  // Nest answers for what lies below the API's prefix; this is for the rest.
  app.use((request: Request, response: Response) => {
    problems.answer(new Refused('route.unknown'), request, response);
  });
  return app;
}
