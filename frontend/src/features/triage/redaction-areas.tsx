import type { RedactionRegion } from '@lofteskartan/shared/contracts/redactions';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  FoldHorizontal,
  FoldVertical,
  Trash2,
  UnfoldHorizontal,
  UnfoldVertical,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { moved, resized, STEP } from './redaction.rules.js';
import styles from './redaction.module.css';
import type { Regions } from './use-regions.js';

interface RedactionAreasProps {
  regions: Regions;
  selected: number | null;
  onChange: (regions: Regions, selected: number | null) => void;
  onSelect: (index: number) => void;
}

const far = 2 * STEP;
const icon = { size: 20, 'aria-hidden': true } as const;

/** What each button does to the part that is chosen: for those who neither draw nor use keys. */
const NUDGES = [
  ['left', ArrowLeft, (region: RedactionRegion) => moved(region, -far, 0)],
  ['right', ArrowRight, (region: RedactionRegion) => moved(region, far, 0)],
  ['up', ArrowUp, (region: RedactionRegion) => moved(region, 0, -far)],
  ['down', ArrowDown, (region: RedactionRegion) => moved(region, 0, far)],
  ['wider', UnfoldHorizontal, (region: RedactionRegion) => resized(region, far, 0)],
  ['narrower', FoldHorizontal, (region: RedactionRegion) => resized(region, -far, 0)],
  ['higher', UnfoldVertical, (region: RedactionRegion) => resized(region, 0, far)],
  ['lower', FoldVertical, (region: RedactionRegion) => resized(region, 0, -far)],
] as const;

/** The parts in words: where each is, and buttons that move, resize and remove it. */
export function RedactionAreas({ regions, selected, onChange, onSelect }: RedactionAreasProps) {
  const { t } = useTranslation('work-photos');
  if (regions.length === 0) return <p className={styles.soft}>{t('draw.none')}</p>;
  const share = (value: number) => Math.round(value * 100);
  return (
    <ol className={styles.areas} aria-label={t('draw.areas')}>
      {regions.map((region, index) => {
        const number = index + 1;
        return (
          <li key={index}>
            <div className={styles.area}>
              <button
                type="button"
                className={styles.choose}
                aria-pressed={index === selected}
                onClick={() => {
                  onSelect(index);
                }}
              >
                <strong>{t('draw.area', { number })}</strong>{' '}
                <span className={styles.soft}>
                  {t('draw.where', {
                    x: share(region.x),
                    y: share(region.y),
                    width: share(region.width),
                    height: share(region.height),
                  })}
                </span>
              </button>
              <Button
                look="quiet"
                icon={<Trash2 {...icon} />}
                aria-label={t('draw.remove', { number })}
                onClick={() => {
                  const left = regions.filter((_, at) => at !== index);
                  onChange(left, left.length > 0 ? Math.max(0, index - 1) : null);
                }}
              />
            </div>
            {index === selected && (
              <div role="group" className={styles.nudges} aria-label={t('draw.nudge.label', { number })}>
                {NUDGES.map(([way, Icon, change]) => (
                  <Button
                    key={way}
                    icon={<Icon {...icon} />}
                    aria-label={t(`draw.nudge.${way}`)}
                    title={t(`draw.nudge.${way}`)}
                    onClick={() => {
                      onChange(
                        regions.map((each, at) => (at === index ? change(each) : each)),
                        index,
                      );
                    }}
                  />
                ))}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}
