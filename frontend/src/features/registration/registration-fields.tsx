import {
  BEHALF_SOURCES,
  DARK_PLACE_CAUSES,
  IDEA_TOPICS,
  LIMITS,
  PROPOSAL_KINDS,
  SPEED_PROBLEMS,
} from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { KIND_SHAPES } from '../../platform/looks.js';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { Glyph } from '../../ui/glyphs/glyph.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { RegistrationDraft } from './registration-draft.js';

export interface RegistrationFieldsProps {
  draft: RegistrationDraft;
  change: (part: Partial<RegistrationDraft>) => void;
  errorOf: (field: string) => string | undefined;
}

/** How it came in, and what it is about. */
export function SourceAndKind({ draft, change }: RegistrationFieldsProps) {
  const { t } = useTranslation(['work-register', 'work-bodies', 'words']);
  return (
    <>
      <RadioChips
        label={t('source')}
        value={draft.source}
        options={BEHALF_SOURCES.map((value) => ({
          value,
          label: t(`sources.${value}`, { ns: 'work-bodies' }),
        }))}
        onChange={(source) => {
          change({ source });
        }}
      />
      <RadioChips
        label={t('kind')}
        value={draft.kind}
        options={PROPOSAL_KINDS.map((value) => ({
          value,
          label: t(`kind.${value}`, { ns: 'words' }),
          icon: <Glyph shape={KIND_SHAPES[value]} size={18} />,
        }))}
        onChange={(kind) => {
          change({ kind });
        }}
      />
    </>
  );
}

/** What the kind asks for, and the resident's words. */
export function WhatIsAsked({ draft, change, errorOf }: RegistrationFieldsProps) {
  const { t } = useTranslation(['work-register', 'words']);
  return (
    <>
      {draft.kind === 'speed-check' && (
        <>
          <TextField
            label={t('road')}
            optional
            maxLength={LIMITS.roadNameCharacters}
            value={draft.roadName}
            error={errorOf('details.roadName')}
            onChange={(event) => {
              change({ roadName: event.target.value });
            }}
          />
          <CheckboxChips
            label={t('problems')}
            optional
            value={draft.problems}
            options={SPEED_PROBLEMS.map((value) => ({
              value,
              label: t(`problem.${value}`, { ns: 'words' }),
            }))}
            onChange={(problems) => {
              change({ problems });
            }}
          />
        </>
      )}
      {draft.kind === 'dark-place' && (
        <CheckboxChips
          label={t('causes')}
          optional
          value={draft.causes}
          options={DARK_PLACE_CAUSES.map((value) => ({ value, label: t(`cause.${value}`, { ns: 'words' }) }))}
          onChange={(causes) => {
            change({ causes });
          }}
        />
      )}
      {draft.kind === 'idea' && (
        <SelectField
          label={t('topic')}
          value={draft.topic}
          options={IDEA_TOPICS.map((value) => ({ value, label: t(`topic.${value}`, { ns: 'words' }) }))}
          onChange={(topic) => {
            change({ topic });
          }}
        />
      )}
      <TextArea
        label={t('description')}
        hint={t('descriptionHint')}
        optional={draft.kind !== 'idea'}
        rows={4}
        limit={LIMITS.descriptionCharacters}
        value={draft.description}
        error={errorOf('description')}
        onChange={(event) => {
          change({ description: event.target.value });
        }}
      />
    </>
  );
}
