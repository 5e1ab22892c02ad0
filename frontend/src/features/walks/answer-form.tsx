import type { StaffWalk, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import { WORK_KINDS } from '@lofteskartan/shared/inventory';
import { WALK_ANSWERS, WALK_LIMITS } from '@lofteskartan/shared/safety-walks';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { useEdited } from '../../platform/edited.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { answerDraft, faultsOf, NEW_MEASURE, writtenAnswer, type AnswerDraft } from './answer-draft.js';
import { IntoPlace } from './into-place.js';
import { useAnswerStop, walkQuery } from './walks.queries.js';
import styles from './walks.module.css';

interface AnswerFormProps {
  walk: StaffWalk;
  stop: WalkStop;
  onDone: () => void;
}

const NOBODY = 'nobody';

/** Says what comes of a stop, in words that everyone will read. */
export function AnswerForm({ walk, stop, onDone }: AnswerFormProps) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const queries = useQueryClient();
  const save = useAnswerStop(walk.reference);
  const [tried, setTried] = useState(false);
  const edited = useEdited({
    saved: stop,
    wordsOf: answerDraft,
    read: async () => {
      const latest = await queries.query({ ...walkQuery(walk.reference), staleTime: 0 });
      return latest.stops.find(({ id }) => id === stop.id) ?? stop;
    },
    forget: save.reset,
  });
  const { words: draft, change, saved } = edited;
  const faults = faultsOf(draft, stop);
  const warning = usePublicTextWarning(`${draft.seen}\n${draft.text}`);
  const submit = () => {
    setTried(true);
    if (faults.length > 0 || save.isPending) return;
    save.mutate(
      { id: stop.id, body: writtenAnswer(draft, saved.version) },
      {
        onSuccess: () => {
          toast(t('answers.saved'));
          onDone();
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
        submit();
        if (faults.length > 0) leadToFirstFault(event.currentTarget);
      }}
    >
      <TextArea
        label={t('answers.seen')}
        hint={t('answers.seenHint')}
        optional
        rows={3}
        limit={WALK_LIMITS.textCharacters}
        value={draft.seen}
        error={save.error?.messageFor('seen')}
        onChange={(event) => {
          change({ seen: event.target.value });
        }}
      />
      <RadioChips
        label={t('answers.kind')}
        stacked
        value={draft.kind}
        error={tried && faults.includes('kind') ? t('form.choose') : undefined}
        options={WALK_ANSWERS.map((value) => ({
          value,
          label: t(`answer.${value}`, { ns: 'walks' }),
          note: t(`answers.kindNote.${value}`),
        }))}
        onChange={(kind) => {
          change({ kind });
        }}
      />
      {draft.kind === 'measure' &&
        (stop.place ? (
          <MeasureFields walk={walk} stop={stop} draft={draft} change={change} error={save.error} />
        ) : (
          <Notice tone="warning">{t('answers.needPlace')}</Notice>
        ))}
      {draft.kind === 'measure' && !stop.place && (
        <IntoPlace walk={walk} stop={stop} onMade={edited.readLatest} />
      )}
      {draft.kind === 'referred' &&
        (walk.bodies.length > 0 ? (
          <SelectField
            label={t('answers.body')}
            value={draft.bodyId}
            placeholder={t('answers.chooseBody')}
            error={
              tried && faults.includes('body') ? t('answers.needBody') : save.error?.messageFor('bodyId')
            }
            options={walk.bodies.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(bodyId) => {
              change({ bodyId });
            }}
          />
        ) : (
          <Notice tone="warning">{t('answers.noBodies')}</Notice>
        ))}
      <TextArea
        label={t('answers.text')}
        hint={t('answers.textHint')}
        rows={4}
        limit={WALK_LIMITS.textCharacters}
        value={draft.text}
        error={tried && faults.includes('text') ? t('answers.needText') : save.error?.messageFor('text')}
        onChange={(event) => {
          change({ text: event.target.value });
        }}
      />
      {warning && (
        <Notice tone="warning" announced>
          {warning}
        </Notice>
      )}
      <SaveFailed
        error={save.error}
        title={t('answers.notSaved')}
        kept={t('form.kept')}
        latest={edited}
        now={edited.differences.flatMap(({ name, saved: now }) =>
          name === 'seen' || name === 'text' ? [{ label: t(`answers.${name}`), value: now[name] }] : [],
        )}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('answers.save')}
        </Button>
        <Button onClick={onDone}>{t('answers.cancel')}</Button>
      </div>
    </form>
  );
}

interface MeasureFieldsProps {
  walk: StaffWalk;
  stop: WalkStop;
  draft: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  error: Problem | null;
}

function MeasureFields({ walk, stop, draft, change, error }: MeasureFieldsProps) {
  const { t } = useTranslation(['work-walks', 'inventory']);
  const keepsTakenBack = stop.answer?.isTakenBack === true && draft.measureId === stop.answer.measureId;
  return (
    <>
      {keepsTakenBack && <Notice tone="warning">{t('answers.takenBack')}</Notice>}
      {(stop.measures.length > 0 || stop.answer?.isTakenBack) && (
        <SelectField
          label={t('answers.measure')}
          value={draft.measureId}
          error={error?.messageFor('measureId')}
          options={[
            { value: NEW_MEASURE, label: t('answers.newMeasure') },
            ...(stop.answer?.isTakenBack && stop.answer.measureId !== null
              ? [{ value: stop.answer.measureId, label: t('answers.takenBackMeasure') }]
              : []),
            ...stop.measures.map(({ id, kind, state, text }) => ({
              value: id,
              label: [
                t(`kind.${kind}`, { ns: 'inventory' }),
                t(`measureState.${state}`, { ns: 'inventory' }),
                text?.slice(0, 40),
              ]
                .filter(Boolean)
                .join(' · '),
            })),
          ]}
          onChange={(measureId) => {
            change({ measureId });
          }}
        />
      )}
      {draft.measureId === NEW_MEASURE && (
        <>
          <RadioChips
            label={t('answers.measureKind')}
            value={draft.measureKind}
            options={WORK_KINDS.map((value) => ({ value, label: t(`toDo.${value}`, { ns: 'inventory' }) }))}
            onChange={(measureKind) => {
              change({ measureKind });
            }}
          />
          <div className={styles.pair}>
            <DateField
              label={t('answers.plannedOn')}
              hint={t('answers.doneHint')}
              optional
              value={draft.plannedOn}
              error={error?.messageFor('measure.plannedOn')}
              onChange={(plannedOn) => {
                change({ plannedOn });
              }}
            />
          </div>
          {walk.bodies.length > 0 && (
            <SelectField
              label={t('answers.owner')}
              value={draft.ownerId || NOBODY}
              options={[
                { value: NOBODY, label: t('answers.noOwner') },
                ...walk.bodies.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(id) => {
                change({ ownerId: id === NOBODY ? '' : id });
              }}
            />
          )}
        </>
      )}
    </>
  );
}
