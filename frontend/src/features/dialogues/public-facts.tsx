import type { Medborgardialog } from '@lofteskartan/shared/contracts/medborgardialoger';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { DIALOGUE_LEVELS } from '@lofteskartan/shared/medborgardialog';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import styles from './dialogues.module.css';

/** How much those who come can decide: the step of the ladder, and what it means in plain words. */
export function LevelView({ dialogue, meaning }: { dialogue: Medborgardialog; meaning: string }) {
  const { t } = useTranslation('dialogues');
  return (
    <div className={styles.level}>
      <p className={styles.text}>{meaning}</p>
      <ol className={styles.steps} aria-label={t('dialogue.ladder')}>
        {DIALOGUE_LEVELS.map((level) => (
          <li key={level} aria-current={level === dialogue.level ? 'step' : undefined}>
            {t(`level.${level}`)}
          </li>
        ))}
      </ol>
    </div>
  );
}

/** When and where, and what one needs to get there and take part. */
export function PracticalFacts({
  dialogue,
  municipality,
}: {
  dialogue: Medborgardialog;
  municipality: Municipality | undefined;
}) {
  const { t } = useTranslation('dialogues');
  const { date, time, list, phrase } = useFormats();
  const { startsAt, endsAt, venue, onlineUrl, localities, targetGroups, status } = dialogue;
  const names = localities.map(
    (slug) => municipality?.localities.find((each) => each.slug === slug)?.name ?? slug,
  );
  return (
    <DefinitionList
      items={[
        { term: t('dialogue.when'), value: `${date(startsAt)} ${time(startsAt)}–${time(endsAt)}` },
        { term: t('dialogue.where'), value: venue },
        {
          term: t('dialogue.online'),
          value: onlineUrl !== null && status !== 'cancelled' && <a href={onlineUrl}>{t('dialogue.join')}</a>,
        },
        { term: t('practical.accessibility'), value: dialogue.accessibility },
        { term: t('practical.interpreter'), value: dialogue.interpreter },
        { term: t('practical.transport'), value: dialogue.transport },
        { term: t('dialogue.localities'), value: names.length > 0 ? list(names) : municipality?.name },
        { term: t('dialogue.groups'), value: phrase(targetGroups.map((each) => t(`group.${each}`))) },
      ]}
    />
  );
}

/** Who leads it and who answers there, by role. */
export function PresidiumList({ dialogue: { presidium } }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation('dialogues');
  return (
    <ul>
      {presidium.map(({ role, organisation }, index) => (
        <li key={index}>
          {t(`role.${role}`)}: {organisation}
        </li>
      ))}
    </ul>
  );
}

/** The commitments, places and proposals that it is about, each a way to its page. */
export function SubjectList({ dialogue: { subjects, municipality } }: { dialogue: Medborgardialog }) {
  const { t } = useTranslation(['dialogues', 'words']);
  return (
    <ul>
      {subjects.map(({ kind, key, title, proposalKind, path }) => (
        <li key={key}>
          {t(`subject.${kind}`)}:{' '}
          <Link to={`/${municipality}${path ?? ''}`}>
            {proposalKind === null ? title : `${t(`kind.${proposalKind}`, { ns: 'words' })}, ${title}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}
