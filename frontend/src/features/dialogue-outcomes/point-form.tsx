import type { StaffPoint, StaffPoints } from '@lofteskartan/shared/contracts/medborgardialog-points';
import {
  isLinked,
  OUTCOME_LIMITS,
  POINT_OUTCOMES,
  type LinkedOutcome,
} from '@lofteskartan/shared/medborgardialog-outcomes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { usePublicTextWarning } from '../../platform/public-text.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { ComboBox } from '../../ui/combo-box.js';
import { Notice } from '../../ui/notice.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { choicesQuery, pointsQuery, useSavePoint } from './outcome-work.queries.js';
import { draftOf, missingOf, type PointDraft, writtenPoint } from './point-draft.js';
import styles from './outcomes.module.css';

const NOBODY = 'nobody';

interface PointFormProps {
  all: StaffPoints;
  point: StaffPoint;
  onDone: () => void;
}

/** Says what comes of a point, who sees to it, and by when. */
export function PointForm({ all, point, onDone }: PointFormProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const queries = useQueryClient();
  const save = useSavePoint(all.reference);
  const bodies = useId();
  const [tried, setTried] = useState(false);
  const edited = useEdited({
    saved: point,
    wordsOf: draftOf,
    read: async () => {
      const latest = await queries.query({ ...pointsQuery(all.reference), staleTime: 0 });
      return latest.points.find(({ id }) => id === point.id) ?? point;
    },
    forget: save.reset,
  });
  const { words: draft, change, saved } = edited;
  const missing = missingOf(draft);
  const warning = usePublicTextWarning(`${draft.text}\n${draft.publicText}`);
  const faultOf = (field: keyof PointDraft) =>
    tried && missing.includes(field) ? t('form.missing') : save.error?.messageFor(field);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (missing.length > 0 || save.isPending) return;
        save.mutate(Object.assign({ id: point.id }, writtenPoint(draft, saved.version)), {
          onSuccess: () => {
            toast(t('form.saved'));
            onDone();
          },
        });
      }}
    >
      {point.source === 'question' || point.source === 'statement' ? (
        <p className={styles.soft}>{t(`form.${point.source}Text`)}</p>
      ) : (
        <TextArea
          label={t('form.text')}
          rows={2}
          limit={OUTCOME_LIMITS.pointCharacters}
          value={draft.text}
          error={faultOf('text')}
          onChange={(event) => {
            change({ text: event.target.value });
          }}
        />
      )}
      <RadioChips
        label={t('form.outcome')}
        stacked
        value={draft.outcome || null}
        options={POINT_OUTCOMES.map((value) => ({
          value,
          label: t(`outcome.${value}`),
          note: t(`form.note.${value}`),
        }))}
        onChange={(outcome) => {
          change({ outcome, thingId: '', thingName: '' });
        }}
      />
      {saved.standing === 'withdrawn' && draft.thingId === saved.thing?.id && (
        <Notice tone="warning">{t('form.takenBack')}</Notice>
      )}
      {draft.outcome !== '' && isLinked(draft.outcome) && (
        <ThingChoice
          reference={all.reference}
          kind={draft.outcome}
          draft={draft}
          change={change}
          error={faultOf('thingId')}
        />
      )}
      {draft.outcome === 'outside' && (
        <>
          <TextField
            label={t('form.outsideWho')}
            list={bodies}
            maxLength={OUTCOME_LIMITS.whoCharacters}
            value={draft.outsideWho}
            error={faultOf('outsideWho')}
            onChange={(event) => {
              change({ outsideWho: event.target.value });
            }}
          />
          <datalist id={bodies}>
            {all.bodies.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
      <TextArea
        label={t('form.publicText')}
        hint={t('form.publicTextHint')}
        rows={4}
        limit={OUTCOME_LIMITS.publicTextCharacters}
        value={draft.publicText}
        error={faultOf('publicText')}
        onChange={(event) => {
          change({ publicText: event.target.value });
        }}
      />
      {warning && <Notice tone="warning">{warning}</Notice>}
      <SelectField
        label={t('form.organisation')}
        hint={t('form.organisationHint')}
        error={faultOf('organisationId')}
        value={draft.organisationId || NOBODY}
        options={[
          { value: NOBODY, label: t('form.nobody') },
          ...all.organisations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          change({ organisationId: id === NOBODY ? '' : id });
        }}
      />
      <SelectField
        label={t('form.person')}
        hint={t('form.personHint')}
        error={faultOf('personId')}
        value={draft.personId || NOBODY}
        options={[
          { value: NOBODY, label: t('form.nobody') },
          ...all.people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(id) => {
          change({ personId: id === NOBODY ? '' : id });
        }}
      />
      <DateField
        label={t('form.dueOn')}
        hint={t('form.dueOnHint')}
        value={draft.dueOn}
        error={faultOf('dueOn')}
        onChange={(dueOn) => {
          change({ dueOn });
        }}
      />
      <SaveFailed error={save.error} title={t('form.notSaved')} latest={edited} />
      <div className={styles.actions}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('form.save')}
        </Button>
        <Button onClick={onDone}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}

interface ThingChoiceProps {
  reference: string;
  kind: LinkedOutcome;
  draft: PointDraft;
  change: (part: Partial<PointDraft>) => void;
  error: string | undefined;
}

/** Chooses the thing that a point became: only what everyone can read of. */
function ThingChoice({ reference, kind, draft, change, error }: ThingChoiceProps) {
  const { t } = useTranslation('dialogue-outcomes');
  const [words, setWords] = useState(draft.thingName);
  const { data, isFetching } = useQuery(choicesQuery(reference, kind, useDeferredValue(words.trim())));
  return (
    <div className={styles.stack}>
      <ComboBox
        label={t(`form.thing.${kind}`)}
        hint={t('form.thingHint')}
        text={words}
        onText={(text) => {
          setWords(text);
          if (text !== draft.thingName) change({ thingId: '', thingName: '' });
        }}
        options={(data?.items ?? []).map(({ id, name, note }) => ({ id, label: name, note }))}
        loading={isFetching}
        onChoose={({ id, label }) => {
          setWords(label);
          change({ thingId: id, thingName: label });
        }}
      />
      {error !== undefined && <Notice tone="error">{t('form.thingMissing')}</Notice>}
      {draft.thingId !== '' && <p role="status">{t('form.thingChosen', { name: draft.thingName })}</p>}
    </div>
  );
}
