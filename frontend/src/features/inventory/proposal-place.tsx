import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { INVENTORY_LIMITS } from '@lofteskartan/shared/inventory';
import { useQuery } from '@tanstack/react-query';
import { Lamp } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { placeOfProposalQuery, useCreatePlace } from './inventory.queries.js';
import styles from './inventory.module.css';
import { NearPlaces } from './near-places.js';

/** The place that a proposal belongs to; or the step that makes it one, or adds it to one nearby. */
export function ProposalPlace({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-inventory');
  const { data, error, refetch } = useQuery(placeOfProposalQuery(proposal.reference));
  if (!data)
    return error ? (
      <ErrorState error={error} title={t('place.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('place.loading')}>
        <SkeletonText lines={2} />
      </Skeleton>
    );
  if (data.place)
    return (
      <p>
        {t('proposal.belongs')} <Link to={`/arbete/platser/${data.place.reference}`}>{data.place.name}</Link>
      </p>
    );
  if (!data.mayChange) return <p className={styles.soft}>{t('place.readOnly')}</p>;
  return (
    <div className={styles.part}>
      <p className={styles.soft}>{t('proposal.makeHow')}</p>
      {proposal.position ? <MakePlace proposal={proposal} /> : <p>{t('proposal.needsPosition')}</p>}
      {data.near.length > 0 && <NearPlaces near={data.near} proposal={proposal.reference} />}
    </div>
  );
}

function MakePlace({ proposal }: { proposal: TriageProposal }) {
  const { t } = useTranslation('work-inventory');
  const create = useCreatePlace();
  const [key] = useState(newKey);
  const [name, setName] = useState(proposal.placeName ?? '');
  const [tried, setTried] = useState(false);
  const { reference, municipality, position, details } = proposal;
  return (
    <form
      className={styles.pair}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!name.trim() || !position || create.isPending) return;
        const { causes, when } = 'causes' in details ? details : { causes: [], when: [] };
        const seasons = when.includes('winter') ? ['winter' as const] : [];
        create.mutate(
          {
            key,
            municipality,
            name: name.trim(),
            position,
            causes,
            when,
            seasons,
            isPublic: false,
            proposals: [reference],
          },
          {
            onSuccess: () => {
              toast(t('proposal.made'));
            },
          },
        );
      }}
    >
      <TextField
        label={t('proposal.name')}
        hint={t('form.nameHint')}
        maxLength={INVENTORY_LIMITS.nameCharacters}
        value={name}
        error={
          tried && !name.trim()
            ? t('form.nameMissing')
            : create.error && (create.error.errors[0]?.message ?? create.error.detail)
        }
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Button type="submit" busy={create.isPending} icon={<Lamp size={18} aria-hidden="true" />}>
        {t('proposal.make')}
      </Button>
    </form>
  );
}
