import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';
import { ScrollText, Settings, Users, type LucideIcon } from 'lucide-react';
import { COORDINATORS, holds, SETTINGS_ROLES } from '../../platform/memberships.js';

/** A page of the administration: its address, its words under `admin.ways` in `work.json`, and who has it. */
interface AdminWay {
  readonly to: string;
  readonly words: 'accounts' | 'settings' | 'log';
  readonly Icon: LucideIcon;
  readonly roles: readonly Role[];
}

/** Every page of the administration, in the order in which it shows. A new page is one line here, and its words. */
const ADMIN_WAYS: readonly AdminWay[] = [
  { to: '/arbete/konton', words: 'accounts', Icon: Users, roles: ['admin'] },
  { to: '/arbete/installningar', words: 'settings', Icon: Settings, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/logg', words: 'log', Icon: ScrollText, roles: COORDINATORS },
];

/** The pages that somebody's roles open. */
export const adminWaysOf = (session: Session): readonly AdminWay[] =>
  ADMIN_WAYS.filter(({ roles }) => holds(session, roles));
