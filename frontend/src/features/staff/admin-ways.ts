import type { Session } from '@lofteskartan/shared/contracts/staff';
import type { Role } from '@lofteskartan/shared/vocabulary';
import {
  Archive,
  FileText,
  Bug,
  Building2,
  ChartColumn,
  CirclePlus,
  HandHeart,
  Landmark,
  MapPinned,
  MessageSquareText,
  Milestone,
  Scale,
  ScrollText,
  Settings,
  ShieldBan,
  Signpost,
  Spline,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { CASE_ROLES, COORDINATORS, holds, SETTINGS_ROLES } from '../../platform/memberships.js';

/** A page of the administration: its address, its words under `admin.ways` in `work.json`, and who has it. */
interface AdminWay {
  readonly to: string;
  readonly words:
    | 'town'
    | 'shapes'
    | 'localities'
    | 'places'
    | 'openings'
    | 'organisations'
    | 'newTown'
    | 'accounts'
    | 'settings'
    | 'templates'
    | 'log'
    | 'disposal'
    | 'promise'
    | 'documents'
    | 'bodies'
    | 'blockList'
    | 'population'
    | 'quarantine';
  readonly Icon: LucideIcon;
  readonly roles: readonly Role[];
  /** Only for those who look after the whole installation. */
  readonly ofInstallation?: boolean;
}

/** Every page of the administration, in the order in which it shows. A new page is one line here, and its words. */
const ADMIN_WAYS: readonly AdminWay[] = [
  { to: '/arbete/admin/lofte', words: 'promise', Icon: HandHeart, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/ingaende-balanser', words: 'openings', Icon: Scale, roles: COORDINATORS },
  { to: '/arbete/konton', words: 'accounts', Icon: Users, roles: ['admin'] },
  { to: '/arbete/admin/kommun', words: 'town', Icon: Landmark, roles: SETTINGS_ROLES },
  { to: '/arbete/installningar', words: 'settings', Icon: Settings, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/orter', words: 'localities', Icon: MapPinned, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/befolkning', words: 'population', Icon: ChartColumn, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/platser', words: 'places', Icon: Milestone, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/granser', words: 'shapes', Icon: Spline, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/organisationer', words: 'organisations', Icon: Building2, roles: ['admin'] },
  { to: '/arbete/admin/ansvariga', words: 'bodies', Icon: Signpost, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/svarsmallar', words: 'templates', Icon: MessageSquareText, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/sparrlista', words: 'blockList', Icon: ShieldBan, roles: SETTINGS_ROLES },
  { to: '/arbete/admin/karantan', words: 'quarantine', Icon: Bug, roles: CASE_ROLES },
  { to: '/arbete/admin/logg', words: 'log', Icon: ScrollText, roles: COORDINATORS },
  { to: '/arbete/admin/gallring', words: 'disposal', Icon: Archive, roles: COORDINATORS },
  { to: '/arbete/admin/underlag', words: 'documents', Icon: FileText, roles: COORDINATORS },
  {
    to: '/arbete/admin/ny-kommun',
    words: 'newTown',
    Icon: CirclePlus,
    roles: SETTINGS_ROLES,
    ofInstallation: true,
  },
];

/** The pages that somebody's roles and rights open. */
export const adminWaysOf = (session: Session): readonly AdminWay[] =>
  ADMIN_WAYS.filter(
    ({ roles, ofInstallation }) => holds(session, roles) && (!ofInstallation || session.installationAdmin),
  );
