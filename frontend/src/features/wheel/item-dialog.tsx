import type { WheelItem, YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import { WHEEL_KINDS, WHEEL_LIMITS, WHEEL_UNITS } from '@lofteskartan/shared/yearly-wheel';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { leadToFirstFault } from '../../ui/first-fault.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { DateField, TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useEvery } from './every-words.js';
import { asHeading, useMonthWords } from './month-words.js';
import { dueOf, emptyWheelDraft, NOBODY, wheelDraft, wheelInput } from './wheel-draft.js';
import { WheelHistory } from './wheel-history.js';
import { useSaveItem, wheelQuery } from './wheel.queries.js';
import styles from './wheel.module.css';

interface ItemDialogProps {
  wheel: YearlyWheel;
  /** Null for a new one. */
  item: WheelItem | null;
  onClose: () => void;
}

const YEARS = ['1', '2', '3', '4', '5', '10'];

/** What recurs: what, when, by whom and where. */
export default function ItemDialog({ wheel, item, onClose }: ItemDialogProps) {
  const { t } = useTranslation('work-wheel');
  const { short } = useMonthWords();
  const every = useEvery();
  const save = useSaveItem();
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: item,
    wordsOf: (saved) => (saved ? wheelDraft(saved) : emptyWheelDraft(wheel.today)),
    read: async () => {
      const { items } = await queries.query({
        ...wheelQuery(wheel.municipality, wheel.year),
        staleTime: 0,
      });
      return items.find(({ id }) => id === item?.id) ?? null;
    },
    forget: save.reset,
  });
  const { words: draft, change } = edited;
  const submit = () => {
    setTried(true);
    const input = wheelInput(draft);
    if (!input && form.current) leadToFirstFault(form.current);
    if (!input || save.isPending) return;
    save.mutate(
      {
        key,
        change: item
          ? { id: item.id, body: { ...input, version: edited.saved?.version ?? item.version } }
          : { id: null, body: { ...input, municipality: wheel.municipality } },
      },
      {
        onSuccess: () => {
          toast(t('form.saved'));
          onClose();
        },
      },
    );
  };
  const fault = (field: string) => save.error?.messageFor(field);
  const lacksDue = tried && !dueOf(draft);
  return (
    <Dialog
      open
      wide
      title={t(item ? 'form.changeTitle' : 'form.newTitle')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" busy={save.isPending} onClick={submit}>
            {t('form.save')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SelectField
          label={t('form.kind')}
          value={draft.kind}
          options={WHEEL_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        <TextField
          label={t('form.title')}
          hint={t('form.titleHint')}
          value={draft.title}
          maxLength={WHEEL_LIMITS.titleCharacters}
          error={tried && !draft.title.trim() ? t('form.titleMissing') : fault('title')}
          onChange={(event) => {
            change({ title: event.target.value });
          }}
        />
        <RadioChips
          label={t('form.unit')}
          value={draft.unit}
          options={WHEEL_UNITS.map((value) => ({ value, label: t(`form.units.${value}`) }))}
          onChange={(unit) => {
            change({ unit });
          }}
        />
        {draft.unit === 'month' ? (
          <CheckboxChips
            label={t('form.months')}
            hint={t('form.monthsHint')}
            value={draft.months}
            error={lacksDue ? t('form.monthsMissing') : fault('due')}
            options={short.map((name, index) => ({ value: String(index + 1), label: asHeading(name) }))}
            onChange={(months) => {
              change({ months });
            }}
          />
        ) : (
          <TextField
            label={t('form.weeks')}
            hint={t('form.weeksHint')}
            inputMode="numeric"
            value={draft.weeks}
            error={lacksDue ? t('form.weeksMissing') : fault('due')}
            onChange={(event) => {
              change({ weeks: event.target.value });
            }}
          />
        )}
        <div className={styles.three}>
          <SelectField
            label={t('form.every')}
            value={draft.everyYears}
            options={YEARS.map((value) => ({ value, label: every(Number(value)) }))}
            onChange={(everyYears) => {
              change({ everyYears });
            }}
          />
          <DateField
            label={t('form.startsOn')}
            value={draft.startsOn}
            error={tried && !draft.startsOn ? t('form.startsOnMissing') : fault('startsOn')}
            onChange={(startsOn) => {
              change({ startsOn });
            }}
          />
          <DateField
            label={t('form.endsOn')}
            optional
            value={draft.endsOn}
            error={fault('endsOn')}
            onChange={(endsOn) => {
              change({ endsOn });
            }}
          />
        </div>
        <SelectField
          label={t('form.body')}
          value={draft.bodyId}
          options={[
            { value: NOBODY, label: t('form.nobody') },
            ...wheel.bodies.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(bodyId) => {
            change({ bodyId });
          }}
        />
        {wheel.choices.length > 0 && (
          <details open={draft.places.length > 0}>
            <summary>{t('form.places', { count: draft.places.length })}</summary>
            <CheckboxChips
              label={t('form.whichPlaces')}
              hint={t('form.placesHint')}
              stacked
              value={draft.places}
              options={wheel.choices.map(({ reference, name }) => ({ value: reference, label: name }))}
              onChange={(places) => {
                change({ places });
              }}
            />
          </details>
        )}
        <TextArea
          label={t('form.note')}
          hint={t('form.noteHint')}
          optional
          rows={3}
          limit={WHEEL_LIMITS.noteCharacters}
          value={draft.note}
          onChange={(event) => {
            change({ note: event.target.value });
          }}
        />
        <SaveFailed
          error={save.error}
          title={t('notSaved')}
          latest={edited}
          now={edited.differences.flatMap(({ name, saved }) =>
            name === 'title' || name === 'note' ? [{ label: t(`form.${name}`), value: saved[name] }] : [],
          )}
        />
        {item && <WheelHistory events={item.events} unit={item.unit} />}
      </form>
    </Dialog>
  );
}
