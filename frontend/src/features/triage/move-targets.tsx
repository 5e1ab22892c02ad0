import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { RadioChips } from '../../ui/chips.js';
import { TextField } from '../../ui/text-field.js';
import styles from './decision.module.css';
import { useWorkplace } from './workplace.js';

interface TargetProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** Who is responsible instead: a name, with those that it usually is within a press. */
export function ResponsibleField({
  municipality,
  value,
  error,
  onChange,
}: TargetProps & { municipality: string }) {
  const { t } = useTranslation('work-case');
  const { municipalities } = useWorkplace();
  const partners = municipalities.find(({ slug }) => slug === municipality)?.partners ?? [];
  const usual = [
    t('suggest.bodies.trafikverket'),
    t('suggest.bodies.roadAssociation'),
    t('suggest.bodies.transit'),
    t('suggest.bodies.owner'),
    ...partners.map(({ name }) => name),
  ];
  return (
    <div data-field="responsible" className={styles.withSuggestion}>
      <TextField
        label={t('decision.responsible')}
        hint={t('decision.responsibleHint')}
        maxLength={LIMITS.responsibleCharacters}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      <div className={styles.usual}>
        {usual.map((name) => (
          <Button
            key={name}
            className={styles.small}
            aria-pressed={value === name}
            onClick={() => {
              onChange(name);
            }}
          >
            {name}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Which proposal leads the case: one of the neighbours of the same kind, or any by its number. */
export function DuplicateField({
  proposal,
  value,
  error,
  onChange,
}: TargetProps & { proposal: TriageProposal }) {
  const { t } = useTranslation(['work-case', 'work-queue']);
  const { distance } = useFormats();
  const near = proposal.neighbours.filter(
    ({ kind, status }) => kind === proposal.kind && status !== 'duplicate' && status !== 'withdrawn',
  );
  return (
    <div data-field="duplicateOf" className={styles.withSuggestion}>
      {near.length > 0 && (
        <RadioChips
          label={t('decision.duplicate')}
          hint={t('decision.duplicateHint')}
          stacked
          value={near.find(({ reference }) => reference === value)?.reference ?? null}
          options={near.map((each) => ({
            value: each.reference,
            label: each.reference,
            note: [
              t('decision.duplicateNear', {
                distance: distance(each.distanceMetres),
                support: t('supporters', { ns: 'work-queue', count: each.supportCount }),
              }),
              each.description?.slice(0, 90),
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
          onChange={onChange}
        />
      )}
      <TextField
        label={t('decision.duplicateNumber')}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </div>
  );
}
