import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { Copy, Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { promisedAnswer } from '../../../platform/answer-time.js';
import { Link } from 'react-router';
import { Button, ButtonLink } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { PageTitle } from '../../../ui/page-title.js';
import { toast } from '../../../ui/toast.js';
import { followAddress, forgetOwnProposal, useOwnProposals } from '../own-proposals.js';
import styles from './form.module.css';
import { PhotoSending } from './photo-sending.js';

export interface ReceiptProps {
  municipality: Municipality;
  receipt: ProposalReceipt;
  /** The name under which its photos are kept until they have arrived. */
  photosName: string;
  /** Changes made after the first attempt did not come along. */
  asFirstSent: boolean;
  /** The address that is to be confirmed, if one was given. */
  mailTo: string | null;
  onAnother: () => void;
}

async function copy(text: string, said: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch {
    toast(failed, 'error');
  }
}

/** It has arrived: the number, the way to follow it, what happens next and when. */
export function Receipt({ municipality, receipt, photosName, asFirstSent, mailTo, onAnother }: ReceiptProps) {
  const { t } = useTranslation('form');
  const { reference, followToken, kind, publicNow, personalData } = receipt;
  const follow = followAddress({ municipality: receipt.municipality, reference, followToken });
  const isKept = useOwnProposals().some((own) => own.reference === reference);
  const days = promisedAnswer(municipality, kind);
  const link = new URL(follow, window.location.origin).href;

  return (
    <div className={styles.screen}>
      <PageTitle title={t(`receipt.title.${kind}`)} className={styles.thanks} />
      {asFirstSent && <Notice tone="warning">{t('receipt.asFirstSent')}</Notice>}
      <div className={styles.number}>
        <p id="receipt-number">{t('receipt.number')}</p>
        <p className={styles.reference} aria-labelledby="receipt-number receipt-reference">
          <span id="receipt-reference">{reference}</span>
        </p>
        <Button
          icon={<Copy size={18} aria-hidden="true" />}
          onClick={() => void copy(reference, t('receipt.copied'), t('receipt.copyFailed'))}
        >
          {t('receipt.copyNumber')}
        </Button>
      </div>
      {mailTo && (
        <Notice tone="warning" title={t('receipt.confirm')}>
          <p className={styles.said}>{t('receipt.confirmHow', { email: mailTo })}</p>
          <p>{t('receipt.confirmWrong')}</p>
        </Notice>
      )}
      <PhotoSending name={photosName} reference={reference} followToken={followToken} />
      <section className={styles.group} aria-labelledby="receipt-follow">
        <h2 id="receipt-follow">{t('receipt.follow')}</h2>
        <p>{mailTo ? t('receipt.followHowMail') : t('receipt.followHow')}</p>
        <div className={styles.row}>
          <ButtonLink look="primary" to={follow}>
            {t('receipt.open')}
          </ButtonLink>
          {typeof navigator.share === 'function' && (
            <Button
              icon={<Share2 size={18} aria-hidden="true" />}
              onClick={() => {
                // Closing the phone's own window is no failure.
                navigator.share({ title: reference, url: link }).catch(() => undefined);
              }}
            >
              {t('receipt.share')}
            </Button>
          )}
          <Button
            icon={<Copy size={18} aria-hidden="true" />}
            onClick={() => void copy(link, t('receipt.linkCopied'), t('receipt.copyFailed'))}
          >
            {t('receipt.copyLink')}
          </Button>
        </div>
        <div role="status">
          {isKept ? (
            <p className={styles.kept}>
              {t('receipt.kept')}{' '}
              <Button
                look="quiet"
                onClick={() => {
                  forgetOwnProposal(reference);
                }}
              >
                {t('receipt.forget')}
              </Button>
            </p>
          ) : (
            <p className={styles.kept}>{t('receipt.notKept')}</p>
          )}
        </div>
      </section>
      <section className={styles.group} aria-labelledby="receipt-next">
        <h2 id="receipt-next">{t('receipt.next')}</h2>
        <ol className={styles.steps}>
          <li>{publicNow ? t('receipt.publicNow') : t('receipt.publicLater')}</li>
          <li>{t(`receipt.read.${kind}`)}</li>
          <li>{days ? t('receipt.answerWithin', { count: days }) : t('receipt.answer')}</li>
          {kind === 'speed-check' && <li>{t('receipt.noPromise')}</li>}
        </ol>
        {personalData.length > 0 && <Notice>{t('receipt.personalData')}</Notice>}
      </section>
      <div className={styles.row}>
        <Button onClick={onAnother}>{t('receipt.another')}</Button>
        <Link className={styles.plainLink} to={`/${municipality.slug}/karta`}>
          {t('receipt.map')}
        </Link>
        <Link className={styles.plainLink} to={`/${municipality.slug}/bevaka`}>
          {t('receipt.watch')}
        </Link>
      </div>
    </div>
  );
}
