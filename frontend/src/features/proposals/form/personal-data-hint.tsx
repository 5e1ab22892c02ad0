import { findPersonalData } from '@lofteskartan/shared/personal-data';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice.js';
import styles from './form.module.css';

/** Says kindly when a text seems to hold a number or an address that leads to a person. It stops nobody: a human decides. */
export function PersonalDataHint({ text }: { text: string }) {
  const { t } = useTranslation(['form', 'words']);
  const rested = useDeferredValue(text);
  const found = useMemo(() => findPersonalData(rested), [rested]);
  return (
    <div role="status">
      {found.length > 0 && (
        <Notice tone="warning" title={t('form:personal.title')}>
          <ul className={styles.findings}>
            {found.map(({ type, start, end }) => (
              <li key={start}>
                {t('form:personal.one', {
                  words: rested.slice(start, end),
                  type: t(`words:personalData.${type}`),
                })}
              </li>
            ))}
          </ul>
          <p>{t('form:personal.why')}</p>
        </Notice>
      )}
    </div>
  );
}
