import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { statusWord, STATUS_LOOKS } from '../../platform/looks.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { StatusMark } from '../../ui/status-mark.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldPlace } from './held-place.js';
import { useUnlinkProposals } from './inventory.queries.js';
import styles from './inventory.module.css';
import { LinkForm } from './link-form.js';

/** What residents have sent in about a place; more can be linked, and what does not belong here taken out. */
export function PlaceProposals({ place }: { place: StaffPlace }) {
  const { t } = useTranslation(['work-inventory', 'words']);
  const { date } = useFormats();
  const [leaving, setLeaving] = useState<string | null>(null);
  return (
    <>
      {place.proposals.length === 0 && <p className={styles.soft}>{t('proposals.none')}</p>}
      <ul className={styles.rows}>
        {place.proposals.map(({ reference, status, placeName, description, people, createdAt }) => (
          <li key={reference} className={styles.row}>
            <Link to={`/arbete/forslag/${reference}`}>
              {reference} {placeName}
            </Link>
            <StatusMark {...STATUS_LOOKS[status]} shape="lantern">
              {t(statusWord('dark-place', status), { ns: 'words' })}
            </StatusMark>
            {description && <span>{description}</span>}
            <span className={styles.soft}>
              {date(createdAt)} · {t('proposals.people', { count: people })}
            </span>
            {place.mayChange && (
              <div>
                <Button
                  look="quiet"
                  aria-haspopup="dialog"
                  onClick={() => {
                    setLeaving(reference);
                  }}
                >
                  {t('proposals.unlink')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {place.mayChange && <LinkForm place={place} />}
      {leaving && (
        <UnlinkDialog
          place={place}
          proposal={leaving}
          onClose={() => {
            setLeaving(null);
          }}
        />
      )}
    </>
  );
}

interface UnlinkDialogProps {
  place: StaffPlace;
  proposal: string;
  onClose: () => void;
}

function UnlinkDialog({ place, proposal, onClose }: UnlinkDialogProps) {
  const { t } = useTranslation('work-inventory');
  const unlink = useUnlinkProposals(place.reference);
  const held = useHeldPlace({ place, act: unlink });
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!reason.trim() || unlink.isPending) return;
    unlink.mutate(
      { version: held.saved.version, proposals: [proposal], reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('proposals.unlinked'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('proposals.unlinkTitle', { reference: proposal })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button look="primary" busy={unlink.isPending} onClick={submit}>
            {t('proposals.unlinkSave')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField
          label={t('proposals.unlinkWhy')}
          maxLength={LIMITS.reasonCharacters}
          value={reason}
          error={tried && !reason.trim() ? t('proposals.unlinkMissing') : undefined}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        <SaveFailed error={unlink.error} title={t('form.notSaved')} latest={held} />
      </form>
    </Dialog>
  );
}
