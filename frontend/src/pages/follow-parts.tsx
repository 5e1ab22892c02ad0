import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { FollowedProposal } from '@lofteskartan/shared/contracts/proposals';
import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ContactList } from '../features/info/contact-list.js';
import { useMunicipality, useMunicipalitySlug } from '../features/municipalities/municipalities.queries.js';
import { followAddress } from '../features/proposals/own-proposals.js';
import { AddPhotos } from '../features/story/add-photos.js';
import { DetailsList } from '../features/story/details-list.js';
import { OwnDetails } from '../features/story/own-details.js';
import { OwnPhotos } from '../features/story/own-photos.js';
import { Place } from '../features/story/place.js';
import { useFormats } from '../platform/format.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { PageTitle } from '../ui/page-title.js';
import { CopyLink } from '../ui/share.js';
import styles from './follow.page.module.css';

const WithdrawDialog = lazy(() =>
  import('../features/story/withdraw.js').then((module) => ({ default: module.WithdrawDialog })),
);

/** Where one's own page is. */
export const ownAddress = ({ municipality, reference }: FollowedProposal, followToken: string) =>
  followAddress({ municipality, reference, followToken });

/** The link is not whole, or not right: what it should hold, and the ways that are left. */
export function NoWayIn({ reference, isMissing }: { reference: string; isMissing: boolean }) {
  const { t } = useTranslation('story');
  const municipality = useMunicipality().data;
  const slug = useMunicipalitySlug();
  return (
    <>
      <PageTitle
        title={isMissing ? t('noWayIn.missing') : t('noWayIn.wrong')}
        lead={isMissing ? t('noWayIn.missingHow') : t('noWayIn.wrongHow')}
      />
      <div className="prose">
        {municipality?.mail ? (
          <p>
            {t('noWayIn.lostMail')} <Link to={`/${slug}/mina`}>{t('noWayIn.byMail')}</Link>
          </p>
        ) : (
          <p>{t('noWayIn.lost')}</p>
        )}
        <p>
          <Link to={`/${slug}/forslag/${reference}`}>{t('noWayIn.public', { reference })}</Link>
        </p>
        {municipality && municipality.contacts.length > 0 && <p>{t('noWayIn.contact')}</p>}
      </div>
      {municipality && <ContactList contacts={municipality.contacts} />}
    </>
  );
}

interface PartProps {
  followed: FollowedProposal;
  token: string;
}

/** One's own words and photos, all of them, and more photos. */
export function WhatISent({
  followed,
  token,
  municipality,
  title,
}: PartProps & { municipality: Municipality | undefined; title: string }) {
  const { t } = useTranslation(['story', 'own-page', 'words']);
  const { list } = useFormats();
  const { reference, kind, status, position, description, photos, personalData } = followed;
  const types =
    followed.publication === 'pending' && status !== 'withdrawn'
      ? [...new Set(personalData.map(({ type }) => type))]
      : [];
  return (
    <section className={styles.section} aria-labelledby="sent">
      <h2 id="sent">{t('follow.sent')}</h2>
      {position && municipality && (
        <Place
          ground={municipality}
          position={position}
          kind={kind}
          status={status}
          label={t('place.label', { place: title })}
          note={t('place.exact')}
        />
      )}
      {!position && <p>{t('place.none')}</p>}
      <DetailsList proposal={followed} />
      <OwnDetails details={followed.details} />
      {description && <blockquote className={styles.words}>{description}</blockquote>}
      {followed.edited && followed.publication === 'released' && (
        <Notice title={t('own-page:edited.title')}>
          <p>{t('own-page:edited.why', { reason: followed.edited.reason })}</p>
          <blockquote className={styles.words}>{followed.edited.description}</blockquote>
        </Notice>
      )}
      {types.length > 0 && (
        <Notice tone="warning">
          {t('follow.personalData', { what: list(types.map((type) => t(`words:personalData.${type}`))) })}
        </Notice>
      )}
      <OwnPhotos photos={photos} followToken={token} isGone={status === 'withdrawn' || status === 'hidden'} />
      {status !== 'withdrawn' && (
        <div className={styles.unprinted}>
          <AddPhotos reference={reference} followToken={token} already={photos.length} />
        </div>
      )}
    </section>
  );
}

/** The link is the only key: how to keep it. */
export function SaveLink({ followed, token }: PartProps) {
  const { t } = useTranslation('story');
  return (
    <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="save">
      <h2 id="save">{t('save.title')}</h2>
      <p>{followed.contact?.state === 'confirmed' ? t('save.whyMail') : t('save.why')}</p>
      <CopyLink address={window.location.origin + ownAddress(followed, token)} />
    </section>
  );
}

/** Taking it back, after a question. */
export function Withdraw({ followed, token, onWithdrawn }: PartProps & { onWithdrawn: () => void }) {
  const { t } = useTranslation('story');
  const [isAsking, setAsking] = useState(false);
  if (!followed.mayWithdraw && !isAsking) return null;
  return (
    <section className={`${styles.section} ${styles.unprinted}`} aria-labelledby="withdraw">
      <h2 id="withdraw">{t('withdraw.title')}</h2>
      <p>{t('withdraw.means')}</p>
      <Button
        look="danger"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('withdraw.do')}
      </Button>
      {isAsking && (
        <Suspense>
          <WithdrawDialog
            reference={followed.reference}
            followToken={token}
            onClose={() => {
              setAsking(false);
            }}
            onWithdrawn={() => {
              setAsking(false);
              onWithdrawn();
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
