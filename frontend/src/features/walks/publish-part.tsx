import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { usePublishWalk } from './walks.queries.js';
import styles from './walks.module.css';

/** Publishes the protocol once every stop has an answer, and corrects it by a new version with a reason. */
export function PublishPart({ walk }: { walk: StaffWalk }) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const { list } = useFormats();
  const publish = usePublishWalk(walk.reference);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  if (walk.status === 'planned') return <p className={styles.soft}>{t('publish.notHeld')}</p>;
  const named = (isNamed: (stop: StaffWalk['stops'][number]) => boolean) =>
    walk.stops.flatMap((stop, index) =>
      isNamed(stop) ? [t('protocol.stopOf', { ns: 'walks', number: index + 1, name: stop.name })] : [],
    );
  const missing = named(({ answer }) => answer === null);
  const takenBack = named(({ answer }) => answer?.isTakenBack === true);
  const hidden = named(({ place }) => !place?.isPublic);
  const isFirst = walk.published === 0;
  const lacksReason = !isFirst && !reason.trim();
  const submit = () => {
    setTried(true);
    if (lacksReason || publish.isPending) return;
    publish.mutate(
      { version: walk.version, reason: reason.trim() || null },
      {
        onSuccess: () => {
          toast(t('publish.published'));
          setReason('');
          setTried(false);
        },
      },
    );
  };
  return (
    <div className={styles.stack}>
      {missing.length > 0 && (
        <Notice tone="warning">
          {t('publish.missing', { count: missing.length, stops: list(missing) })}
        </Notice>
      )}
      {takenBack.length > 0 && (
        <Notice tone="warning">
          {t('publish.takenBack', { count: takenBack.length, stops: list(takenBack) })}
        </Notice>
      )}
      {missing.length + takenBack.length === 0 && <p>{t('publish.ready')}</p>}
      {hidden.length > 0 && (
        <Notice>{t('publish.hidden', { count: hidden.length, stops: list(hidden) })}</Notice>
      )}
      {!isFirst && <p>{t(walk.isChanged ? 'publish.again' : 'publish.same')}</p>}
      {walk.isChanged && (
        <TextField
          label={t('publish.reason')}
          hint={t('publish.reasonHint')}
          maxLength={LIMITS.reasonCharacters}
          value={reason}
          error={tried && lacksReason ? t('publish.needReason') : publish.error?.messageFor('reason')}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      )}
      {publish.error && <ErrorState error={publish.error} title={t('publish.failed')} />}
      {walk.mayChange && (isFirst || walk.isChanged) && (
        <div>
          <Button look="primary" busy={publish.isPending} onClick={submit}>
            {t(isFirst ? 'publish.publish' : 'publish.correct')}
          </Button>
        </div>
      )}
    </div>
  );
}
