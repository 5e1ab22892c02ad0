import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { TextArea, TextField } from '../../ui/text-field.js';
import type { MoveDraft } from './move-draft.js';
import styles from './responsibility.module.css';
import { referralPreviewQuery, responsibilityQuery } from './responsibility.queries.js';

/** In the list: a body that is not in the register. */
const OTHER = 'other';

interface ReferralFieldsProps {
  proposal: TriageProposal;
  draft: MoveDraft;
  error: string | undefined;
  onChange: (part: Partial<MoveDraft>) => void;
}

/** To whom a proposal is referred: a body of the register, which is mailed what is shown here, or a name that is not in it. */
export function ReferralFields({ proposal, draft, error, onChange }: ReferralFieldsProps) {
  const { t } = useTranslation('work-bodies');
  const { data } = useQuery(responsibilityQuery(proposal.reference, proposal.version));
  const choices = data?.choices ?? [];
  const chosen = choices.find(({ id }) => id === draft.bodyId);
  const isOther = draft.bodyId === OTHER || (data !== undefined && choices.length === 0);
  return (
    <div data-field="responsible" className={styles.stack}>
      {choices.length > 0 && (
        <SelectField
          label={t('refer.body')}
          hint={t('refer.bodyHint')}
          placeholder={t('refer.choose')}
          value={draft.bodyId}
          error={isOther ? undefined : error}
          options={[
            ...choices.map(({ id, name, suggestedBy }) => ({
              value: id,
              label: suggestedBy ? t(`refer.suggested.${suggestedBy}`, { name }) : name,
            })),
            { value: OTHER, label: t('refer.other') },
          ]}
          onChange={(bodyId) => {
            onChange({ bodyId, responsible: choices.find(({ id }) => id === bodyId)?.name ?? '' });
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
          <MailPreview reference={proposal.reference} bodyId={chosen.id} asked={draft.asked} />
        </>
      )}
      {chosen && !chosen.mailed && <Notice>{t('refer.noMail', { name: chosen.name })}</Notice>}
    </div>
  );
}

function MailPreview({ reference, bodyId, asked }: { reference: string; bodyId: string; asked: string }) {
  const { t } = useTranslation('work-bodies');
  const typed = useDeferredValue(asked.trim());
  const { data } = useQuery({
    ...referralPreviewQuery(reference, { bodyId, asked: typed || undefined }),
    placeholderData: (before) => before,
  });
  if (!data) return null;
  return (
    <details className={styles.mail}>
      <summary>{t('refer.preview')}</summary>
      <dl>
        <dt>{t('refer.to')}</dt>
        <dd>{data.to}</dd>
        {data.replyTo && (
          <>
            <dt>{t('refer.replyTo')}</dt>
            <dd>{data.replyTo}</dd>
          </>
        )}
        <dt>{t('refer.subject')}</dt>
        <dd>{data.subject}</dd>
      </dl>
      <pre className={styles.letter}>{data.text}</pre>
    </details>
  );
}
