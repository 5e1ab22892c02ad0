import type { TriageItem } from '@lofteskartan/shared/contracts/triage';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../ui/select-field.js';
import { BodyFields, type BodyDraft } from './body-fields.js';
import { common } from './bulk-draft.js';
import { ReferralMail } from './referral-mail.js';
import { responsibilityQuery } from './responsibility.queries.js';

interface BulkReferralProps {
  items: readonly TriageItem[];
  draft: BodyDraft;
  error: string | undefined;
  onChange: (part: Partial<BodyDraft>) => void;
}

/** To whom several are referred: a body of the register of the municipality that all of them lie in, or a name. */
export function BulkReferral({ items, draft, error, onChange }: BulkReferralProps) {
  const [first] = items;
  const isOneTown = common(items.map(({ municipality }) => municipality)) !== null;
  const { data } = useQuery({
    ...responsibilityQuery(first?.reference ?? '', first?.version ?? 0),
    enabled: first !== undefined && isOneTown,
  });
  return (
    <BodyFields
      choices={isOneTown ? data?.choices : []}
      // Which one answers for the place is known of one place; those that are chosen may lie anywhere.
      suggesting={items.length === 1}
      draft={draft}
      error={error}
      onChange={onChange}
      mailTo={(bodyId) => <BulkMails items={items} bodyId={bodyId} asked={draft.asked} />}
    />
  );
}

/** The mails that the body would get, one a proposal; each is put together when somebody wants to read it. */
function BulkMails({
  items,
  bodyId,
  asked,
}: {
  items: readonly TriageItem[];
  bodyId: string;
  asked: string;
}) {
  const { t } = useTranslation('work-desk');
  const [reference, setReference] = useState(items[0]?.reference ?? '');
  return (
    <>
      {items.length > 1 && (
        <SelectField
          label={t('bulk.mailOf')}
          hint={t('bulk.mailOfHow', { count: items.length })}
          value={reference}
          options={items.map((each) => ({ value: each.reference, label: each.reference }))}
          onChange={setReference}
        />
      )}
      <ReferralMail reference={reference} bodyId={bodyId} asked={asked} />
    </>
  );
}
