import type { DraftedItem, FollowUpTexts, StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../platform/draft.js';
import { useHeld } from '../../platform/edited.js';
import { useFormats } from '../../platform/format.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { StatusMark } from '../../ui/status-mark.js';
import { TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { staffFollowUpQuery, useSaveFollowUp } from './follow-up.queries.js';
import styles from './follow-up-editor.module.css';
import { PACE_LOOKS } from './pace-looks.js';
import { ProgressLamps } from './progress-lamps.js';
import { useFigure, usePaceWord } from './progress-words.js';

type Texts = Omit<FollowUpTexts, 'commitmentId'>;
const NAMES = ['result', 'deviation', 'nextStep'] as const;

/** The texts that publication waits for; the server decides with the same rule. */
const missing = (item: DraftedItem, texts: Texts) =>
  NAMES.filter((name) => (name !== 'deviation' || item.behind) && texts[name].trim() === '');

/** What is written for each commitment beside what is saved. */
type Written = Record<string, Partial<Texts>>;
const NOTHING_WRITTEN = (): Written => ({});

/** What is written belongs to one person. It stays when somebody else saves: text by text it stands in place of what is saved. */
const draftName = (accountId: string, { id }: StaffFollowUp) => `work.${accountId}.follow-up.${id}`;

/** Each text that is written otherwise than it is saved, with how it is saved. */
const differences = ({ items }: StaffFollowUp, written: Written) =>
  items.flatMap((item) =>
    NAMES.flatMap((name) => {
      const own = written[item.commitmentId]?.[name];
      return own === undefined || own === item[name] ? [] : [{ item, name, saved: item[name] }];
    }),
  );

interface FollowUpEditorProps {
  /** Who writes. */
  accountId: string;
  followUp: StaffFollowUp;
  /** Everything is written and saved. */
  onReady: () => void;
}

/** The form of a draft: each commitment's figures with what there is to tell beside them. */
export function FollowUpEditor({ accountId, followUp, onReady }: FollowUpEditorProps) {
  const { t } = useTranslation('work-follow-up');
  const { moment } = useFormats();
  const save = useSaveFollowUp(followUp.id);
  const [tried, setTried] = useState(false);
  const draft = useDraft(draftName(accountId, followUp), 2, NOTHING_WRITTEN);
  const queries = useQueryClient();
  const held = useHeld({
    saved: followUp,
    read: () => queries.query({ ...staffFollowUpQuery(followUp.id), staleTime: 0 }),
    forget: save.reset,
  });
  const textsOf = (item: DraftedItem): Texts => {
    const { result, deviation, nextStep } = item;
    return { result, deviation, nextStep, ...draft.value[item.commitmentId] };
  };
  const lacking = held.saved.items.flatMap((item) => missing(item, textsOf(item))).length;

  const keep = (afterwards: () => void) => {
    const items = held.saved.items.map((item) => ({ commitmentId: item.commitmentId, ...textsOf(item) }));
    save.mutate(
      { version: held.saved.version, items },
      {
        onSuccess: (saved) => {
          draft.drop();
          held.goOn(saved);
          afterwards();
        },
      },
    );
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (lacking === 0) keep(onReady);
      }}
    >
      {draft.restoredFrom && Object.keys(draft.value).length > 0 && (
        <Notice title={t('restored')}>
          <p>{t('restoredHow', { moment: moment(draft.restoredFrom) })}</p>
          <Button look="quiet" onClick={draft.drop}>
            {t('restoredDrop')}
          </Button>
        </Notice>
      )}
      {held.saved.items.map((item) => (
        <ItemFields
          key={item.commitmentId}
          item={item}
          texts={textsOf(item)}
          tried={tried}
          onChange={(changed) => {
            draft.change({ [item.commitmentId]: { ...draft.value[item.commitmentId], ...changed } });
          }}
        />
      ))}
      {tried && lacking > 0 && (
        <Notice tone="warning" title={t('missing', { count: lacking })} announced>
          {t('missingHow')}
        </Notice>
      )}
      <SaveFailed
        error={save.error}
        title={t('saveFailed')}
        latest={held}
        now={differences(held.saved, draft.value).map(({ item, name, saved }) => ({
          label: `${item.number}. ${t(name)}`,
          value: saved,
        }))}
      />
      <div className={`${styles.acts} ${styles.bar}`}>
        <Button
          busy={save.isPending}
          onClick={() => {
            keep(() => {
              toast(t('savedToast'));
            });
          }}
        >
          {t('save')}
        </Button>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('preview')}
        </Button>
      </div>
    </form>
  );
}

interface ItemFieldsProps {
  item: DraftedItem;
  texts: Texts;
  tried: boolean;
  onChange: (changed: Partial<Texts>) => void;
}

function ItemFields({ item, texts, tried, onChange }: ItemFieldsProps) {
  const { t } = useTranslation('work-follow-up');
  const figure = useFigure();
  const pace = usePaceWord();
  const warning = usePublicTextWarning(`${texts.result}\n${texts.deviation}\n${texts.nextStep}`);
  const { progress, behind } = item;
  const lacking = missing(item, texts);
  const hints = {
    result: t('resultHow'),
    deviation: behind ? t('deviationHow') : t('deviationOptional'),
    nextStep: t('nextStepHow'),
  };
  const looks = progress.type === 'ongoing' ? null : PACE_LOOKS[progress.pace];
  return (
    <section className={styles.item} aria-labelledby={`edit-${item.slug}`}>
      <div className={styles.figures}>
        <h2 id={`edit-${item.slug}`}>
          {item.number}. {item.title}
        </h2>
        <p className={styles.figure}>{figure(progress)}</p>
        <ProgressLamps progress={progress} />
        <p>
          <StatusMark
            fill={looks?.fill ?? (behind ? 'half' : 'dotted')}
            tone={behind ? 'no' : (looks?.tone ?? 'plain')}
          >
            {pace(progress)}
          </StatusMark>
        </p>
        <p className={styles.soft}>{item.text}</p>
      </div>
      <div className={styles.texts}>
        {NAMES.map((name) => (
          <TextArea
            key={name}
            id={`${item.slug}-${name}`}
            label={t(name)}
            hint={hints[name]}
            optional={name === 'deviation' && !behind}
            rows={name === 'result' ? 4 : 3}
            limit={LIMITS.publicTextCharacters}
            value={texts[name]}
            error={tried && lacking.includes(name) ? t('required') : undefined}
            onChange={(event) => {
              onChange({ [name]: event.target.value });
            }}
          />
        ))}
        {warning && <Notice tone="warning">{warning}</Notice>}
      </div>
    </section>
  );
}
