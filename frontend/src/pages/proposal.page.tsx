import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation, useParams } from 'react-router';
import { FindByNumber } from '../features/answers/find-by-number.js';
import { PlaceOfProposal } from '../features/inventory/place-of-proposal.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { ActivityList } from '../features/promise/activity-list.js';
import { CommitmentRow } from '../features/promise/commitment-row.js';
import { promiseQuery } from '../features/promise/promise.queries.js';
import { followAddress, useOwnProposals } from '../features/proposals/own-proposals.js';
import { useProposalWords } from '../features/proposals/proposal-words.js';
import { proposalQuery } from '../features/proposals/proposals.queries.js';
import { ReportButton } from '../features/proposals/report-button.js';
import { SupportButton } from '../features/proposals/support-button.js';
import { useSupported } from '../features/proposals/support.js';
import { SupportMail } from '../features/proposals/support-mail.js';
import { DetailsList } from '../features/story/details-list.js';
import { useLedTo } from '../features/story/led-to.js';
import { PhotoStrip } from '../features/story/photo-strip.js';
import { Place } from '../features/story/place.js';
import { referredSince } from '../features/story/referred-since.js';
import { StoryNow } from '../features/story/story-now.js';
import { StoryTimeline } from '../features/story/story-timeline.js';
import { AskedHere } from '../features/supporter/asked-here.js';
import { promisedAnswer } from '../platform/answer-time.js';
import { useFormats } from '../platform/format.js';
import { BackLink } from '../ui/back-link.js';
import { ButtonLink } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { CopyLink } from '../ui/share.js';
import { SkeletonPage } from '../ui/skeleton.js';
import { ErrorState } from '../ui/states.js';
import styles from './proposal.page.module.css';

const NO_LOCALITIES: Municipality['localities'] = [];
const NEW_OF_KIND = {
  'speed-check': 'hastighetskontroll',
  'dark-place': 'otrygg-plats',
  idea: 'ide',
} as const;

/** Something may still happen that there is mail about. */
const mayChange = (status: ProposalStory['status']) => !['withdrawn', 'hidden', 'duplicate'].includes(status);

/** The number that led here through a duplicate, told by the page that passed the reader on. */
function gatheredFrom(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('gathered' in state)) return null;
  return typeof state.gathered === 'string' ? state.gathered : null;
}

/** `/ale/forslag/ALE-7K3F9`: what was asked for, and what came of it. */
export default function ProposalPage() {
  const { t } = useTranslation('story');
  const slug = useMunicipalitySlug();
  const typed = useParams()['reference'] ?? '';
  const reference = typed.toUpperCase();
  const municipality = useMunicipality();
  const { data, error, refetch } = useQuery(proposalQuery(reference));

  if (typed !== reference) return <Navigate replace to={`/${slug}/forslag/${reference}`} />;
  if (data && data.municipality !== slug)
    return <Navigate replace to={`/${data.municipality}/forslag/${reference}`} />;
  if (data?.duplicateOf)
    return <Navigate replace to={`/${slug}/forslag/${data.duplicateOf}`} state={{ gathered: reference }} />;
  return (
    <div className={`wrap ${styles.page}`}>
      {data && data.status !== 'duplicate' && (
        <Story key={reference} story={data} municipality={municipality.data} />
      )}
      {(error?.status === 404 || data?.status === 'duplicate') && !data?.duplicateOf && (
        <NoStory reference={reference} slug={slug} isGathered={data?.status === 'duplicate'} />
      )}
      {error && error.status !== 404 && !data && (
        <>
          <PageTitle title={reference} />
          <ErrorState error={error} title={t('failed')} onRetry={() => void refetch()} />
        </>
      )}
      {!data && !error && <SkeletonPage label={t('loading')} />}
    </div>
  );
}

/** Nothing to show under this number: why that may be, and the number once more. */
function NoStory({ reference, slug, isGathered }: { reference: string; slug: string; isGathered: boolean }) {
  const { t } = useTranslation('story');
  const own = useOwnProposals().find((each) => each.reference === reference);
  return (
    <>
      <PageTitle
        title={t('none.title', { reference })}
        short={reference}
        lead={isGathered ? t('none.gathered') : t('none.lead')}
      />
      {own && (
        <Notice title={t('none.own')}>
          <Link to={followAddress(own)}>{t('own.open')}</Link>
        </Notice>
      )}
      {!isGathered && (
        <ul className={styles.why}>
          <li>{t('none.mistyped')}</li>
          <li>{t('none.unread')}</li>
          <li>{t('none.withdrawn')}</li>
        </ul>
      )}
      <FindByNumber key={reference} municipality={slug} start={reference} />
      <p>
        <Link to={`/${slug}/karta`}>{t('none.map')}</Link>
      </p>
    </>
  );
}

