import type { StaffMember } from '../platform/staff-member.js';
import { isPoliceIn } from './viewer.rules.js';

/** Who may ever read an event. */
export type Audience = 'public' | 'staff' | 'police';

/** Whose events a person reads in a municipality: what is the police's own is for the police alone. */
export const audiencesOf = (viewer: StaffMember, municipalityId: string): readonly Audience[] =>
  isPoliceIn(viewer, municipalityId) ? ['public', 'staff', 'police'] : ['public', 'staff'];
