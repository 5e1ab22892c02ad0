import type { ResponsibleBody } from '@lofteskartan/shared/contracts/bodies';
import { BODY_KINDS, BODY_LIMITS } from '@lofteskartan/shared/responsible-bodies';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../platform/api.js';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { bodiesQuery, useSaveBody } from './bodies.queries.js';
import styles from './bodies.module.css';
import { areaOf, bodyOf, draftOf } from './body-draft.js';

interface BodyDialogProps {
  municipality: string;
  /** Null for a new one. */
  body: ResponsibleBody | null;
  onClose: () => void;
}

const SWITCHES = ['lamps', 'active'] as const;

/** Adds a body to the register, or changes it. */
export function BodyDialog({ municipality, body, onClose }: BodyDialogProps) {
  const { t } = useTranslation('work-bodies');
  const save = useSaveBody(municipality);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: body,
    wordsOf: draftOf,
    read: async () => {
      const { items } = await queries.query({ ...bodiesQuery(municipality), staleTime: 0 });
      return items.find(({ id }) => id === body?.id) ?? body;
    },
    forget: save.reset,
  });
  const { words: draft, change } = edited;
  const [key] = useState(newKey);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const message = bodyOf(draft, edited.saved?.version);
    if (!message || save.isPending) return;
    save.mutate(
      { id: body?.id ?? null, body: message, key },
      {
        onSuccess: () => {
          toast(t('register.saved'));
          onClose();
        },
      },
    );
  };
  const line = (field: 'name' | 'email' | 'phone' | 'web', limit: number, type = 'text') => (
    <TextField
      label={t(`register.${field}`)}
      hint={t(`register.${field}Hint`)}
      type={type}
      optional={field !== 'name'}
      maxLength={limit}
      value={draft[field]}
      error={
        tried && field === 'name' && !draft.name.trim()
          ? t('register.missing')
          : save.error?.messageFor(field)
      }
      onChange={(event) => {
        change({ [field]: event.target.value });
      }}
    />
  );
  return (
    <Dialog
      title={body ? t('register.editTitle', { name: body.name }) : t('register.newTitle')}
      open
      wide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('register.cancel')}</Button>
          <Button look="primary" busy={save.isPending} onClick={submit}>
            {t('register.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <SelectField
          label={t('register.kind')}
          placeholder={t('register.choose')}
          value={draft.kind}
          error={tried && draft.kind === '' ? t('register.missing') : undefined}
          options={BODY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(kind) => {
            change({ kind });
          }}
        />
        {line('name', LIMITS.responsibleCharacters)}
        {line('email', LIMITS.emailCharacters, 'email')}
        {line('phone', BODY_LIMITS.phoneCharacters, 'tel')}
        {line('web', BODY_LIMITS.webCharacters, 'url')}
        <TextArea
          label={t('register.how')}
          hint={t('register.howHint')}
          optional
          rows={3}
          limit={BODY_LIMITS.howCharacters}
          value={draft.how}
          error={save.error?.messageFor('how')}
          onChange={(event) => {
            change({ how: event.target.value });
          }}
        />
        <TextArea
          label={t('register.roads')}
          hint={t('register.roadsHint')}
          optional
          rows={3}
          value={draft.roads}
          error={save.error?.messageFor('roads')}
          onChange={(event) => {
            change({ roads: event.target.value });
          }}
        />
        <TextArea
          label={t('register.area')}
          hint={t('register.areaHint')}
          optional
          rows={3}
          value={draft.area}
          error={
            tried && areaOf(draft.area) === undefined
              ? t('register.areaWrong')
              : save.error?.messageFor('area')
          }
          onChange={(event) => {
            change({ area: event.target.value });
          }}
        />
        <CheckboxChips
          label={t('register.switches')}
          stacked
          value={SWITCHES.filter((each) => draft[each])}
          options={SWITCHES.map((value) => ({
            value,
            label: t(`register.${value}`),
            note: t(`register.${value}Hint`),
          }))}
          onChange={(values) => {
            change({ lamps: values.includes('lamps'), active: values.includes('active') });
          }}
        />
        <SaveFailed
          error={save.error}
          title={t('register.notSaved')}
          latest={edited}
          now={edited.differences.map(({ name, saved }) => ({
            label: t(`register.${name}`),
            value:
              name === 'kind'
                ? saved.kind && t(`kinds.${saved.kind}`)
                : name === 'lamps' || name === 'active'
                  ? t(saved[name] ? 'register.on' : 'register.off')
                  : saved[name],
          }))}
        />
      </form>
    </Dialog>
  );
}
