import type { Session } from '@lofteskartan/shared/contracts/staff';
import {
  ChartColumn,
  FileCheck,
  Footprints,
  House,
  Inbox,
  Lamp,
  ListChecks,
  MessagesSquare,
  PenLine,
  PhoneIncoming,
  Settings,
  Share2,
  Route,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { CASE_ROLES, holds, isPolice } from '../../platform/memberships.js';
import { QUEUE_OF_WAITING } from '../../platform/work-paths.js';
import { adminWaysOf } from './admin-ways.js';
import { type MoreWay, MoreWays } from './more-ways.js';
import styles from './work-nav.module.css';
import { WhoAmI } from './who-am-i.js';

/** The ways of the workplace: at the foot of a phone, within the thumb's reach; under the header where there is room. */
export function WorkNav({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const { t } = useTranslation('work');
  const isCaseWorker = holds(session, CASE_ROLES);
  const ways = [
    { to: '/arbete', words: t('nav.start'), Icon: House, isShown: true, end: true },
    {
      to: QUEUE_OF_WAITING,
      words: t('nav.queue'),
      short: t('nav.queueShort'),
      Icon: Inbox,
      isShown: isCaseWorker,
    },
    {
      to: '/arbete/logga-insats',
      words: t('nav.log'),
      short: t('nav.logShort'),
      Icon: PenLine,
      isShown: isCaseWorker,
    },
    { to: '/arbete/insatser', words: t('nav.activities'), Icon: ListChecks, isShown: isCaseWorker },
    {
      to: '/arbete/planering',
      words: t('nav.planner'),
      Icon: Route,
      isShown: isPolice(session),
      notOnPhones: true,
    },
    {
      to: '/arbete/uppfoljningar',
      words: t('nav.followUps'),
      short: t('nav.followUpsShort'),
      Icon: FileCheck,
      isShown: holds(session, ['coordinator']),
      notOnPhones: true,
    },
    { to: '/arbete/platser', words: t('nav.places'), Icon: Lamp, isShown: isCaseWorker, isSeldom: true },
    {
      to: '/arbete/lagesbild',
      words: t('nav.situation'),
      Icon: ChartColumn,
      isShown: isCaseWorker,
      isRare: true,
    },
    {
      to: '/arbete/trygghetsvandring',
      words: t('nav.walks'),
      Icon: Footprints,
      isShown: isCaseWorker,
      isRare: true,
    },
    {
      to: '/arbete/dialoger',
      words: t('nav.dialogues'),
      Icon: MessagesSquare,
      isShown: isCaseWorker,
      isRare: true,
    },
    {
      to: '/arbete/registrera',
      words: t('nav.register'),
      Icon: PhoneIncoming,
      isShown: isCaseWorker,
      isSeldom: true,
    },
    { to: '/arbete/dela', words: t('nav.share'), Icon: Share2, isShown: isCaseWorker, isRare: true },
    {
      to: '/arbete/admin',
      words: t('nav.admin'),
      short: t('nav.adminShort'),
      Icon: Settings,
      isShown: adminWaysOf(session).length > 0,
      isSeldom: isCaseWorker,
    },
  ].filter(({ isShown }) => isShown);

  const more = ways.flatMap(({ to, words, Icon, isSeldom, isRare, notOnPhones }) => {
    const stands = isRare ? 'always' : isSeldom ? 'when-narrow' : notOnPhones ? 'on-phones' : null;
    return stands ? [{ to, words, Icon, stands } as const] : [];
  });
  const needsMore = (where: readonly MoreWay['stands'][]) =>
    more.some(({ stands }) => where.includes(stands));

  return (
    <div className={styles.bar}>
      <div className={`wrap ${styles.inner}`}>
        <nav aria-label={t('nav.label')} className={styles.nav}>
          <ul className={styles.ways}>
            {ways.map(({ to, words, short, Icon, end, isSeldom, isRare, notOnPhones }) => (
              <li
                key={to}
                className={
                  isRare ? styles.rare : isSeldom ? styles.seldom : notOnPhones ? styles.wider : undefined
                }
              >
                <NavLink to={to} end={end ?? false} className={styles.way}>
                  <Icon size={20} aria-hidden="true" />
                  {short ? (
                    <>
                      <span className={styles.long}>{words}</span>
                      <span className={styles.short}>{short}</span>
                    </>
                  ) : (
                    <span>{words}</span>
                  )}
                </NavLink>
              </li>
            ))}
            {needsMore(['always', 'when-narrow']) && (
              <li className={needsMore(['always']) ? styles.last : `${styles.last} ${styles.lastWhenNarrow}`}>
                <MoreWays ways={more} />
              </li>
            )}
          </ul>
        </nav>
        <WhoAmI session={session} onHelp={onHelp} />
      </div>
    </div>
  );
}
