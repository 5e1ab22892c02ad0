import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { DefinitionList, type Definition } from '../../ui/definition-list.js';
import { Notice } from '../../ui/notice.js';
import styles from './case-words.module.css';
import { MarkedText } from './marked-text.js';
import { useLocalityName } from './workplace.js';

/** What the resident wrote, with personal data marked. */
export function CaseWords({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-case');
  const { description, personalData } = proposal;
  return (
    <div className={styles.words}>
      {personalData.length > 0 && (
        <Notice tone="warning">{t('words.found', { count: personalData.length })}</Notice>
      )}
      {description ? (
        <blockquote className={styles.quote}>
          <MarkedText text={description} field="description" findings={personalData} />
        </blockquote>
      ) : (
        <p className={styles.soft}>{t('words.none')}</p>
      )}
      {description && <p className={styles.hint}>{t('words.names')}</p>}
    </div>
  );
}

/** The coded answers in words. */
export function useAnswers(proposal: Pick<TriageProposal, 'details' | 'personalData'>): Definition[] {
  const { t } = useTranslation(['work-case', 'words']);
  const list = (words: readonly string[]) => words.join(', ');
  const { details, personalData } = proposal;
  const marked = (field: 'roadName' | 'direction', text: string | undefined) =>
    text && <MarkedText text={text} field={`details.${field}`} findings={personalData} />;
  if ('weekdays' in details)
    return [
      { term: t('field.roadName'), value: marked('roadName', details.roadName) },
      { term: t('field.direction'), value: marked('direction', details.direction) },
      {
        term: t('field.problems'),
        value: list(details.problems.map((each) => t(`problem.${each}`, { ns: 'words' }))),
      },
      {
        term: t('field.weekdays'),
        value: list(details.weekdays.map((each) => t(`weekday.${each}`, { ns: 'words' }))),
      },
      { term: t('field.hourBands'), value: list(details.hourBands.map((band) => band.replace('-', '–'))) },
      {
        term: t('field.postedLimit'),
        value: details.postedLimit && t('field.kmh', { limit: details.postedLimit }),
      },
      {
        term: t('field.near'),
        value: list(details.near.map((each) => t(`near.${each}`, { ns: 'words' }))),
      },
    ];
  if ('causes' in details)
    return [
      {
        term: t('field.causes'),
        value: list(details.causes.map((each) => t(`cause.${each}`, { ns: 'words' }))),
      },
      {
        term: t('field.when'),
        value: list(details.when.map((each) => t(`when.${each}`, { ns: 'words' }))),
      },
      {
        term: `${t('field.safetyNow')} (${t('field.internal')})`,
        value: details.safetyNow && t('field.of5', { value: details.safetyNow }),
      },
      { term: `${t('field.lampNumber')} (${t('field.internal')})`, value: details.lampNumber },
    ];
  return [{ term: t('field.topic'), value: t(`topic.${details.topic}`, { ns: 'words' }) }];
}

/** The answers of the form, and what staff have tied to it. */
export function CaseFacts({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-case');
  const localityName = useLocalityName();
  const answers = useAnswers(proposal);
  return (
    <DefinitionList
      items={[
        ...answers,
        {
          term: t('field.placeName'),
          value: proposal.placeName && (
            <MarkedText text={proposal.placeName} field="placeName" findings={proposal.personalData} />
          ),
        },
        { term: t('field.locality'), value: localityName(proposal.locality) },
        { term: t('field.commitment'), value: proposal.commitment?.title },
        { term: t('field.responsible'), value: proposal.responsible },
      ]}
    />
  );
}
