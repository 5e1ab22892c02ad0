import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { ActivityList } from '../features/promise/activity-list.js';
import { useOwnProposals } from '../features/proposals/own-proposals.js';
import { useProposalWords } from '../features/proposals/proposal-words.js';
import { FaultReports, OwnPhone } from '../features/story/elsewhere.js';
import { followQuery } from '../features/story/follow.queries.js';
import { followToken } from '../features/story/follow-token.js';
import { useLedTo } from '../features/story/led-to.js';
import { OwnContactPanel } from '../features/story/own-contact.js';
import { OwnData } from '../features/story/own-data.js';
import { referredSince } from '../features/story/referred-since.js';
import { RenewWish } from '../features/story/renew-wish.js';
import { sayable } from '../features/story/sayable.js';
import { toldOfCase } from '../features/story/told-of-case.js';
import { StoryNow } from '../features/story/story-now.js';
import { StoryTimeline } from '../features/story/story-timeline.js';
import { VisibilityList } from '../features/story/visibility-list.js';
import { promisedAnswer } from '../platform/answer-time.js';
import { useFormats } from '../platform/format.js';
import { PageTitle } from '../ui/page-title.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import { NoWayIn, ownAddress, SaveLink, WhatISent, Withdraw } from './follow-parts.js';
import styles from './follow.page.module.css';

const OutcomePanel = lazy(() =>
  import('../features/story/outcome-form.js').then((module) => ({ default: module.OutcomePanel })),
);
const QuestionPanel = lazy(() =>
  import('../features/story/question-panel.js').then((module) => ({ default: module.QuestionPanel })),
);
const NO_LOCALITIES: Municipality['localities'] = [];

/** The window that closes gives the focus back to its button, which is gone by then: what changed takes it instead. */
function focusWhenFree(element: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      element.current?.focus();
    });
  });
}

/** `/ale/folj/ALE-7K3F9#token`: one's own page. The token stays behind `#`, in this tab, and in a header. */
export default function FollowPage() {
  const { t } = useTranslation('story');
  const slug = useMunicipalitySlug();
  const reference = (useParams()['reference'] ?? '').toUpperCase();
  const { hash } = useLocation();
  const own = useOwnProposals().find((each) => each.reference === reference);
  const token = followToken(reference, hash) ?? own?.followToken ?? null;
  const { data, error, refetch } = useQuery(followQuery(token));

  if (data && token && (data.reference !== reference || data.municipality !== slug))
    return <Navigate replace to={ownAddress(data, token)} />;
  return (
    <div className={`wrap ${styles.page}`}>
      {data && token && <Followed followed={data} token={token} />}
      {(!token || error?.status === 401) && !data && <NoWayIn reference={reference} isMissing={!token} />}
      {token && error && error.status !== 401 && !data && (
        <>
          <PageTitle title={t('follow.title', { reference })} />
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        </>
      )}
      {token && !data && !error && <SkeletonPage label={t('loading')} />}
    </div>
  );
}

function Followed({ followed, token }: { followed: FollowedProposal; token: string }) {
  const { t } = useTranslation(['story', 'own-page', 'words', 'proposals']);
  const { date } = useFormats();
  const municipality = useMunicipality().data;
  const words = useProposalWords(municipality?.localities ?? NO_LOCALITIES);
  const ledTo = useLedTo();
  const now = useRef<HTMLDivElement>(null);
  const { reference, kind, supportCount, duplicateOf, municipality: slug } = followed;
  const { status, events, activities, commitment, responsible, doneOn } = toldOfCase(followed);
  const title = words.title(sayable(followed));
  const localityName = (locality: string) => words.localityName(locality) ?? undefined;

  return (
    <>
      <PageTitle
        title={t('follow.title', { reference })}
        lead={t('follow.lead', { kind: words.kindOf(kind), title, date: date(followed.createdAt) })}
      />
      <div className={styles.columns}>
        <div className={styles.main}>
          <StoryNow
            handle={now}
            kind={kind}
            status={status}
            doneOn={doneOn}
            responsible={responsible}
            since={referredSince(events)}
            commitment={commitment?.title ?? null}
            own
          >
            {supportCount > 1 && <p>{t('follow.support', { count: supportCount - 1 })}</p>}
            {duplicateOf && (
              <p>
                <Link to={`/${slug}/forslag/${duplicateOf}`}>
                  {t('follow.leader', { reference: duplicateOf })}
                </Link>
              </p>
            )}
          </StoryNow>
          {followed.wish && <RenewWish wish={followed.wish} token={token} />}
          {followed.questions.length > 0 && (
            <section className={styles.section} aria-labelledby="question">
              <h2 id="question">{t('own-page:question.title')}</h2>
              <Suspense>
                <QuestionPanel questions={followed.questions} token={token} />
              </Suspense>
            </section>
          )}
          {followed.mayTellOutcome && (
            <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="outcome">
              <h2 id="outcome">{t('own-page:outcome.title')}</h2>
              <Suspense>
                <OutcomePanel followed={followed} token={token} />
              </Suspense>
            </section>
          )}
          {activities.length > 0 && (
            <section className={styles.section} aria-labelledby="led">
              <h2 id="led">{ledTo(kind, activities, true)}</h2>
              <ActivityList
                activities={activities}
                municipality={slug}
                localityName={localityName}
                here={reference}
              />
            </section>
          )}
          <section className={styles.section} aria-labelledby="story">
            <h2 id="story">{t('timeline')}</h2>
            <StoryTimeline
              own
              kind={kind}
              status={status}
              events={events}
              createdAt={followed.createdAt}
              responsible={responsible}
              answerWithin={promisedAnswer(municipality, kind)}
              releaseDelayHours={municipality?.releaseDelayHours ?? 0}
              saidElsewhere={activities.map(({ publicText }) => publicText)}
            />
          </section>
        </div>
        <div className={styles.aside}>
          <WhatISent followed={followed} token={token} municipality={municipality} title={title} />
          <section className={styles.section} aria-labelledby="visible">
            <h2 id="visible">{t('visible.title')}</h2>
            <VisibilityList followed={followed} />
            {followed.publicNow && (
              <p>
                <Link to={`/${slug}/forslag/${reference}`}>{t('visible.see')}</Link>
              </p>
            )}
          </section>
        </div>
        <div className={styles.end}>
          {followed.faultReports.length > 0 && (
            <section className={styles.section} aria-labelledby="fault">
              <h2 id="fault">{t('own-page:fault.title')}</h2>
              <FaultReports reports={followed.faultReports} />
            </section>
          )}
          {followed.phone && (
            <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="phone">
              <h2 id="phone">{t('own-page:phone.title')}</h2>
              <OwnPhone phone={followed.phone} token={token} />
            </section>
          )}
          {municipality && (municipality.mail || followed.contact) && (
            <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="contact">
              <h2 id="contact">{t('contact.title')}</h2>
              <OwnContactPanel followed={followed} token={token} mail={municipality.mail} />
            </section>
          )}
          <SaveLink followed={followed} token={token} />
          <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="data">
            <h2 id="data">{t('own-page:data.title')}</h2>
            <OwnData reference={followed.reference} followToken={token} />
          </section>
          <Withdraw
            followed={followed}
            token={token}
            onWithdrawn={() => {
              focusWhenFree(now);
            }}
          />
        </div>
      </div>
    </>
  );
}