function Story({ story, municipality }: { story: ProposalStory; municipality: Municipality | undefined }) {
  const { t } = useTranslation(['story', 'words', 'proposals']);
  const { day, number } = useFormats();
  const state: unknown = useLocation().state;
  const words = useProposalWords(municipality?.localities ?? NO_LOCALITIES);
  const own = useOwnProposals().find(({ reference }) => reference === story.reference);
  const ledTo = useLedTo();
  const { reference, kind, status, supportCount, activities, municipality: slug } = story;
  const title = words.title(story);
  const gathered = gatheredFrom(state);
  const localityName = (locality: string) => words.localityName(locality) ?? undefined;

  return (
    <>
      <div className={styles.head}>
        <BackLink to={`/${slug}/karta`}>{t('toMap')}</BackLink>
        <PageTitle title={title} short={`${reference} ${title}`} />
        <p className={styles.eyebrow}>
          <span>{words.kindOf(kind)}</span>
          <span className={styles.number}>{reference}</span>
          <span>{t('cameIn', { day: day(story.createdAt) })}</span>
        </p>
      </div>
      {gathered && <Notice announced>{t('gatheredHere', { reference: gathered })}</Notice>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <StoryNow
            kind={kind}
            status={status}
            doneOn={story.doneOn}
            responsible={story.responsible}
            since={referredSince(story.events)}
            commitment={story.commitment?.title ?? null}
          >
            <div className={styles.support}>
              <p>{t('proposals:support.count', { count: supportCount, number: number(supportCount) })}</p>
              <div className={styles.acts}>
                <SupportButton reference={reference} status={status} title={title} isMain />
                {status === 'done' && (
                  <ButtonLink to={`/${slug}/ny/${NEW_OF_KIND[kind]}`}>{t(`again.${kind}`)}</ButtonLink>
                )}
                <CopyLink
                  address={`${window.location.origin}/${slug}/forslag/${reference}`}
                  share={{ title }}
                />
                {own && <ButtonLink to={followAddress(own)}>{t('own.open')}</ButtonLink>}
              </div>
              {municipality?.mail && mayChange(status) && <SupportMail reference={reference} />}
            </div>
          </StoryNow>
          {activities.length > 0 && (
            <section className={styles.section} aria-labelledby="led">
              <h2 id="led">{ledTo(kind, activities, own !== undefined)}</h2>
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
              kind={kind}
              status={status}
              events={story.events}
              createdAt={story.createdAt}
              responsible={story.responsible}
              answerWithin={promisedAnswer(municipality, kind)}
              releaseDelayHours={municipality?.releaseDelayHours ?? 0}
              saidElsewhere={activities.map(({ publicText }) => publicText)}
            />
          </section>
          {kind === 'dark-place' && <AskedIfSupported reference={reference} />}
          <Linked story={story} />
          {kind === 'dark-place' && <PlaceOfProposal municipality={slug} proposal={reference} />}
        </div>
        <WhatWasAsked story={story} municipality={municipality} title={title} />
      </div>
    </>
  );
}

/** What is asked of this device where it remembers that it supports the proposal; nobody else's device asks the server. */
function AskedIfSupported({ reference }: { reference: string }) {
  return useSupported().has(reference) ? <AskedHere reference={reference} /> : null;
}

/** The commitment that it belongs to, with its lamps. */
function Linked({ story: { commitment, municipality } }: { story: ProposalStory }) {
  const { t } = useTranslation('story');
  const promise = useQuery({ ...promiseQuery(municipality), enabled: commitment !== null });
  if (!commitment) return null;
  const whole = promise.data?.commitments.find(({ id }) => id === commitment.id);
  return (
    <section className={styles.section} aria-labelledby="linked">
      <h2 id="linked">{t('linked')}</h2>
      {whole ? (
        <ul className={styles.list}>
          <CommitmentRow commitment={whole} />
        </ul>
      ) : (
        <p>
          <Link to={`/${municipality}/lofte/${commitment.slug}`}>{commitment.title}</Link>
        </p>
      )}
    </section>
  );
}

/** What somebody asked for: place, coded answers, and the words and photos that are released. */
function WhatWasAsked({
  story,
  municipality,
  title,
}: {
  story: ProposalStory;
  municipality: Municipality | undefined;
  title: string;
}) {
  const { t } = useTranslation('story');
  const { position, kind, status, description, photos, locality, reference } = story;
  return (
    <div className={styles.aside}>
      <section className={styles.section} aria-labelledby="asked">
        <h2 id="asked">{t(`asked.${kind}`)}</h2>
        {position && municipality && (
          <Place
            ground={municipality}
            position={position}
            kind={kind}
            status={status}
            label={t('place.label', { place: title })}
            note={t('place.rounded')}
            onMap={{ municipality: story.municipality, reference }}
          />
        )}
        {!position && <p className={styles.soft}>{t('place.none')}</p>}
        <DetailsList
          proposal={story}
          locality={municipality?.localities.find(({ slug }) => slug === locality)?.name ?? null}
        />
        {description && <blockquote className={styles.words}>{description}</blockquote>}
        {story.textEdited && <p className={styles.soft}>{t('edited')}</p>}
        <PhotoStrip photos={photos} />
        {!description && photos.length === 0 && <p className={styles.soft}>{t('asked.noWords')}</p>}
        <div>
          <ReportButton reference={reference} title={title} />
        </div>
      </section>
    </div>
  );
}
