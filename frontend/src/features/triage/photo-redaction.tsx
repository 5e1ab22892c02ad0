import type { TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { SquareDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { useHeldCase } from './held-case.js';
import { RedactionDialog } from './redaction-dialog.js';
import { useUnredact } from './redaction.mutations.js';
import styles from './redaction.module.css';

interface PhotoRedactionProps {
  proposal: TriageProposal;
  photo: TriagePhoto;
  number: number;
}

/** What is covered of a photo, and the ways to change that. */
export function PhotoRedaction({ proposal, photo, number }: PhotoRedactionProps) {
  const { t } = useTranslation('work-photos');
  const { date } = useFormats();
  const [open, setOpen] = useState<'draw' | 'take-back' | null>(null);
  const { redaction } = photo;
  const close = () => {
    setOpen(null);
  };
  const isFixed = redaction !== null && redaction.originalUntil === null;
  return (
    <div className={styles.state}>
      {redaction && (
        <p className={styles.soft}>
          {t('now', { count: redaction.regions.length })}{' '}
          {redaction.originalUntil
            ? t('originalUntil', { date: date(redaction.originalUntil) })
            : t('originalGone')}
        </p>
      )}
      {!isFixed && (
        <div className={styles.tools}>
          <Button
            look="quiet"
            icon={<SquareDashed size={18} aria-hidden="true" />}
            aria-label={t(redaction ? 'changeNumber' : 'openNumber', { number })}
            onClick={() => {
              setOpen('draw');
            }}
          >
            {t(redaction ? 'change' : 'open')}
          </Button>
          {redaction && (
            <Button
              look="quiet"
              aria-label={t('takeBackNumber', { number })}
              onClick={() => {
                setOpen('take-back');
              }}
            >
              {t('takeBack')}
            </Button>
          )}
        </div>
      )}
      {open === 'draw' && (
        <RedactionDialog proposal={proposal} photo={photo} number={number} onClose={close} />
      )}
      {open === 'take-back' && <TakeBack proposal={proposal} photo={photo} number={number} onClose={close} />}
    </div>
  );
}

function TakeBack({ proposal, photo, number, onClose }: PhotoRedactionProps & { onClose: () => void }) {
  const { t } = useTranslation(['work-photos', 'work-case']);
  const unredact = useUnredact({ reference: proposal.reference, photoId: photo.id });
  const held = useHeldCase({ proposal, act: unredact });
  return (
    <Dialog
      title={t('takeBackTitle', { number })}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('draw.cancel')}</Button>
          <Button
            look="danger"
            busy={unredact.isPending}
            onClick={() => {
              unredact.mutate(
                { version: held.saved.version },
                {
                  onSuccess: () => {
                    toast(t('takenBack'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('takeBack')}
          </Button>
        </>
      }
    >
      <p>{t('takeBackLead')}</p>
      <SaveFailed error={unredact.error} title={t('draw.saveFailed')} latest={held} />
    </Dialog>
  );
}
