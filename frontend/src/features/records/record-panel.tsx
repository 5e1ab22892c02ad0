import type { RecordView } from '@lofteskartan/shared/contracts/records';
import { useQuery } from '@tanstack/react-query';
import { FileArchive, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { Notice } from '../../ui/notice.js';
import { Skeleton, SkeletonText } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { RecordForm } from './record-form.js';
import { recordQuery, type Kept } from './record.queries.js';
import styles from './records.module.css';

/** Registerföring: registry number, who answers for the data, secrecy, and how long it is kept. */
export function RecordPanel({ kept }: { kept: Kept }) {
  const { t } = useTranslation('work-records');
  const [isOpen, setOpen] = useState(false);
  const { data: record, error, refetch } = useQuery(recordQuery(kept));
  if (!record)
    return error ? (
      <ErrorState error={error} title={t('record.failed')} onRetry={() => void refetch()} />
    ) : (
      <Skeleton label={t('record.loading')}>
        <SkeletonText lines={3} />
      </Skeleton>
    );
  return (
    <div className={styles.panel}>
      <RecordFacts record={record} />
      {'reference' in kept && <ArchiveExport reference={kept.reference} />}
      {isOpen ? (
        <RecordForm
          kept={kept}
          record={record}
          onDone={() => {
            setOpen(false);
          }}
        />
      ) : (
        <div>
          <Button
            look="quiet"
            icon={<PencilLine size={18} aria-hidden="true" />}
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('record.change')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The case as a file for the archive, with all its members. */
function ArchiveExport({ reference }: { reference: string }) {
  const { t } = useTranslation('work-records');
  return (
    <div>
      <a
        className={styles.download}
        href={`/api/v1/triage/proposals/${encodeURIComponent(reference)}/archive`}
        download
      >
        <FileArchive size={18} aria-hidden="true" /> {t('record.archive')}
      </a>
      <p className={styles.soft}>{t('record.archiveHint')}</p>
    </div>
  );
}

function RecordFacts({ record }: { record: RecordView }) {
  const { t } = useTranslation('work-records');
  const { date, moment } = useFormats();
  const { secrecy, disposal, hold, disposedAt, controller } = record;
  const term = disposal.decision
    ? disposal.after
      ? t('record.disposedOn', { date: date(disposal.after), decision: disposal.decision })
      : t('record.disposedLater', { decision: disposal.decision })
    : t('record.neverDisposed');
  return (
    <>
      {secrecy && (
        <Notice tone="warning" title={t('record.secret')}>
          {t('record.secretBy', { ground: secrecy.ground, by: secrecy.by, when: moment(secrecy.at) })}
        </Notice>
      )}
      {disposedAt && <Notice>{t('record.disposedAt', { when: moment(disposedAt) })}</Notice>}
      <DefinitionList
        items={[
          { term: t('record.registryNumber'), value: record.registryNumber ?? t('record.none') },
          {
            term: t('record.controller'),
            value: record.controllerChosen
              ? controller.name
              : t('record.byDefault', { name: controller.name }),
          },
          { term: t('record.disposal'), value: disposedAt ? null : term },
          { term: t('record.hold'), value: hold },
        ]}
      />
    </>
  );
}
