import type { TemplateStatus } from '@lofteskartan/shared/reply-placeholders';
import type { DeclineReason, Language, ProposalKind } from '@lofteskartan/shared/vocabulary';

/** `reply-templates.json`. */
interface TemplateFile {
  readonly items: readonly {
    readonly name: string;
    readonly status: TemplateStatus;
    readonly kind: ProposalKind | null;
    readonly reason: DeclineReason | null;
    readonly text: Readonly<Record<Language, string>>;
  }[];
}

/** The templates of the file, for everybody in the municipality. Placeholders are checked where they are stored. */
export const templatesOf = (file: unknown) =>
  (file as TemplateFile).items.map((each) => ({ ...each, organisationId: null, active: true }));
