import { DAY_PARTS } from '@lofteskartan/shared/situation';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { RadioChips } from '../../ui/chips.js';
import { GLOWS, type Glow, type Shining } from './glow.rules.js';
import styles from './inventory.module.css';

/** So many of those that shine are named. */
const NAMED = 3;

/** Chooses what shines on the map, and of which part of the day. */
export function GlowControl({ glow, onChange }: { glow: Glow; onChange: (glow: Glow) => void }) {
  const { t } = useTranslation(['work-inventory', 'words']);
  return (
    <>
      <RadioChips
        label={t('heat.label')}
        value={glow.kind}
        hint={glow.kind === 'none' ? undefined : t(`heat.how_${glow.kind}`)}
        options={GLOWS.map((value) => ({ value, label: t(`heat.${value}`) }))}
        onChange={(kind) => {
          onChange({ ...glow, kind });
        }}
      />
      {glow.kind === 'time' && (
        <RadioChips
          label={t('heat.part')}
          value={glow.part}
          options={DAY_PARTS.map((value) => ({ value, label: t(`dayPart.${value}`, { ns: 'words' }) }))}
          onChange={(part) => {
            onChange({ ...glow, part });
          }}
        />
      )}
    </>
  );
}

/** The lights in words: how many places shine, and which shine most. */
export function GlowInWords({ glows, of }: { glows: readonly Shining[]; of: number }) {
  const { t } = useTranslation('work-inventory');
  const { list, number } = useFormats();
  const inWords = (figure: Shining['figure']): string =>
    figure === 'noted'
      ? t('heat.noted')
      : 'mean' in figure
        ? t('heat.mean', { mean: number(figure.mean, 1) })
        : t('row.people', { count: figure.people });
  const named = glows
    .slice(0, NAMED)
    .map(({ name, figure }) => t('heat.place', { name, figure: inWords(figure) }));
  return (
    <div className={styles.glowWords}>
      <h2>{t('heat.title')}</h2>
      {glows.length === 0 ? (
        <p>{t('heat.nowhere')}</p>
      ) : (
        <p>
          {t('heat.lit', { count: glows.length })}{' '}
          {of > glows.length && t('heat.dark', { count: of - glows.length })}{' '}
          {t('heat.most', { places: list(named) })}
        </p>
      )}
    </div>
  );
}
