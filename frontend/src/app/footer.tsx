import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './footer.module.css';
import { LanguageSwitch } from './language-switch.js';

/** A number to press. Its words come from the sentence around it. */
function Call({ to, children }: { to: string; children?: ReactNode }) {
  return <a href={`tel:${to}`}>{children}</a>;
}

/** Who stands behind the page, where to call, and the pages that the law asks for. */
export function Footer({ municipality }: { municipality: Municipality | undefined }) {
  const { t } = useTranslation('app');
  return (
    <footer className={styles.footer}>
      <div className={`wrap ${styles.inner}`}>
        <div className={styles.words}>
          {municipality && (
            <p className={styles.from}>
              {t('footer.from', { municipality: municipality.name, police: municipality.policeDistrict })}
            </p>
          )}
          <p>
            <Trans
              t={t}
              i18nKey="footer.emergency"
              components={{ call: <Call to="112" />, police: <Call to="11414" /> }}
            />
          </p>
        </div>
        <nav aria-label={t('footer.label')}>
          <ul className={styles.links}>
            {municipality && (
              <>
                <li>
                  <Link to={`/${municipality.slug}/mina`}>{t('footer.mine')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/svar`}>{t('footer.answers')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/dialoger`}>{t('footer.dialogues')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/bevaka`}>{t('footer.watch')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/integritet`}>{t('footer.privacy')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/tillganglighet`}>{t('footer.accessibility')}</Link>
                </li>
                <li>
                  <Link to={`/${municipality.slug}/om`}>{t('footer.about')}</Link>
                </li>
              </>
            )}
            <li>
              <a href="/api/docs">{t('footer.api')}</a>
            </li>
            <li>
              <Link to="/arbete">{t('footer.work')}</Link>
            </li>
          </ul>
        </nav>
        <LanguageSwitch className={styles.language} />
      </div>
    </footer>
  );
}
