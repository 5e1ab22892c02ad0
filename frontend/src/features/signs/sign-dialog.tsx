import type { PlaceSign } from '@lofteskartan/shared/contracts/place-signs';
import { PLANNER_LIMITS } from '@lofteskartan/shared/planner';
import { LANGUAGES, type Language } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { Download, QrCode } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { signFile, signQuery, type SignPath } from './signs.queries.js';
import styles from './signs.module.css';

interface SignDialogProps {
  path: SignPath;
  namesRoad: boolean;
  onClose: () => void;
}

/** What a sign says, in which language, and the file to print. */
export default function SignDialog({ path, namesRoad, onClose }: SignDialogProps) {
  const { t } = useTranslation('work-signs');
  const [language, setLanguage] = useState<Language>('sv');
  const [road, setRoad] = useState('');
  // The sign is asked for when the name is written, not at each letter.
  const [shownRoad, setShownRoad] = useState('');
  const { data: sign, error, refetch } = useQuery(signQuery(path, { language, road: shownRoad }));
  const isEmpty = error?.code === 'sign.nothingPublic';
  return (
    <Dialog
      open
      wide
      title={t('title')}
      onClose={onClose}
      actions={
        sign &&
        !error && (
          <a className={styles.download} href={signFile(path, { language, road })} download>
            <Download size={18} aria-hidden="true" />
            {t('download')}
          </a>
        )
      }
    >
      {isEmpty ? (
        <Notice title={t('empty')}>
          <p>{error.detail}</p>
        </Notice>
      ) : (
        <div className={styles.both}>
          <div className={styles.choices}>
            <p>{t('lead')}</p>
            <RadioChips
              label={t('language')}
              value={language}
              options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
              onChange={setLanguage}
            />
            {namesRoad && (
              <TextField
                label={t('road')}
                hint={t('roadHint')}
                optional
                value={road}
                maxLength={PLANNER_LIMITS.signRoadCharacters}
                onChange={(event) => {
                  setRoad(event.target.value);
                }}
                onBlur={() => {
                  setShownRoad(road);
                }}
              />
            )}
          </div>
          {error ? (
            <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
          ) : sign ? (
            <Preview sign={sign} />
          ) : (
            <Skeleton label={t('loading')}>
              <SkeletonBlock height="20rem" />
            </Skeleton>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** The words of the sign, arranged as on paper. */
function Preview({ sign }: { sign: PlaceSign }) {
  const { t } = useTranslation('work-signs');
  const { municipality, promise, heading, place, lines, ask, how, address, foot, language } = sign;
  return (
    <section className={styles.paper} aria-label={t('preview')} aria-live="polite" lang={language}>
      <p className={styles.small}>
        <b>{municipality}</b>
        {promise && <span>{promise}</span>}
      </p>
      <p className={styles.heading}>{heading}</p>
      {place && (
        <p>
          <b>{place}</b>
        </p>
      )}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className={styles.code}>
        <QrCode size={72} strokeWidth={1.4} aria-hidden="true" />
        <div>
          <p>
            <b>{ask}</b>
          </p>
          <p className={styles.small}>{how}</p>
        </div>
      </div>
      <p className={styles.link}>{address.replace(/^https?:\/\//, '')}</p>
      <p className={styles.small}>{foot}</p>
    </section>
  );
}
