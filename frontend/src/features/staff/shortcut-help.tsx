import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { shortcutsNow, switchShortcuts, useShortcutsOn } from '../../platform/shortcuts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './shortcut-help.module.css';

const KEY_NAMES: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑' };

function Keys({ keys, then }: { keys: string; then: string }) {
  return keys.split(' ').map((key, index) => (
    <Fragment key={key}>
      {index > 0 && ` ${then} `}
      <kbd className={styles.key}>{KEY_NAMES[key] ?? key}</kbd>
    </Fragment>
  ));
}

/** The shortcuts of this page, and the switch that turns them off. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('work');
  const isOn = useShortcutsOn();
  return (
    <Dialog title={t('shortcuts.title')} open={open} onClose={onClose}>
      {open &&
        shortcutsNow().map(({ name, shortcuts }) => (
          <section key={name} className={styles.group}>
            <h3>{name}</h3>
            <dl className={styles.list}>
              {shortcuts.map(({ keys, words }) => (
                <div key={keys}>
                  <dt>
                    <Keys keys={keys} then={t('shortcuts.then')} />
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <div className={styles.switch}>
        <Button
          role="switch"
          aria-checked={isOn}
          onClick={() => {
            switchShortcuts(!isOn);
          }}
        >
          {isOn ? t('shortcuts.on') : t('shortcuts.off')}
        </Button>
        <p>{t('shortcuts.onHow')}</p>
      </div>
    </Dialog>
  );
}
