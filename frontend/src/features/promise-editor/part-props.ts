import type { PromiseContent } from '@lofteskartan/shared/promise-content';

/** What every part of the editor gets. */
export interface PartProps {
  content: PromiseContent;
  onChange: (part: Partial<PromiseContent>) => void;
}
