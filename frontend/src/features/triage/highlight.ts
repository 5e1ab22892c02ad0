import type { PersonalDataFinding } from '@lofteskartan/shared/contracts/proposals';

/** A part of a text: plain, or something that looks like personal data. */
export interface TextPart {
  text: string;
  found: PersonalDataFinding['type'] | null;
}

/** Cuts a text at the findings of its field. Overlapping and impossible ones are left out. */
export function cutAtFindings(
  text: string,
  field: string,
  findings: readonly PersonalDataFinding[],
): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  const own = findings
    .filter((each) => each.field === field && each.end > each.start && each.end <= text.length)
    .sort((a, b) => a.start - b.start);
  for (const { start, end, type } of own) {
    if (start < at) continue;
    if (start > at) parts.push({ text: text.slice(at, start), found: null });
    parts.push({ text: text.slice(start, end), found: type });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), found: null });
  return parts;
}
