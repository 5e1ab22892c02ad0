import type { Commitment, Medborgarlofte } from '@lofteskartan/shared/contracts/medborgarlofte';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FindByNumber } from '../features/answers/find-by-number.js';
import { LatestAnswers } from '../features/answers/latest-answers.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { CommitmentRow } from '../features/promise/commitment-row.js';
import { largestCount } from '../features/promise/progress-words.js';
import { PromisePath } from '../features/promise/promise-path.js';
import { PathSkeleton, RowsSkeleton } from '../features/promise/promise-skeletons.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { OwnProposalList } from '../features/proposals/own-proposal-list.js';
import { useProposalWords } from '../features/proposals/proposal-words.js';
import { useFormats } from '../platform/format.js';
import { KIND_SHAPES } from '../platform/looks.js';
import { Glyph } from '../ui/glyphs/glyph.js';
import { LinkCard } from '../ui/link-card.js';
import { PageTitle } from '../ui/page-title.js';
import { Skeleton } from '../ui/skeleton.js';
import { EmptyState, ErrorState } from '../ui/states.js';
import styles from './home.page.module.css';

const NO_LOCALITIES: [] = [];

/** `/ale`: what the promise is, the lamps, the three actions; below them every commitment and the latest answers. */
export default function HomePage() {
  const { t } = useTranslation(['home', 'promise']);
  const { compare } = useFormats();
  const slug = useMunicipalitySlug();
  const municipality = useMunicipality();
  const promise = useQuery(promiseQuery(slug));

  const place = municipality.data?.shortName ?? '';
  const commitments = [...(promise.data?.commitments ?? [])].sort(
    (a, b) => a.number - b.number || compare(a.title, b.title),
  );
  const shown = largestCount(commitments);
  const words = useProposalWords(municipality.data?.localities ?? NO_LOCALITIES);

  return (
    <div className={`wrap ${styles.page}`}>
      <PageTitle
        className={styles.title}
        title={place ? t('title', { municipality: municipality.data?.name }) : t('titlePlain')}
        short={t('short')}
      />
      {municipality.data?.welcome && <p className={styles.welcome}>{municipality.data.welcome}</p>}
      {promise.isPending && (
        <Skeleton label={t('loading')}>
          <PathSkeleton />
        </Skeleton>
      )}
      {promise.error && <ErrorState error={promise.error} onRetry={() => void promise.refetch()} />}
      {shown && <PromisePath commitment={shown} compact heading="h2" linked />}
      <nav aria-label={t('acts.label')} className={styles.acts}>
        <LinkCard
          first
          to={`/${slug}/ny/hastighetskontroll`}
          title={t('acts.speedCheck')}
          note={t('acts.speedCheckNote')}
          glyph={<Glyph shape={KIND_SHAPES['speed-check']} size={28} />}
        />
        <LinkCard
          to={`/${slug}/ny/otrygg-plats`}
          title={t('acts.darkPlace')}
          note={t('acts.darkPlaceNote')}
          glyph={<Glyph shape={KIND_SHAPES['dark-place']} size={28} />}
        />
        <LinkCard
          to={`/${slug}/ny/ide`}
          title={t('acts.idea')}
          note={t('acts.ideaNote')}
          glyph={<Glyph shape={KIND_SHAPES.idea} size={28} />}
        />
      </nav>
      <OwnProposalList municipality={slug} />
      <div className={styles.columns}>
        {!promise.error && <Promises slug={slug} promise={promise.data} commitments={commitments} />}
        <div className={styles.side}>
          <section className={styles.section} aria-labelledby="answers">
            <h2 id="answers">{t('answers.title')}</h2>
            <LatestAnswers municipality={slug} titleOf={words.title} />
            <p>
              <Link to={`/${slug}/svar`}>{t('answers.ledger')}</Link>
            </p>
            <p>
              <Link to={`/${slug}/dialoger`}>{t('answers.dialogues')}</Link>
            </p>
            <p>
              <Link to={`/${slug}/karta`}>{t('answers.all')}</Link>
            </p>
            <p>
              <Link to={`/${slug}/bevaka`}>{t('answers.watch')}</Link>
            </p>
          </section>
          <section className={styles.section} aria-labelledby="number">
            <h2 id="number">{t('number.title')}</h2>
            <FindByNumber municipality={slug} />
            {municipality.data?.mail && (
              <p>
                {t('number.orMail')} <Link to={`/${slug}/mina`}>{t('number.mine')}</Link>
              </p>
            )}
          </section>
        </div>
      </div>
    </div>
  );
}

/** Every commitment in its order, with its lamps. */
function Promises({
  slug,
  promise,
  commitments,
}: {
  slug: string;
  /** Undefined while it is on its way, null when there is none. */
  promise: Medborgarlofte | null | undefined;
  commitments: readonly Commitment[];
}) {
  const { t } = useTranslation('home');
  return (
    <section className={styles.section} aria-labelledby="promises">
      <h2 id="promises">{t('promises.title')}</h2>
      {promise && (
        <p className={styles.period}>
          {promise.to
            ? t('promises.period', { from: promise.from.slice(0, 4), to: promise.to.slice(0, 4) })
            : t('promises.periodOpen', { from: promise.from.slice(0, 4) })}{' '}
          <Link to={`/${slug}/lofte`}>{t('promises.read')}</Link>
        </p>
      )}
      {promise === undefined && <RowsSkeleton rows={6} />}
      {promise === null && <EmptyState title={t('promises.none')}>{t('promises.noneYet')}</EmptyState>}
      <ul className={styles.list}>
        {commitments.map((commitment) => (
          <CommitmentRow key={commitment.id} commitment={commitment} />
        ))}
      </ul>
    </section>
  );
}
