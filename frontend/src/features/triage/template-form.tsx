import type { ReplyTemplate, TemplateOrganisation } from '@lofteskartan/shared/contracts/reply-templates';
import {
  fillPlaceholders,
  TEMPLATE_NAME_CHARACTERS,
  placeholdersFor,
  TEMPLATE_STATUSES,
  type PlaceholderFacts,
} from '@lofteskartan/shared/reply-placeholders';
import {
  DECLINE_REASONS,
  LANGUAGES,
  LIMITS,
  PROPOSAL_KINDS,
  type Language,
} from '@lofteskartan/shared/vocabulary';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { useEdited } from '../../platform/edited.js';
import { Button } from '../../ui/button.js';
import { CheckboxChips } from '../../ui/chips.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { TemplateHistory } from './template-history.js';
import styles from './templates.module.css';
import { templatesQuery, useSaveTemplate } from './templates.queries.js';

/** A made-up proposal that the preview is filled with. */
const EXAMPLE: Readonly<Record<Language, PlaceholderFacts>> = {
  sv: {
    reference: 'ALE-7K3F9',
    kind: 'tipset om en otrygg plats',
    place: 'gångtunneln vid stationen',
    locality: 'Nol',
    date: '12 november 2026',
    commitment: 'Ljusare och tryggare platser',
    responsible: 'Trafikverket',
  },
  en: {
    reference: 'ALE-7K3F9',
    kind: 'the tip about an unsafe place',
    place: 'the underpass at the station',
    locality: 'Nol',
    date: '12 November 2026',
    commitment: 'Lighter and safer places',
    responsible: 'Trafikverket',
  },
};

interface TemplateFormProps {
  municipality: string;
  /** Those that work there. */
  organisations: readonly TemplateOrganisation[];
  /** Null for a new one. */
  template: ReplyTemplate | null;
  onDone: () => void;
}

const empty = {
  name: '',
  status: 'answered',
  kind: null,
  reason: null,
  organisationId: null,
  text: { sv: '', en: '' },
  active: true,
} as const;

type Words = Pick<ReplyTemplate, keyof typeof empty>;

const wordsOf = (template: ReplyTemplate | null): Words => {
  const { name, status, kind, reason, organisationId, text, active } = template ?? empty;
  return { name, status, kind, reason, organisationId, text, active };
};

