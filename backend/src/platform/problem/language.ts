import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { LANGUAGES, type Language as LanguageCode } from '@lofteskartan/shared/vocabulary';
import type { Request } from 'express';

/**
 * The language to answer in, from `Accept-Language` (RFC 9110): the supported one with the highest weight, Swedish when
 * none fits or two weigh the same.
 */
export function preferredLanguage(acceptLanguage: string | undefined): LanguageCode {
  let best: LanguageCode = 'sv';
  let bestWeight = 0;
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = LANGUAGES.find((each) => range === each || range.startsWith(`${each}-`));
    if (!language) continue;
    const quality = parameters.map((each) => each.trim()).find((each) => each.startsWith('q='));
    const weight = quality ? Number(quality.slice(2)) : 1;
    if (weight > bestWeight || (weight === bestWeight && weight > 0 && language === 'sv')) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

/** The caller's language: `@CallerLanguage() language: Language`. */
export const CallerLanguage = createParamDecorator((_: unknown, context: ExecutionContext): LanguageCode =>
  preferredLanguage(context.switchToHttp().getRequest<Request>().get('Accept-Language')),
);
