import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { RadioChips } from '../../ui/chips.js';
import { TextField } from '../../ui/text-field.js';
import styles from './decision.module.css';

interface TargetProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
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
