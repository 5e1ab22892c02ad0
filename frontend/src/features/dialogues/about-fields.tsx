import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { DIALOGUE_LIMITS, type DialogueLink } from '@lofteskartan/shared/medborgardialog';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../platform/api.js';
import { CheckboxChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { TextField } from '../../ui/text-field.js';
import { Button } from '../../ui/button.js';
import type { DialogueDraft } from './dialogue-draft.js';
import type { DialogueFieldsProps } from './dialogue-form.js';
import { dialogueCommitmentsQuery, dialoguePlacesQuery } from './dialogues.queries.js';
import styles from './dialogues.module.css';
import { useState } from 'react';

/** For which localities it is, and which commitments, places and proposals it is about. */
export function AboutFields({
  draft,
  change,
  municipality,
  error,
}: DialogueFieldsProps & { municipality: Municipality; error: Problem | null }) {
  const { t } = useTranslation('work-dialogues');
  const { data: promises } = useQuery(dialogueCommitmentsQuery(municipality.slug));
  const { data: places } = useQuery(dialoguePlacesQuery(municipality.slug));
  const keysOf = (kind: DialogueLink) =>
    draft.links.filter((each) => each.kind === kind).map(({ key }) => key);
  const keep = (kind: DialogueLink, keys: readonly string[]) => {
    const others = draft.links.filter((each) => each.kind !== kind);
    change({ links: [...others, ...keys.map((key) => ({ kind, key }))] });
  };
  const commitments = promises?.items[0]?.commitments ?? [];
  const chosen = keysOf('place');
  const free = (places?.items ?? []).filter(({ reference }) => !chosen.includes(reference));
  return (
    <div className={styles.fields}>
      <CheckboxChips
        label={t('form.localities')}
        hint={t('form.localitiesHint')}
        value={draft.localities}
        options={municipality.localities.map(({ slug, name }) => ({ value: slug, label: name }))}
        onChange={(localities) => {
          change({ localities });
        }}
      />
      {commitments.length > 0 && (
        <CheckboxChips
          label={t('form.commitments')}
          stacked
          value={keysOf('commitment')}
          options={commitments.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(keys) => {
            keep('commitment', keys);
          }}
        />
      )}
      {chosen.length > 0 && (
        <CheckboxChips
          label={t('form.placesChosen')}
          value={chosen}
          options={chosen.map((key) => ({
            value: key,
            label: places?.items.find(({ reference }) => reference === key)?.name ?? key,
          }))}
          onChange={(keys) => {
            keep('place', keys);
          }}
        />
      )}
      {free.length > 0 && (
        <SelectField
          label={t('form.addPlace')}
          placeholder={t('form.choosePlace')}
          value=""
          options={free.map(({ reference, name }) => ({ value: reference, label: name }))}
          onChange={(key) => {
            keep('place', [...chosen, key]);
          }}
        />
      )}
      <ProposalLinks
        draft={draft}
        keep={(keys) => {
          keep('proposal', keys);
        }}
        error={error}
      />
    </div>
  );
}

/** Proposals by their number. */
function ProposalLinks({
  draft,
  keep,
  error,
}: {
  draft: DialogueDraft;
  keep: (keys: readonly string[]) => void;
  error: Problem | null;
}) {
  const { t } = useTranslation('work-dialogues');
  const [number, setNumber] = useState('');
  const keys = draft.links.filter(({ kind }) => kind === 'proposal').map(({ key }) => key);
  const isWrong = draft.links.some(
    ({ kind }, index) => kind === 'proposal' && error?.messageFor(`links.${String(index)}.key`),
  );
  return (
    <>
      {keys.length > 0 && (
        <CheckboxChips
          label={t('form.proposalsChosen')}
          value={keys}
          error={isWrong ? t('form.proposalWrong') : undefined}
          options={keys.map((key) => ({ value: key, label: key }))}
          onChange={keep}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t('form.proposal')}
          hint={t('form.proposalHint')}
          maxLength={40}
          value={number}
          onChange={(event) => {
            setNumber(event.target.value.toUpperCase().trim());
          }}
        />
        <Button
          disabled={number === '' || draft.links.length >= DIALOGUE_LIMITS.links}
          onClick={() => {
            keep([...new Set([...keys, number])]);
            setNumber('');
          }}
        >
          {t('form.addProposal')}
        </Button>
      </div>
    </>
  );
}