/** Writes a template: what it is for, its words in both languages, and how they read with a proposal's facts. */
export function TemplateForm({ municipality, organisations, template, onDone }: TemplateFormProps) {
  const { t } = useTranslation(['work-templates', 'words']);
  const save = useSaveTemplate(template?.id ?? null);
  const queries = useQueryClient();
  const edited = useEdited({
    saved: template,
    wordsOf,
    read: async () => {
      const { items } = await queries.query({ ...templatesQuery, staleTime: 0 });
      return items.find(({ id }) => id === template?.id) ?? template;
    },
    forget: save.reset,
  });
  const [isTried, setTried] = useState(false);
  const { words, change } = edited;
  const { name, status, kind, reason, organisationId, text, active } = words;
  /** How each field reads in what is saved. */
  const sayings: Record<keyof Words, (saved: Words) => { label: string; value: string }[]> = {
    name: (saved) => [{ label: t('name'), value: saved.name }],
    status: (saved) => [{ label: t('status'), value: t(`statuses.${saved.status}`) }],
    kind: (saved) => [
      { label: t('kind'), value: saved.kind ? t(`kind.${saved.kind}`, { ns: 'words' }) : t('everyKind') },
    ],
    reason: (saved) => [
      {
        label: t('reason'),
        value: saved.reason ? t(`declineReason.${saved.reason}`, { ns: 'words' }) : t('everyReason'),
      },
    ],
    organisationId: (saved) => [
      {
        label: t('organisation'),
        value: organisations.find(({ id }) => id === saved.organisationId)?.name ?? t('everyOrganisation'),
      },
    ],
    text: (saved) =>
      LANGUAGES.filter((language) => saved.text[language] !== text[language]).map((language) => ({
        label: t(`text.${language}`),
        value: saved.text[language],
      })),
    active: (saved) => [{ label: t('use'), value: t(saved.active ? 'active' : 'putAway') }],
  };
  const isMissing = (value: string) => isTried && value.trim() === '';
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || !text.sv.trim() || !text.en.trim() || save.isPending) return;
    const body = {
      name: name.trim(),
      status,
      kind,
      reason: status === 'declined' ? reason : null,
      organisationId,
      text: { sv: text.sv.trim(), en: text.en.trim() },
      active,
    };
    save.mutate(edited.saved ? { ...body, version: edited.saved.version } : { ...body, municipality }, {
      onSuccess: () => {
        toast(t('saved', { name: body.name }));
        onDone();
      },
    });
  };
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={TEMPLATE_NAME_CHARACTERS}
        value={name}
        error={isMissing(name) ? t('missing') : save.error?.messageFor('name')}
        onChange={(event) => {
          change({ name: event.target.value });
        }}
      />
      <div className={styles.pair}>
        <SelectField
          label={t('status')}
          value={status}
          options={TEMPLATE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          onChange={(value) => {
            change({ status: value });
          }}
        />
        <SelectField
          label={t('kind')}
          value={kind ?? 'all'}
          options={[
            { value: 'all' as const, label: t('everyKind') },
            ...PROPOSAL_KINDS.map((value) => ({ value, label: t(`kind.${value}`, { ns: 'words' }) })),
          ]}
          onChange={(value) => {
            change({ kind: value === 'all' ? null : value });
          }}
        />
        <SelectField
          label={t('organisation')}
          hint={t('organisationHint')}
          value={organisationId ?? 'all'}
          options={[
            { value: 'all', label: t('everyOrganisation') },
            ...organisations.map(({ id, name: label }) => ({ value: id, label })),
          ]}
          error={save.error?.messageFor('organisationId')}
          onChange={(value) => {
            change({ organisationId: value === 'all' ? null : value });
          }}
        />
        {status === 'declined' && (
          <SelectField
            label={t('reason')}
            value={reason ?? 'all'}
            options={[
              { value: 'all' as const, label: t('everyReason') },
              ...DECLINE_REASONS.map((value) => ({
                value,
                label: t(`declineReason.${value}`, { ns: 'words' }),
              })),
            ]}
            onChange={(value) => {
              change({ reason: value === 'all' ? null : value });
            }}
          />
        )}
      </div>
      {LANGUAGES.map((language) => (
        <div key={language} className={styles.language}>
          <TextArea
            label={t(`text.${language}`)}
            hint={t('placeholders', {
              names: placeholdersFor(status)
                .map((each) => `{${each.name[language]}}`)
                .join(', '),
            })}
            rows={6}
            lang={language}
            limit={LIMITS.publicTextCharacters}
            value={text[language]}
            error={isMissing(text[language]) ? t('missing') : save.error?.messageFor(`text.${language}`)}
            onChange={(event) => {
              change({ text: { sv: text.sv, en: text.en, [language]: event.target.value } });
            }}
          />
          <section className={styles.preview} aria-label={t(`preview.${language}`)}>
            <h3>{t(`preview.${language}`)}</h3>
            <p lang={language}>
              {text[language].trim()
                ? fillPlaceholders(text[language], language, EXAMPLE[language])
                : t('preview.empty')}
            </p>
          </section>
        </div>
      ))}
      {template && (
        <CheckboxChips
          label={t('use')}
          hint={t('useHint')}
          value={active ? ['active'] : []}
          options={[{ value: 'active', label: t('active') }]}
          onChange={(value) => {
            change({ active: value.length > 0 });
          }}
        />
      )}
      <SaveFailed
        error={save.error}
        title={t('saveFailed')}
        kept={t('kept')}
        latest={edited}
        now={edited.differences.flatMap(({ name: field, saved }) => sayings[field](saved))}
      />
      <div className={styles.acts}>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
      {template && <TemplateHistory template={template} />}
    </form>
  );
}
