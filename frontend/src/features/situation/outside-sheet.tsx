import type { OutsidePicture } from '@lofteskartan/shared/contracts/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DoneSection } from './done-section.js';
import { CertaintyLegend, HotSpotList } from './hot-spot-list.js';
import { LocalitiesSection } from './localities-section.js';
import { MethodSection } from './method-section.js';
import { MonthsSection } from './months-section.js';
import { Section } from './section.js';
import styles from './situation.module.css';
import { ThemesSection } from './themes-section.js';
import { TimesSection } from './times-section.js';
import { usePeriodName } from './use-period-name.js';
import { Whole } from './whole.js';

/** The picture on paper: what may leave the staff side. It stands on the page and shows in print alone. */
export function OutsideSheet({ outside, today }: { outside: OutsidePicture | undefined; today: string }) {
  const { t } = useTranslation('work-situation');
  const { date } = useFormats();
  const nameOf = usePeriodName();
  if (!outside) return <div className={styles.sheet}>{t('sheet.loading')}</div>;
  const { picture, hotSpots, usual } = outside;
  return (
    <div className={styles.sheet}>
      <p className={styles.sheetTitle}>{t('titleIn', { municipality: picture.municipalityName })}</p>
      <p>
        <strong>{nameOf(picture)}</strong>. {t('sheet.made', { day: date(today) })} {t('sheet.small')}
      </p>
      <Whole picture={picture} />
      <Section title={t('sheet.spots')}>
        {hotSpots.length === 0 ? <p>{t('sheet.none')}</p> : <HotSpotList spots={hotSpots} usual={usual} />}
        <CertaintyLegend />
      </Section>
      <TimesSection picture={picture} />
      <ThemesSection picture={picture} />
      <MonthsSection picture={picture} />
      <LocalitiesSection picture={picture} />
      <DoneSection picture={picture} />
      <MethodSection />
    </div>
  );
}
