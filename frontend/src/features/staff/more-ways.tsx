import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useDisclosure } from './use-disclosure.js';
import styles from './work-nav.module.css';

export interface MoreWay {
  readonly to: string;
  readonly words: string;
  readonly Icon: LucideIcon;
  /** Where it stands here: on a phone, wherever the bar is narrow, or always, since few need it often. */
  readonly stands: 'on-phones' | 'when-narrow' | 'always';
}

const HERE = {
  'on-phones': styles.hereOnPhones,
  'when-narrow': styles.hereWhenNarrow,
  always: styles.here,
} as const;
const STANDS = { 'on-phones': styles.phone, 'when-narrow': styles.narrow, always: undefined } as const;

/** The ways that have no room of their own in the bar, behind a button at its end. */
export function MoreWays({ ways }: { ways: readonly MoreWay[] }) {
  const { t } = useTranslation('work');
  const { pathname } = useLocation();
  const id = useId();
  const { box, button, isOpen, toggle } = useDisclosure();
  const here = ways.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <div ref={box} className={styles.more}>
      <button
        ref={button}
        type="button"
        className={here ? `${styles.way} ${HERE[here.stands]}` : styles.way}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <Ellipsis size={20} aria-hidden="true" />
        {t('nav.more')}
      </button>
      <ul id={id} className={styles.panel} hidden={!isOpen}>
        {ways.map(({ to, words, Icon, stands }) => (
          <li key={to} className={STANDS[stands]}>
            <NavLink to={to} className={styles.panelWay}>
              <Icon size={20} aria-hidden="true" />
              {words}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
