import type { SupportReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { RegisterSupport } from '@lofteskartan/shared/contracts/registrations';
import type { Position } from '@lofteskartan/shared/position';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import styles from './registration.module.css';
import { neighboursQuery, useRegisterSupport } from './registration.queries.js';

interface SimilarNearbyProps {
  kind: ProposalKind;
  position: Position | null;
  support: RegisterSupport;
  onSupported: (receipt: SupportReceipt) => void;
}

/** What neighbours asked for near the place: support for it may be what the caller wants. */
export function SimilarNearby({ kind, position, support, onSupported }: SimilarNearbyProps) {
  const { t } = useTranslation('work-register');
  const { distance } = useFormats();
  const { data } = useQuery(neighboursQuery(kind, position));
  const add = useRegisterSupport();
  const [key] = useState(newKey);
  if (!position || !data || data.items.length === 0) return null;
  return (
    <Notice title={t('similar')} announced>
      <p>{t('similarHow')}</p>
      <ul className={styles.near}>
        {data.items.slice(0, 4).map((each) => (
          <li key={each.reference}>
            <span>
              {[each.reference, each.placeName, t('distance', { distance: distance(each.distanceMetres) })]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {each.description && <span>{each.description.slice(0, 120)}</span>}
            <Button
              busy={add.isPending && add.variables.reference === each.reference}
              aria-label={`${t('support')}: ${each.reference}`}
              onClick={() => {
                add.mutate({ reference: each.reference, body: support, key }, { onSuccess: onSupported });
              }}
            >
              {t('support')}
            </Button>
          </li>
        ))}
      </ul>
      {add.error && <ErrorState error={add.error} title={t('failed')} kept={t('kept')} />}
    </Notice>
  );
}
