import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Municipality, NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { LogDraft } from './log-draft.js';

/** What every screen of the form gets. */
export interface StepProps {
  draft: LogDraft;
  change: (part: Partial<LogDraft>) => void;
  commitment: Commitment;
  municipality: Municipality | undefined;
  /** The municipality's place list: what a place on the map is called. */
  places: readonly NamedPlace[];
  session: Session;
  onNext: () => void;
}

/** Whether one's own organisation owns a commitment where it works. */
export const isOwn = (commitment: Commitment, session: Session): boolean =>
  commitment.owners.some(({ slug }) =>
    session.memberships.some(
      (each) =>
        each.organisation === slug && each.municipality === commitment.municipality && each.role !== 'admin',
    ),
  );
