import type { TriagePhoto } from '@lofteskartan/shared/contracts/redactions';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldCase } from './held-case.js';
import { useLiftSecrecy, useMarkSecret } from './photo-secrecy.mutations.js';
import styles from './redaction.module.css';

interface PhotoSecrecyProps {
  proposal: TriageProposal;
  photo: TriagePhoto;
  number: number;
}

/** Whether a photo is marked as secret, and the way to change that. */
export function PhotoSecrecy({ proposal, photo, number }: PhotoSecrecyProps) {
  const { t } = useTranslation('work-photos');
  const { moment } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { secrecy } = photo;
  const close = () => {
    setOpen(false);
  };
  return (
    <div className={styles.state}>
      {secrecy && (
        <p className={styles.soft}>
          {t('secrecy.now', { ground: secrecy.ground, by: secrecy.by, when: moment(secrecy.at) })}
        </p>
      )}
      <div className={styles.tools}>
        <Button
          look="quiet"
          icon={<EyeOff size={18} aria-hidden="true" />}
          aria-label={t(secrecy ? 'secrecy.liftNumber' : 'secrecy.markNumber', { number })}
          onClick={() => {
            setOpen(true);
          }}
        >
          {t(secrecy ? 'secrecy.lift' : 'secrecy.mark')}
        </Button>
      </div>
      {isOpen && !secrecy && <Mark proposal={proposal} photo={photo} number={number} onClose={close} />}
      {isOpen && secrecy && <Lift proposal={proposal} photo={photo} number={number} onClose={close} />}
    </div>
  );
}

type ActProps = PhotoSecrecyProps & { onClose: () => void };

function Mark({ proposal, photo, number, onClose }: ActProps) {
  const { t } = useTranslation('work-photos');
  const mark = useMarkSecret({ reference: proposal.reference, photoId: photo.id });
  const held = useHeldCase({ proposal, act: mark });
  const [ground, setGround] = useState('');
  const [isEmpty, setEmpty] = useState(false);
  const save = () => {
    setEmpty(ground.trim() === '');
    if (ground.trim() === '' || mark.isPending) return;
    mark.mutate(
      { version: held.saved.version, ground: ground.trim() },
      {
        onSuccess: () => {
          toast(t('secrecy.marked'));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      title={t('secrecy.markTitle', { number })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('draw.cancel')}</Button>
          <Button look="danger" busy={mark.isPending} onClick={save}>
            {t('secrecy.mark')}
          </Button>
        </>
      }
    >
      <p>{t('secrecy.markLead')}</p>
      <TextField
        label={t('secrecy.ground')}
        hint={t('secrecy.groundHint')}
        maxLength={120}
        value={ground}
        error={
          (isEmpty && ground.trim() === '' && t('secrecy.groundMissing')) || mark.error?.messageFor('ground')
        }
        onChange={(event) => {
          setGround(event.target.value);
        }}
      />
      <SaveFailed
        error={mark.error?.errors.length === 0 ? mark.error : null}
        title={t('secrecy.failed')}
        latest={held}
      />
    </Dialog>
  );
}

function Lift({ proposal, photo, number, onClose }: ActProps) {
  const { t } = useTranslation('work-photos');
  const lift = useLiftSecrecy({ reference: proposal.reference, photoId: photo.id });
  const held = useHeldCase({ proposal, act: lift });
  return (
    <Dialog
      title={t('secrecy.liftTitle', { number })}
      open
      insists
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('draw.cancel')}</Button>
          <Button
            look="danger"
            busy={lift.isPending}
            onClick={() => {
              lift.mutate(
                { version: held.saved.version },
                {
                  onSuccess: () => {
                    toast(t('secrecy.lifted'));
                    onClose();
                  },
                },
              );
            }}
          >
            {t('secrecy.lift')}
          </Button>
        </>
      }
    >
      <p>{t('secrecy.liftLead')}</p>
      <SaveFailed error={lift.error} title={t('secrecy.failed')} latest={held} />
    </Dialog>
  );
}
