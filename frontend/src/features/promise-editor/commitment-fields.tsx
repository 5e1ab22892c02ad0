import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { CommitmentUse } from '@lofteskartan/shared/contracts/promise-editor';
import type { DraftCommitment, DraftFocusArea } from '@lofteskartan/shared/promise-content';
import { COMMITMENT_TYPES, PROPOSAL_KINDS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckboxChips, RadioChips } from '../../ui/chips.js';
import { SelectField } from '../../ui/select-field.js';
import { ClosingFields } from './closing-fields.js';
import { CommitmentNumbers } from './commitment-numbers.js';
import { idOf, useEditing, useFault } from './editor-context.js';
import { TextInBothField } from './text-in-both.js';

/** What the parts of a commitment's form get. */
export interface CommitmentPartProps {
  /** Where the commitment stands in the promise, such as `commitments[0]`. */
  path: string;
  commitment: DraftCommitment;
  /** What hangs on it; undefined for a new one. */
  use: CommitmentUse | undefined;
  onChange: (changed: Partial<DraftCommitment>) => void;
}

interface CommitmentFieldsProps extends CommitmentPartProps {
  areas: readonly DraftFocusArea[];
  organisations: readonly OrganisationView[];
}

/** Everything of one commitment. */
export function CommitmentFields(props: CommitmentFieldsProps) {
  const { path, commitment, areas, organisations, use, onChange } = props;
  const { t } = useTranslation(['work-promise', 'words']);
  const { readOnly } = useEditing();
  const faults = {
    area: useFault(`${path}.focusArea`),
    type: useFault(`${path}.type`),
    owners: useFault(`${path}.owners`),
    partners: useFault(`${path}.partners`),
    kinds: useFault(`${path}.acceptsKinds`),
  };
  const chips = organisations.map(({ slug, name }) => ({ value: slug, label: name, disabled: readOnly }));
  const rules = (['requiresWish', 'publicPosition'] as const).filter((each) => commitment[each]);
  return (
    <>
      <TextInBothField
        path={`${path}.title`}
        label={t('commitment.title')}
        hint={t('commitment.titleHow')}
        value={commitment.title}
        onChange={(title) => {
          onChange({ title });
        }}
      />
      <TextInBothField
        path={`${path}.text`}
        label={t('commitment.text')}
        hint={t('commitment.textHow')}
        rows={3}
        value={commitment.text}
        onChange={(text) => {
          onChange({ text });
        }}
      />
      <TextInBothField
        path={`${path}.countedHow`}
        label={t('commitment.countedHow')}
        hint={t('commitment.countedHowHow')}
        rows={3}
        value={commitment.countedHow}
        onChange={(countedHow) => {
          onChange({ countedHow });
        }}
      />
      <SelectField
        id={idOf(`${path}.focusArea`)}
        label={t('commitment.area')}
        placeholder={t('commitment.chooseArea')}
        value={areas.some(({ slug }) => slug === commitment.focusArea) ? commitment.focusArea : ''}
        error={faults.area}
        disabled={readOnly}
        options={areas.map(({ slug, name }, index) => ({
          value: slug,
          label: name.sv || t('areas.unnamed', { number: index + 1 }),
        }))}
        onChange={(focusArea) => {
          onChange({ focusArea });
        }}
      />
      <RadioChips
        label={t('commitment.type')}
        hint={use?.hasActivities ? t('commitment.typeFixed') : undefined}
        stacked
        options={COMMITMENT_TYPES.map((value) => ({
          value,
          label: t(`commitment.types.${value}`),
          note: t(`commitment.typeNotes.${value}`),
          disabled: readOnly || (use?.hasActivities === true && value !== commitment.type),
        }))}
        value={commitment.type}
        error={faults.type}
        onChange={(type) => {
          onChange({ type });
        }}
      />
      <CommitmentNumbers {...props} />
      <CheckboxChips
        label={t('commitment.owners')}
        hint={organisations.length === 0 ? t('commitment.noOrganisations') : undefined}
        options={chips}
        value={commitment.owners}
        error={faults.owners}
        onChange={(owners) => {
          onChange({ owners });
        }}
      />
      <CheckboxChips
        label={t('commitment.partners')}
        optional
        options={chips}
        value={commitment.partners}
        error={faults.partners}
        onChange={(partners) => {
          onChange({ partners });
        }}
      />
      <CheckboxChips
        label={t('commitment.kinds')}
        hint={t('commitment.kindsHow')}
        optional
        options={PROPOSAL_KINDS.map((value) => ({
          value,
          label: t(`kinds.${value}`, { ns: 'words' }),
          disabled: readOnly,
        }))}
        value={commitment.acceptsKinds}
        error={faults.kinds}
        onChange={(acceptsKinds) => {
          onChange({ acceptsKinds });
        }}
      />
      <CheckboxChips
        label={t('commitment.rules')}
        optional
        stacked
        options={(['requiresWish', 'publicPosition'] as const).map((value) => ({
          value,
          label: t(`commitment.${value}`),
          note: t(`commitment.${value}How`),
          disabled: readOnly,
        }))}
        value={rules}
        onChange={(chosen) => {
          onChange({
            requiresWish: chosen.includes('requiresWish'),
            publicPosition: chosen.includes('publicPosition'),
          });
        }}
      />
      {use && <ClosingFields {...props} />}
    </>
  );
}
