import type {
  WorkQuestion,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import type { QuestionStatus } from '@lofteskartan/shared/medborgardialog-questions';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../platform/shortcuts.js';
import { RadioChips } from '../../ui/chips.js';
import { announce } from '../../ui/live-region.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { useQuestionDeed, type QuestionDeed } from './question-work.queries.js';
import { QuestionWorkRow, type QuestionWindow } from './question-work-row.js';
import { EditWindow, GatherWindow, RefuseWindow } from './question-windows.js';
import styles from './questions.module.css';

const FILTERS = [
  'received',
  'published',
  'gathered',
  'refused',
  'withdrawn',
] as const satisfies readonly QuestionStatus[];
const WINDOWS = { edit: EditWindow, refuse: RefuseWindow, gather: GatherWindow } as const;

/** The questions of a dialogue, one state at a time; each act takes the next one into focus, so that a queue is worked by keys alone. */
export function QuestionWorkList({ dialogue, work }: { dialogue: string; work: WorkQuestions }) {
  const { t } = useTranslation('work-dialogue-questions');
  const { items, counts, mayDecide } = work;
  const [filter, setFilter] = useState<QuestionStatus>(counts.received > 0 ? 'received' : 'published');
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<{ window: QuestionWindow; reference: string } | null>(null);
  const rows = useRef(new Map<string, HTMLLIElement>());
  const shown = items.filter(({ status }) => status === filter);
  const current = shown[Math.min(at, shown.length - 1)];
  const target = opened ? items.find(({ reference }) => reference === opened.reference) : current;
  const deed = useQuestionDeed(dialogue);

  const goTo = (index: number) => {
    const next = Math.max(0, Math.min(index, shown.length - 1));
    setAt(next);
    rows.current.get(shown[next]?.reference ?? '')?.focus();
  };
  const close = () => {
    setOpened(null);
    deed.reset();
  };
  const focusSoon = () => {
    // What was pressed is gone, or its row: the row in its place takes the focus once the list is read anew.
    setTimeout(() => {
      const list = [...rows.current.values()];
      list[Math.min(at, list.length - 1)]?.focus();
    }, 300);
  };
  const act = (what: QuestionDeed, reference: string) => {
    deed.mutate(
      { ...what, question: reference },
      {
        onSuccess: () => {
          const said = t(`done.${what.act}`, { reference });
          toast(said);
          announce(said);
          setOpened(null);
          focusSoon();
        },
      },
    );
  };
  const open = (window: QuestionWindow, question: WorkQuestion | undefined) => {
    if (!question || !mayDecide) return;
    deed.reset();
    setOpened({ window, reference: question.reference });
  };
  const isWaiting = current?.status === 'received';
  useShortcuts(t('title'), [
    {
      keys: 'j',
      words: t('keysOf.next'),
      run: () => {
        goTo(at + 1);
      },
    },
    {
      keys: 'k',
      words: t('keysOf.previous'),
      run: () => {
        goTo(at - 1);
      },
    },
    ...(mayDecide && current && isWaiting
      ? [
          {
            keys: 'p',
            words: t('do.publish'),
            run: () => {
              act({ act: 'publish', body: { version: current.version } }, current.reference);
            },
          },
        ]
      : []),
    ...(mayDecide && current
      ? (
          [
            ['v', 'refuse'],
            ['r', 'edit'],
            ['s', 'gather'],
          ] as const
        ).map(([keys, window]) => ({
          keys,
          words: t(`do.${window}`),
          run: () => {
            open(window, current);
          },
        }))
      : []),
  ]);

  const Window = opened && WINDOWS[opened.window];
  return (
    <div className={styles.part}>
      <RadioChips
        label={t('filter')}
        value={filter}
        options={FILTERS.map((value) => ({ value, label: t(`filters.${value}`, { count: counts[value] }) }))}
        onChange={(value) => {
          setFilter(value);
          setAt(0);
        }}
      />
      {mayDecide && shown.length > 0 && <p className={styles.soft}>{t('keys')}</p>}
      {!opened && deed.error && <ErrorState error={deed.error} title={t('actFailed')} />}
      {shown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {shown.map((question, index) => (
            <QuestionWorkRow
              key={question.reference}
              dialogue={dialogue}
              question={question}
              mayDecide={mayDecide}
              busy={deed.isPending && deed.variables.question === question.reference}
              handle={(row) => {
                if (row) rows.current.set(question.reference, row);
                else rows.current.delete(question.reference);
              }}
              onFocus={() => {
                setAt(index);
              }}
              onPublish={() => {
                act({ act: 'publish', body: { version: question.version } }, question.reference);
              }}
              onSeparate={() => {
                act({ act: 'separate', body: { version: question.version } }, question.reference);
              }}
              onOpen={(window) => {
                open(window, question);
              }}
            />
          ))}
        </ul>
      )}
      {Window && target && (
        <Window
          key={`${target.reference} ${opened.window}`}
          dialogue={dialogue}
          question={target}
          busy={deed.isPending}
          error={deed.error}
          onClose={close}
          onDo={(what) => {
            act(what, target.reference);
          }}
        />
      )}
    </div>
  );
}
