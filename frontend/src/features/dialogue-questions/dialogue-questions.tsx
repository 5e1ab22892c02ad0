import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus, Search } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { ButtonLink } from '../../ui/button.js';
import { Part } from '../../ui/part.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { QuestionRow } from './question-row.js';
import { questionsQuery } from './questions.queries.js';
import styles from './questions.module.css';

/** So many questions before a search is worth its place. */
const SEARCH_FROM = 6;

export interface DialogueQuestionsProps {
  /** The reference of the dialogue. */
  dialogue: string;
  /** The municipality’s slug. */
  municipality: string;
  /** Whether the municipality sends answers by mail. */
  mail: boolean;
}

/** The questions of a dialogue by support, with the way to ask one: for the dialogue's own page and for a page of their own. */
export function DialogueQuestions({ dialogue, municipality, mail }: DialogueQuestionsProps) {
  const { t } = useTranslation('dialogue-questions');
  const { moment } = useFormats();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const { data, error, refetch } = useQuery(questionsQuery(dialogue, q));
  return (
    <Part id="questions" title={t('list.title')}>
      {data?.open && <p>{t('list.lead')}</p>}
      {data && !data.open && <p>{t('list.closed')}</p>}
      {data?.open && (
        <div className={styles.ask}>
          <ButtonLink
            to={`/${municipality}/dialoger/${dialogue}/fraga`}
            icon={<MessageSquarePlus size={20} aria-hidden="true" />}
          >
            {t('list.ask')}
          </ButtonLink>
          {data.until && <p className={styles.soft}>{t('list.until', { when: moment(data.until) })}</p>}
        </div>
      )}
      {data && (data.total >= SEARCH_FROM || words !== '') && (
        <TextField
          label={t('list.search')}
          type="search"
          icon={<Search size={18} aria-hidden="true" />}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
          }}
        />
      )}
      {error && !data && <ErrorState error={error} title={t('list.failed')} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Skeleton label={t('list.loading')}>
          <SkeletonText lines={6} />
        </Skeleton>
      )}
      {data?.items.length === 0 && (
        <EmptyState title={q === '' ? t('list.none') : t('list.noMatch')}>
          {q !== '' ? t('list.noMatchHow') : data.open ? t('list.noneHow') : t('list.noneClosed')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <>
          <p className={styles.soft} role="status">
            {q === '' && data.items.length < data.total
              ? t('list.shown', { shown: data.items.length, total: data.total })
              : t('list.count', { count: data.items.length })}
          </p>
          <ul className={styles.rows}>
            {data.items.map((question) => (
              <QuestionRow
                key={question.reference}
                question={question}
                municipality={municipality}
                mail={mail}
              />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}
