import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import type { Position } from '@lofteskartan/shared/position';
import { Phone } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../platform/format.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { AskedNotice } from './asked-notice.js';
import styles from './form.module.css';
import { LampQuestion } from './lamp-question.js';
import { StepFrame } from './step-frame.js';
import type { StepProps } from './step-props.js';

export interface StartStepProps extends Pick<StepProps, 'municipality' | 'kind' | 'onNext'> {
  /** When an earlier draft was saved (ISO 8601); null when there is none. */
  draftFrom: string | null;
  /** The place that came with the address; null when none did, or when one is pointed out already. */
  asked: Position | null;
  places: readonly NamedPlace[];
  onResume: () => void;
  onDrop: () => void;
}

/** Before anything is asked: whom to call, what not to write, what becomes of what is sent. */
export function StartStep({
  municipality,
  kind,
  draftFrom,
  asked,
  places,
  onResume,
  onDrop,
  onNext,
}: StartStepProps) {
  const { t } = useTranslation('form');
  const { moment } = useFormats();
  return (
    <StepFrame onNext={draftFrom ? onResume : onNext} nextLabel={draftFrom ? t('draft.resume') : undefined}>
      {draftFrom && (
        <Notice title={t('draft.title')}>
          <p>{t('draft.from', { when: moment(draftFrom) })}</p>
          <Button look="quiet" className={styles.flush} onClick={onDrop}>
            {t('draft.drop')}
          </Button>
        </Notice>
      )}
      {asked && <AskedNotice asked={asked} places={places} />}
      <ul className={styles.calls}>
        <li>
          <a className={styles.call} href="tel:112">
            <Phone size={22} aria-hidden="true" />
            {t('start.danger')}
          </a>
        </li>
        <li>
          <a className={styles.call} href={municipality.links.police}>
            <Phone size={22} aria-hidden="true" />
            {t('start.crime')}
          </a>
        </li>
      </ul>
      {kind === 'dark-place' && <LampQuestion municipality={municipality} />}
      <div className={styles.prose}>
        <p>{t(`start.what.${kind}`)}</p>
        <p>
          <b>{t('start.never')}</b>
        </p>
        <p>
          {t('start.record')} <Link to={`/${municipality.slug}/integritet`}>{t('start.privacy')}</Link>
        </p>
      </div>
    </StepFrame>
  );
}
