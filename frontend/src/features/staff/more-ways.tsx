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
  /** It stands in the bar itself where there is a little more room than on a phone. */
  readonly onPhonesOnly: boolean;
}

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
        className={
          here ? `${styles.way} ${here.onPhonesOnly ? styles.hereOnPhones : styles.here}` : styles.way
        }
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <Ellipsis size={20} aria-hidden="true" />
        {t('nav.more')}
      </button>
      <ul id={id} className={styles.panel} hidden={!isOpen}>
        {ways.map(({ to, words, Icon, onPhonesOnly }) => (
          <li key={to} className={onPhonesOnly ? styles.phone : undefined}>
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
