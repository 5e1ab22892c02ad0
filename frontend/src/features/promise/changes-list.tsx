import type { PromiseChange, WordRun } from '@lofteskartan/shared/contracts/promise-versions';
import { Minus, PencilLine, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './changes-list.module.css';

const MARKS = { added: Plus, removed: Minus, changed: PencilLine } as const;

/** The words of a stored value: dates, kinds, types and yes or no. */
function useValueWords(): (change: PromiseChange, value: string) => string {
  const { t } = useTranslation(['promise-versions', 'words']);
  const { date } = useFormats();
  return ({ field, language }, value) => {
    if (value === '' || language !== null) return value;
    switch (field) {
      case 'from':
      case 'to':
      case 'dueOn':
      case 'closing':
        return date(value);
      case 'type':
        return t(`types.${value as 'count' | 'recurring' | 'milestones' | 'ongoing'}`);
      case 'direction':
        return t(`directions.${value as 'increase' | 'decrease'}`);
      case 'requiresWish':
      case 'publicPosition':
        return t(value === 'true' ? 'yes' : 'no');
      case 'acceptsKinds':
        return value
          .split(', ')
          .map((kind) => t(`kinds.${kind as 'speed-check' | 'dark-place' | 'idea'}`, { ns: 'words' }))
          .join(', ');
      default:
        return value;
    }
  };
}

/** What differs between two versions, field by field: what it is, what it was, and within a text word by word. */
export function ChangesList({ changes }: { changes: readonly PromiseChange[] }) {
  const { t } = useTranslation('promise-versions');
  if (changes.length === 0) return <p className={styles.soft}>{t('nothing')}</p>;
  const groups = [...new Set(changes.map(({ part, name }) => `${part} ${name}`))];
  return (
    <ul className={styles.groups}>
      {groups.map((group) => {
        const own = changes.filter(({ part, name }) => `${part} ${name}` === group);
        const [first] = own;
        if (!first) return null;
        return (
          <li key={group} className={styles.group}>
            <p className={styles.title}>
              {first.name
                ? t('named', { part: t(`parts.${first.part}`), name: first.name })
                : t('parts.promise')}
            </p>
            <dl className={styles.changes}>
              {own.map((change) => (
                <Change key={`${change.field} ${change.language ?? ''}`} change={change} />
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Change({ change }: { change: PromiseChange }) {
  const { t } = useTranslation('promise-versions');
  const words = useValueWords();
  const { field, language, kind, before, after, words: runs } = change;
  const Mark = MARKS[kind];
  const name = t(`fields.${field}`);
  const lang = language ?? undefined;
  return (
    <div className={styles.change}>
      <dt>
        <Mark size={18} aria-hidden="true" />
        <span>
          {language === 'en' ? t('inEnglish', { name }) : name}{' '}
          <span className={styles.soft}>({t(`kinds.${kind}`)})</span>
        </span>
      </dt>
      <dd lang={lang}>
        {runs.length > 0 ? (
          <Words runs={runs} />
        ) : (
          <>
            {before && (
              <p>
                <span className={styles.soft}>{t('before')} </span>
                <del>{words(change, before)}</del>
              </p>
            )}
            {after && (
              <p>
                <span className={styles.soft}>{t('after')} </span>
                <ins>{words(change, after)}</ins>
              </p>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

/** A text with what came and what went. The marks are said to those who hear it, and drawn for those who see no colours. */
function Words({ runs }: { runs: readonly WordRun[] }) {
  const { t, i18n } = useTranslation('promise-versions');
  const said = (word: string) => (
    <VisuallyHidden>
      <span lang={i18n.language}>{word}</span>
    </VisuallyHidden>
  );
  return (
    <p className={styles.text}>
      {runs.map(({ text, mark }, index) => {
        if (mark === 'same') return <span key={index}>{text}</span>;
        const Part = mark === 'added' ? 'ins' : 'del';
        return (
          <Part key={index}>
            {said(` ${t(mark === 'added' ? 'addedFrom' : 'removedFrom')} `)}
            {text}
            {said(` ${t(mark === 'added' ? 'addedTo' : 'removedTo')} `)}
          </Part>
        );
      })}
    </p>
  );
}
