import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { Menu, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { BrandMark } from './brand-mark.js';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch.js';

/** Brand, the three ways of the site, and the language. On a phone the ways are behind a button. */
export function Header({ municipality }: { municipality: Municipality | undefined }) {
  const { t } = useTranslation('app');
  const { key } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  const id = useId();
  const toggle = useRef<HTMLButtonElement>(null);
  // The menu belongs to the page it was opened on: a navigation closes it.
  const isOpen = openAt === key;
  const home = municipality ? `/${municipality.slug}` : '/';
  const ways = municipality
    ? [
        { to: `${home}/karta`, words: t('nav.map') },
        { to: `${home}/lofte`, words: t('nav.promise') },
        { to: `${home}/om`, words: t('nav.about') },
      ]
    : [];
  useEffect(() => {
    if (!isOpen) return undefined;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpenAt(null);
      toggle.current?.focus();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => {
      document.removeEventListener('keydown', closeOnEscape);
    };
  }, [isOpen]);

  return (
    <header className={styles.header}>
      {municipality?.demo && <p className={styles.demo}>{t('demo')}</p>}
      <div className={`wrap ${styles.bar}`}>
        <Link className={styles.brand} to={home}>
          <BrandMark />
          <span className={styles.name}>
            {t('brand')}
            {municipality && <span className={styles.place}> {municipality.shortName}</span>}
          </span>
        </Link>
        <button
          type="button"
          ref={toggle}
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpenAt(isOpen ? null : key);
          }}
        >
          {isOpen ? <X size={20} aria-hidden="true" /> : <Menu size={20} aria-hidden="true" />}
          {t('nav.menu')}
        </button>
        <div id={id} className={isOpen ? `${styles.panel} ${styles.open}` : styles.panel}>
          {ways.length > 0 && (
            <nav aria-label={t('nav.label')}>
              <ul className={styles.ways}>
                {ways.map((way) => (
                  <li key={way.to}>
                    <NavLink className={styles.way} to={way.to}>
                      {way.words}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <LanguageSwitch className={styles.language} />
        </div>
      </div>
      {municipality?.draft && <p className={styles.draft}>{t('draft', { place: municipality.shortName })}</p>}
    </header>
  );
}
