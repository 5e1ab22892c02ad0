import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config/config.js';

/** The origin that a tile template loads from, as a CSP source, or null when it is our own or there is none. */
function tileSource(mapTilesUrl: string | null): string | null {
  const origin = mapTilesUrl === null ? null : /^(https?:\/\/)([^/]+)\//i.exec(mapTilesUrl);
  return origin ? `${origin[1]}${origin[2]?.replace('{s}', '*')}` : null;
}

/** Headers that keep browsers from doing what the product never does. */
export function securityHeaders(config: Config): RequestHandler[] {
  const https = config.publicUrl.startsWith('https:');
  const tiles = tileSource(config.mapTilesUrl);
  const ours = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...(tiles ? [tiles] : [])],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    // Tile servers refuse browsers that do not say which site they show the map on; no path ever leaves.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: { action: 'deny' },
    originAgentCluster: true,
  });
  // Pages to embed hold text and a drawing: no script, no cookie, and only the named websites may frame them.
  const embedded = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: config.embedOrigins.length > 0 ? [...config.embedOrigins] : ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    xFrameOptions: false,
  });
  const byAddress: RequestHandler = (request, response, next) => {
    (/^\/embed\//.test(request.path) ? embedded : ours)(request, response, next);
  };
  const permissions: RequestHandler = (_request, response, next) => {
    response.setHeader(
      'Permissions-Policy',
      'geolocation=(self), camera=(), microphone=(), payment=(), usb=()',
    );
    next();
  };
  return [byAddress, permissions];
}
