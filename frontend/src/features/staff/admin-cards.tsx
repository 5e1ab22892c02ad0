import type { Session } from '@lofteskartan/shared/contracts/staff';
import { useTranslation } from 'react-i18next';
import { LinkCard } from '../../ui/link-card.js';
import { adminWaysOf } from './admin-ways.js';

/** The pages of the administration that somebody may open, a card each. */
export function AdminCards({ session }: { session: Session }) {
  const { t } = useTranslation('work');
  return adminWaysOf(session).map(({ to, words, Icon }) => (
    <LinkCard
      key={to}
      to={to}
      title={t(`admin.ways.${words}.title`)}
      note={t(`admin.ways.${words}.note`)}
      glyph={<Icon size={24} />}
    />
  ));
}
