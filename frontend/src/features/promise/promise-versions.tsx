import type { PromiseVersion } from '@lofteskartan/shared/contracts/promise-versions';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { Button } from '../../ui/button.js';
import { Skeleton, SkeletonBlock } from '../../ui/skeleton.js';
import { ErrorState } from '../../ui/states.js';
import { ChangesList } from './changes-list.js';
import styles from './promise-versions.module.css';
import { promiseVersionQuery, promiseVersionsQuery } from './promise-versions.queries.js';

/** What the promise said before: its versions with the words about each, and what differs. Nothing while there is only one. */
export function PromiseVersions({ promiseId }: { promiseId: string }) {
  const { t } = useTranslation('promise-versions');
  const { data } = useQuery(promiseVersionsQuery(promiseId));
  if (!data || data.items.length < 2) return null;
  return (
    <section className={styles.versions} aria-labelledby="versions">
      <h2 id="versions">{t('heading')}</h2>
      <p className={styles.soft}>{t('lead')}</p>
      <ol className={styles.list} reversed>
        {data.items.map((version) => (
          <Version key={version.number} promiseId={promiseId} version={version} />
        ))}
      </ol>
    </section>
  );
}

function Version({ promiseId, version }: { promiseId: string; version: PromiseVersion }) {
  const { t } = useTranslation('promise-versions');
  const { date } = useFormats();
  const [isOpen, setOpen] = useState(false);
  const { number, publishedAt, note } = version;
  const id = `version-${number}`;
  return (
    <li className={styles.version}>
      <h3>{t('version', { number, day: date(publishedAt) })}</h3>
      <p>{note ?? t('first')}</p>
      {number > 1 && (
        <>
          <Button
            look="quiet"
            className={styles.fold}
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {t(isOpen ? 'hide' : 'compare', { number: number - 1 })}
          </Button>
          <div id={id} hidden={!isOpen}>
            {isOpen && <Compared promiseId={promiseId} number={number} />}
          </div>
        </>
      )}
    </li>
  );
}

function Compared({ promiseId, number }: { promiseId: string; number: number }) {
  const { t } = useTranslation('promise-versions');
  const { data, error, refetch } = useQuery(promiseVersionQuery(promiseId, number));
  if (data) return <ChangesList changes={data.changes} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Skeleton label={t('loading')}>
      <SkeletonBlock height="6rem" />
    </Skeleton>
  );
}
