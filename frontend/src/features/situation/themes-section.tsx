import type { SituationPicture } from '@lofteskartan/shared/contracts/situation';
import {
  DARK_PLACE_CAUSES,
  IDEA_TOPICS,
  PROPOSAL_KINDS,
  type ProposalKind,
  SPEED_PROBLEMS,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { BarList } from './bar-list.js';
import { Section } from './section.js';
import styles from './situation.module.css';

/** The words of a theme, by its kind. */
function useThemeWords(): (kind: ProposalKind, theme: string) => string {
  const { t } = useTranslation('words');
  return (kind, theme) => {
    const problem = SPEED_PROBLEMS.find((each) => each === theme);
    const cause = DARK_PLACE_CAUSES.find((each) => each === theme);
    const topic = IDEA_TOPICS.find((each) => each === theme);
    if (kind === 'speed-check' && problem) return t(`problem.${problem}`);
    if (kind === 'dark-place' && cause) return t(`cause.${cause}`);
    return topic ? t(`topic.${topic}`) : theme;
  };
}

/** What it is about: problems, causes and topics. */
export function ThemesSection({ picture }: { picture: SituationPicture }) {
  const { t } = useTranslation(['work-situation', 'words']);
  const wordsOf = useThemeWords();
  return (
    <Section title={t('themes.title')} lead={t('themes.lead')}>
      <div className={styles.three}>
        {PROPOSAL_KINDS.map((kind) => {
          const rows = picture.themes.filter((each) => each.kind === kind);
          return (
            <div key={kind} className={styles.part}>
              <h3>{t(`kinds.${kind}`, { ns: 'words' })}</h3>
              {rows.length === 0 ? (
                <p className={styles.soft}>{t('themes.none')}</p>
              ) : (
                <BarList
                  caption={t(`kinds.${kind}`, { ns: 'words' })}
                  name={t('themes.theme')}
                  count={t('themes.proposals')}
                  rows={rows.map(({ theme, proposals }) => ({
                    key: theme,
                    words: wordsOf(kind, theme),
                    count: proposals,
                  }))}
                />
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}
