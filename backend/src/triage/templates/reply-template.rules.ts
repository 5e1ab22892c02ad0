import { placeholderFaults, placeholdersFor } from '@lofteskartan/shared/reply-placeholders';
import { LANGUAGES, type Language, type ProposalStatus } from '@lofteskartan/shared/vocabulary';
import type { FieldCode } from '../../platform/problem/codes.js';

/** A field of a template that is wrong. */
export interface TemplateFault {
  readonly field: string;
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, readonly string[]>>;
}

const inBraces = (names: readonly string[]): string[] => names.map((name) => `{${name}}`);

/** What is wrong with a template: placeholders that nothing fills, and a reason where nothing is declined. */
export function templateFaults(template: {
  readonly status: ProposalStatus;
  readonly reason: string | null;
  readonly text: Readonly<Record<Language, string>>;
}): TemplateFault[] {
  const { status, reason, text } = template;
  const faults: TemplateFault[] = [];
  if (reason !== null && status !== 'declined') faults.push({ field: 'reason', code: 'notWanted' });
  for (const language of LANGUAGES) {
    const { unknown, notHere } = placeholderFaults(text[language], language, status);
    const allowed = inBraces(placeholdersFor(status).map(({ name }) => name[language]));
    const field = `text.${language}`;
    if (unknown.length > 0)
      faults.push({ field, code: 'placeholderUnknown', params: { names: inBraces(unknown), allowed } });
    else if (notHere.length > 0)
      faults.push({ field, code: 'placeholderNotHere', params: { names: inBraces(notHere), allowed } });
  }
  return faults;
}
