import type { BeginPromiseDraft, StaffPromises } from '@lofteskartan/shared/contracts/promise-editor';
import { FilePen, FilePlus, ScrollText } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { Button, ButtonLink } from '../../ui/button.js';
import { LinkCard } from '../../ui/link-card.js';
import { EmptyState, ErrorState } from '../../ui/states.js';
import { Tag } from '../../ui/status-mark.js';
import styles from './editor.module.css';
import { useBeginDraft } from './promise-editor.queries.js';

/** A municipality's promises and drafts, with the ways to begin one. */
export function PromiseList({ municipality, list }: { municipality: string; list: StaffPromises }) {
  const { t } = useTranslation('work-promise');
  const { date, moment } = useFormats();
  const navigate = useNavigate();
  const begin = useBeginDraft();
  const key = useRef(newKey());
  const { promises, drafts, mayWrite } = list;
  const start = (body: Omit<BeginPromiseDraft, 'municipality'>) => {
    begin.mutate(
      { body: { municipality, ...body }, key: key.current },
      {
        onSuccess: ({ id }) => void navigate(`/arbete/admin/lofte/${id}`),
        onError: () => {
          key.current = newKey();
        },
      },
    );
  };
  return (
    <>
      {begin.error && <ErrorState error={begin.error} />}
      {drafts.length > 0 && (
        <section className={styles.both} aria-labelledby="drafts">
          <h2 id="drafts">{t('list.drafts')}</h2>
          {drafts.map(({ id, title, promiseId, savedAt, savedBy }) => (
            <LinkCard
              key={id}
              to={`/arbete/admin/lofte/${id}`}
              glyph={<FilePen size={24} />}
              title={title || t('list.untitled')}
              note={[
                t(promiseId ? 'list.changes' : 'list.new'),
                t('list.saved', { when: moment(savedAt), name: savedBy }),
              ].join(' · ')}
            />
          ))}
        </section>
      )}
      <section className={styles.both} aria-labelledby="promises">
        <h2 id="promises">{t('list.promises')}</h2>
        {promises.length === 0 && <EmptyState title={t('list.none')}>{t('list.noneHow')}</EmptyState>}
        {promises.map(({ id, title, from, to, time, versions }) => (
          <article key={id} className={styles.item}>
            <h3>{title}</h3>
            <p className={styles.acts}>
              <Tag icon={<ScrollText size={16} aria-hidden="true" />}>{t(`list.time.${time}`)}</Tag>
              <span>
                {to
                  ? t('list.period', { from: date(from), to: date(to) })
                  : t('list.periodOpen', { from: date(from) })}
              </span>
              <span className={styles.soft}>{t('list.versions', { count: versions })}</span>
            </p>
            <div className={styles.acts}>
              {mayWrite && !drafts.some(({ promiseId }) => promiseId === id) && (
                <Button
                  busy={begin.isPending}
                  onClick={() => {
                    start({ origin: 'change', promiseId: id });
                  }}
                >
                  {t('list.change')}
                </Button>
              )}
              {mayWrite && (
                <Button
                  look="quiet"
                  busy={begin.isPending}
                  onClick={() => {
                    start({ origin: 'copy', promiseId: id });
                  }}
                >
                  {t('list.copy')}
                </Button>
              )}
              {time === 'present' && (
                <ButtonLink look="quiet" to={`/${municipality}/lofte`}>
                  {t('list.public')}
                </ButtonLink>
              )}
            </div>
          </article>
        ))}
      </section>
      {mayWrite && (
        <div>
          <Button
            look={promises.length === 0 && drafts.length === 0 ? 'primary' : 'secondary'}
            icon={<FilePlus size={18} aria-hidden="true" />}
            busy={begin.isPending}
            onClick={() => {
              start({ origin: 'nothing' });
            }}
          >
            {t('list.begin')}
          </Button>
        </div>
      )}
    </>
  );
}
