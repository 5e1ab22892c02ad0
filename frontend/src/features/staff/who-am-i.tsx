import type { Session } from '@lofteskartan/shared/contracts/staff';
import { ChevronDown, CircleUserRound, Keyboard, LogOut, Settings, UserRoundCog } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { waitingOnDevice } from '../../platform/device-data.js';
import { dropDraftsOf } from '../../platform/draft.js';
import { useFormats } from '../../platform/format.js';
import { CASE_ROLES, holds, SETTINGS_ROLES } from '../../platform/memberships.js';
import { useSignOut } from '../../platform/session.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useDisclosure } from './use-disclosure.js';
import styles from './who-am-i.module.css';

/** Who is signed in, for whom and as what; the shortcuts; the way out. */
export function WhoAmI({ session, onHelp }: { session: Session; onHelp: () => void }) {
  const { t } = useTranslation(['work', 'words']);
  const { moment } = useFormats();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const id = useId();
  const { box, button, isOpen, toggle, close } = useDisclosure();

  const [waiting, setWaiting] = useState(0);

  const ask = () => {
    void waitingOnDevice().then((count) => {
      if (count === 0) leave();
      else setWaiting(count);
    });
  };
  const leave = () => {
    setWaiting(0);
    signOut.mutate();
    // What was written at a shared computer is not for the next person.
    dropDraftsOf('work.');
    void navigate('/arbete');
  };

  return (
    <div ref={box} className={styles.box}>
      <button
        ref={button}
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={toggle}
      >
        <CircleUserRound size={20} aria-hidden="true" />
        <span className={styles.name}>{session.name}</span>
        <ChevronDown size={18} aria-hidden="true" />
      </button>
      <section id={id} className={styles.panel} aria-label={t('me.label')} hidden={!isOpen}>
        <p className={styles.who}>
          <strong>{session.name}</strong>
          <span>{session.email}</span>
        </p>
        <h2 className={styles.heading}>{t('me.memberships')}</h2>
        <ul className={styles.memberships}>
          {session.memberships.map((each) => (
            <li key={`${each.organisation} ${each.municipality} ${each.role}`}>
              <strong>
                {t('me.membership', {
                  role: t(`role.${each.role}`, { ns: 'words' }),
                  municipality: each.municipalityName,
                })}
              </strong>
              <span>{each.organisationName}</span>
            </li>
          ))}
        </ul>
        <p className={styles.until}>{t('me.until', { time: moment(session.expiresAt) })}</p>
        <div className={styles.acts}>
          <Link to="/arbete/mitt-konto" className={styles.settings}>
            <UserRoundCog size={18} aria-hidden="true" />
            {t('me.account')}
          </Link>
          {holds(session, SETTINGS_ROLES) && holds(session, CASE_ROLES) && (
            <Link to="/arbete/admin" className={styles.settings}>
              <Settings size={18} aria-hidden="true" />
              {t('nav.admin')}
            </Link>
          )}
          <Button
            look="quiet"
            className={styles.keyboard}
            icon={<Keyboard size={18} aria-hidden="true" />}
            onClick={() => {
              close();
              onHelp();
            }}
          >
            {t('me.shortcuts')}
          </Button>
          <Button busy={signOut.isPending} icon={<LogOut size={18} aria-hidden="true" />} onClick={ask}>
            {t('signOut')}
          </Button>
        </div>
      </section>
      <Dialog
        title={t('unsent.title')}
        open={waiting > 0}
        insists
        onClose={() => {
          setWaiting(0);
        }}
        actions={
          <>
            <Button onClick={leave}>{t('unsent.leave')}</Button>
            <Button
              look="primary"
              onClick={() => {
                setWaiting(0);
              }}
            >
              {t('unsent.stay')}
            </Button>
          </>
        }
      >
        <p>{t('unsent.what', { count: waiting })}</p>
      </Dialog>
      <Dialog
        title={t('stillIn.title')}
        open={signOut.isError}
        insists
        onClose={signOut.reset}
        actions={
          <>
            <Button onClick={signOut.reset}>{t('stillIn.close')}</Button>
            <Button look="primary" onClick={leave}>
              {t('signOut')}
            </Button>
          </>
        }
      >
        <p>{t('stillIn.what')}</p>
      </Dialog>
    </div>
  );
}
