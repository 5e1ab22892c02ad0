import type { FieldProblem } from '@lofteskartan/shared/contracts/problem';
import { createContext, use } from 'react';

/** What the fields of the editor know about the whole. */
export interface Editing {
  /** What the server said is wrong, field by field. */
  readonly faults: readonly FieldProblem[];
  /** Whether the English fields show. */
  readonly english: boolean;
  /** A reader sees everything and changes nothing. */
  readonly readOnly: boolean;
}

export const EditingContext = createContext<Editing>({ faults: [], english: false, readOnly: false });

/** What the fields of the editor know about the whole. */
export const useEditing = (): Editing => use(EditingContext);

/** The id of the input of a field, so that the list of faults leads to it. */
export const idOf = (path: string): string => `promise-${path.replace(/[^a-zA-Z0-9]+/g, '-')}`;

/** What is wrong with the field of a path such as `commitments[0].title.sv`, if anything is. */
export function useFault(path: string): string | undefined {
  return useEditing().faults.find(({ field }) => field === `content.${path}`)?.message;
}
