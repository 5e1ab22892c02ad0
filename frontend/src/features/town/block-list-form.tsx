import {
  BLOCK_LIST_LIMITS,
  blockedWordsIn,
  blockWordFault,
  sameBlockWord,
  tidyBlockWord,
} from '@lofteskartan/shared/block-list';
import type { BlockListView } from '@lofteskartan/shared/contracts/block-list';
import { useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { announce } from '../../ui/live-region.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import styles from './block-list.module.css';
import { blockListQuery, useSaveBlockList } from './block-list.queries.js';

const wordsOf = ({ words }: BlockListView): { words: readonly string[] } => ({ words });

/** The block list of a municipality: its words, one more, and a text to try them on before anything is saved. */
export function BlockListForm({ municipality, list }: { municipality: string; list: BlockListView }) {
  const { t } = useTranslation('work-block-list');
  const queries = useQueryClient();
  const save = useSaveBlockList(municipality);
  const edited = useEdited({
    saved: list,
    wordsOf,
    read: () => queries.query({ ...blockListQuery(municipality), staleTime: 0 }),
    forget: save.reset,
  });
  const { words } = edited.words;
  const setWords = (next: readonly string[]) => {
    edited.change({ words: next });
  };
  const isChanged = edited.differences.length > 0;
  const put = () => {
    save.mutate(
      { version: edited.saved.version, words: [...words] },
      {
        onSuccess: (saved) => {
          edited.goOn(saved);
          toast(t('saved'));
        },
      },
    );
  };
  return (
    <div className={styles.form}>
      <section className={styles.part} aria-labelledby="block-words">
        <h2 id="block-words">{t('words', { count: words.length })}</h2>
        <NewWord
          words={words}
          onAdd={(word) => {
            setWords([...words, word]);
          }}
        />
        {words.length === 0 ? (
          <p className={styles.soft}>{t('none')}</p>
        ) : (
          <ul className={styles.words}>
            {words.map((word) => (
              <li key={word} className={styles.word}>
                {word}
                <button
                  type="button"
                  className={styles.remove}
                  aria-label={t('remove', { word })}
                  onClick={() => {
                    setWords(words.filter((each) => each !== word));
                    announce(t('removed', { word }));
                  }}
                >
                  <X size={16} aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        )}
        <SaveFailed
          error={save.error}
          title={t('saveFailed')}
          kept={t('kept')}
          latest={edited}
          now={edited.differences.map(({ saved }) => ({
            label: t('words', { count: saved.words.length }),
            value: saved.words.join(', '),
          }))}
        />
        <div className={styles.acts}>
          <Button look="primary" busy={save.isPending} onClick={put}>
            {t('save')}
          </Button>
          {isChanged && <p className={styles.soft}>{t('unsaved')}</p>}
        </div>
      </section>
      <Trial words={words} />
    </div>
  );
}

/** A word to add; what is wrong with it is said at once. */
function NewWord({ words, onAdd }: { words: readonly string[]; onAdd: (word: string) => void }) {
  const { t } = useTranslation('work-block-list');
  const [word, setWord] = useState('');
  const [isTried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const fault =
    words.length >= BLOCK_LIST_LIMITS.words
      ? ('full' as const)
      : (blockWordFault(word) ??
        (words.some((each) => sameBlockWord(each, word)) ? ('notUnique' as const) : null));
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(fault !== null);
    field.current?.focus();
    if (fault) return;
    onAdd(tidyBlockWord(word));
    announce(t('added', { word: tidyBlockWord(word) }));
    setWord('');
  };
  return (
    <form className={styles.add} noValidate onSubmit={add}>
      <TextField
        ref={field}
        label={t('word')}
        hint={t('wordHint')}
        value={word}
        autoComplete="off"
        error={isTried && fault ? t(`fault.${fault}`, { max: BLOCK_LIST_LIMITS.words }) : undefined}
        onChange={(event) => {
          setWord(event.target.value);
          setTried(false);
        }}
      />
      <Button type="submit">{t('add')}</Button>
    </form>
  );
}

/** A text to try the list on, as it stands here; nothing is sent anywhere. */
function Trial({ words }: { words: readonly string[] }) {
  const { t } = useTranslation('work-block-list');
  const [text, setText] = useState('');
  const hits = blockedWordsIn(words, text);
  return (
    <section className={styles.part} aria-labelledby="block-trial">
      <h2 id="block-trial">{t('trial.title')}</h2>
      <TextArea
        label={t('trial.text')}
        hint={t('trial.hint')}
        rows={4}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <p role="status" className={hits.length > 0 ? styles.hit : styles.soft}>
        {text.trim() === ''
          ? t('trial.empty')
          : hits.length > 0
            ? t('trial.held', { words: hits.join(', ') })
            : t('trial.free')}
      </p>
    </section>
  );
}
