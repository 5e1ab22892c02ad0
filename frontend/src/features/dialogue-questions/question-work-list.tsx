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
/** Which windows a key opens on a question in each state. */
const WINDOW_KEYS: Readonly<Record<QuestionStatus, readonly (readonly [string, QuestionWindow])[]>> = {
  received: [
    ['v', 'refuse'],
    ['r', 'edit'],
    ['s', 'gather'],
  ],
  published: [
    ['v', 'refuse'],
    ['r', 'edit'],
    ['s', 'gather'],
  ],
  gathered: [
    ['v', 'refuse'],
    ['r', 'edit'],
  ],
  refused: [['r', 'edit']],
  withdrawn: [],
};
const WINDOWS = { edit: EditWindow, refuse: RefuseWindow, gather: GatherWindow } as const;

/** The questions of a dialogue, one state at a time; each act takes the next one into focus, so that a queue is worked by keys alone. */
export function QuestionWorkList({ dialogue, work }: { dialogue: string; work: WorkQuestions }) {
  const { t } = useTranslation('work-dialogue-questions');
  const { items, counts, mayDecide } = work;
  const [filter, setFilter] = useState<QuestionStatus>(counts.received > 0 ? 'received' : 'published');
  const [opened, setOpened] = useState<{ window: QuestionWindow; reference: string } | null>(null);
  const rows = useRef(new Map<string, HTMLLIElement>());
  const shown = items.filter(({ status }) => status === filter);
  const target = opened && items.find(({ reference }) => reference === opened.reference);
  const deed = useQuestionDeed(dialogue);

  /** The row in which the focus is, else the first. */
  const here = (): number =>
    Math.max(
      0,
      shown.findIndex(({ reference }) => rows.current.get(reference)?.contains(document.activeElement)),
    );
  const goTo = (step: 1 | -1) => {
    const isInside = document.activeElement?.closest('li[tabindex]') !== null;
    const next = isInside ? Math.max(0, Math.min(here() + step, shown.length - 1)) : 0;
    rows.current.get(shown[next]?.reference ?? '')?.focus();
  };
  const close = () => {
    setOpened(null);
    deed.reset();
  };
  /** What was pressed is gone, or its row: the row that comes in its place takes the focus once the list is read anew. */
  const goOn = (index: number) => {
    setTimeout(() => {
      const list = [...rows.current.values()];
      list[Math.min(index, list.length - 1)]?.focus();
    }, 300);
  };
  const act = (what: QuestionDeed, reference: string) => {
    const index = shown.findIndex((each) => each.reference === reference);
    deed.mutate(
      { ...what, question: reference },
      {
        onSuccess: () => {
          const said = t(`done.${what.act}`, { reference });
          toast(said);
          announce(said);
          setOpened(null);
          goOn(index);
        },
      },
    );
  };
  const open = (window: QuestionWindow, question: WorkQuestion | undefined) => {
    if (!question || !mayDecide || (question.answer && window !== 'edit')) return;
    deed.reset();
    setOpened({ window, reference: question.reference });
  };
  useShortcuts(t('title'), [
    {
      keys: 'j',
      words: t('keysOf.next'),
      run: () => {
        goTo(1);
      },
    },
    {
      keys: 'k',
      words: t('keysOf.previous'),
      run: () => {
        goTo(-1);
      },
    },
    ...(mayDecide && filter === 'received'
      ? [
          {
            keys: 'p',
            words: t('do.publish'),
            run: () => {
              const question = shown[here()];
              if (question) act({ act: 'publish', body: { version: question.version } }, question.reference);
            },
          },
        ]
      : []),
    ...(mayDecide
      ? WINDOW_KEYS[filter].map(([keys, window]) => ({
          keys,
          words: t(`do.${window}`),
          run: () => {
            open(window, shown[here()]);
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
        }}
      />
      {mayDecide && shown.length > 0 && <p className={styles.keys}>{t('keys')}</p>}
      {!opened && deed.error && <ErrorState error={deed.error} title={t('actFailed')} />}
      {shown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHow')}</EmptyState>
      ) : (
        <ul className={styles.rows}>
          {shown.map((question) => (
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
