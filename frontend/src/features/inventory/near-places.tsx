import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ErrorState } from '../../ui/states.js';
import { toast } from '../../ui/toast.js';
import { placeQuery, useLinkProposals } from './inventory.queries.js';
import styles from './inventory.module.css';
import { TellChoice } from './tell-choice.js';
import { tellableMeasures } from './told-people.js';

interface NearPlacesProps {
  near: readonly { reference: string; name: string; distanceMetres: number }[];
  proposal: string;
}

/** Places nearby to which a proposal can be added. Where something was done there, staff say whether its people are told. */
export function NearPlaces({ near, proposal }: NearPlacesProps) {
  const { t } = useTranslation('work-inventory');
  const { distance } = useFormats();
  const queries = useQueryClient();
  const link = useLinkProposals();
  const [asking, setAsking] = useState<StaffPlace | null>(null);
  const add = async ({ reference, version }: StaffPlace, tellOf: string | null) => {
    await link.mutateAsync({
      reference,
      version,
      proposals: [proposal],
      ...(tellOf === null ? {} : { tellOf }),
    });
    setAsking(null);
    toast(t(tellOf === null ? 'proposal.added' : 'proposals.linkedAndTold'));
  };
  const choose = async (reference: string) => {
    const place = await queries.query(placeQuery(reference));
    if (tellableMeasures(place).length > 0) setAsking(place);
    else await add(place, null);
  };
  return (
    <section aria-labelledby="places-nearby">
      <h3 id="places-nearby">{t('proposal.near')}</h3>
      <ul className={styles.rows}>
        {near.map(({ reference, name, distanceMetres }) => (
          <li key={reference} className={styles.row}>
            <Link to={`/arbete/platser/${reference}`}>{name}</Link>
            <span className={styles.soft}>{distance(distanceMetres)}</span>
            <div>
              <Button
                look="quiet"
                busy={link.isPending}
                onClick={() => {
                  choose(reference).catch(() => undefined);
                }}
              >
                {t('proposal.add')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {link.error && <ErrorState error={link.error} title={t('proposal.failed')} />}
      {asking && (
        <AddDialog
          place={asking}
          proposal={proposal}
          busy={link.isPending}
          onClose={() => {
            setAsking(null);
          }}
          onAdd={(tellOf) => {
            add(asking, tellOf).catch(() => {
              // The page says what failed.
              setAsking(null);
            });
          }}
        />
      )}
    </section>
  );
}

interface AddDialogProps {
  place: StaffPlace;
  proposal: string;
  busy: boolean;
  onClose: () => void;
  onAdd: (tellOf: string | null) => void;
}

function AddDialog({ place, proposal, busy, onClose, onAdd }: AddDialogProps) {
  const { t } = useTranslation('work-inventory');
  const [tellOf, setTellOf] = useState<string | null>(null);
  return (
    <Dialog
      title={t('proposals.addTitle', { name: place.name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button
            look="primary"
            busy={busy}
            onClick={() => {
              onAdd(tellOf);
            }}
          >
            {t('proposals.linkSave')}
          </Button>
        </>
      }
    >
      <TellChoice
        measures={tellableMeasures(place)}
        proposals={[proposal]}
        value={tellOf}
        onChange={setTellOf}
      />
    </Dialog>
  );
}
