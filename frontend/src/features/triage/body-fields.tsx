import type { BodyChoice } from '@lofteskartan/shared/contracts/referrals';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import styles from './responsibility.module.css';

/** In the list: a body that is not in the register. */
const OTHER = 'other';

/** To whom something is referred while it is being written; texts are '' while empty. */
export interface BodyDraft {
  responsible: string;
  /** A body of the register; `other` or '' for none. */
  bodyId: string;
  asked: string;
}

interface BodyFieldsProps {
  /** Undefined while they are on their way. */
  choices: readonly BodyChoice[] | undefined;
  /** Whether to say which body answers for the place. */
  suggesting: boolean;
  draft: BodyDraft;
  error: string | undefined;
  onChange: (part: Partial<BodyDraft>) => void;
  /** The mail that a body would get. */
  mailTo: (bodyId: string) => ReactNode;
}

/** A body of the register, which is mailed what is shown here, or a name that is not in it. */
export function BodyFields({ choices, suggesting, draft, error, onChange, mailTo }: BodyFieldsProps) {
  const { t } = useTranslation('work-bodies');
  const known = choices ?? [];
  const chosen = known.find(({ id }) => id === draft.bodyId);
  const isOther = draft.bodyId === OTHER || (choices !== undefined && choices.length === 0);
  return (
    <div data-field="responsible" className={styles.stack}>
      {known.length > 0 && (
        <SelectField
          label={t('refer.body')}
          hint={t('refer.bodyHint')}
          placeholder={t('refer.choose')}
          value={draft.bodyId}
          error={isOther ? undefined : error}
          options={[
            ...known.map(({ id, name, suggestedBy }) => ({
              value: id,
              label: suggesting && suggestedBy ? t(`refer.suggested.${suggestedBy}`, { name }) : name,
            })),
            { value: OTHER, label: t('refer.other') },
          ]}
          onChange={(bodyId) => {
            onChange({ bodyId, responsible: known.find(({ id }) => id === bodyId)?.name ?? '' });
          }}
        />
      )}
      {isOther && (
        <TextField
          label={t('refer.name')}
          hint={t('refer.nameHint')}
          maxLength={LIMITS.responsibleCharacters}
          value={draft.responsible}
          error={error}
          onChange={(event) => {
            onChange({ responsible: event.target.value });
          }}
        />
      )}
      {chosen?.how && <Notice title={t('refer.how', { name: chosen.name })}>{chosen.how}</Notice>}
      {chosen?.mailed && (
        <>
          <TextArea
            label={t('refer.asked')}
            hint={t('refer.askedHint', { name: chosen.name })}
            optional
            rows={3}
            limit={LIMITS.publicTextCharacters}
            value={draft.asked}
            onChange={(event) => {
              onChange({ asked: event.target.value });
            }}
          />
          {mailTo(chosen.id)}
        </>
      )}
      {chosen && !chosen.mailed && <Notice>{t('refer.noMail', { name: chosen.name })}</Notice>}
    </div>
  );
}
