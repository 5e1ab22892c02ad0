import type { SupportedProposal } from '@lofteskartan/shared/contracts/contacts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../platform/format.js';
import { KIND_SHAPES, STATUS_LOOKS, statusWord } from '../../platform/looks.js';
import { saveAs } from '../../platform/save-as.js';
import { useTypedAddress } from '../../platform/mail-address.js';
import { AddressField, AddressForm, useFocusWhen } from '../../ui/address-form.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { ErrorState } from '../../ui/states.js';
import { StatusMark } from '../../ui/status-mark.js';
import styles from './contacts.module.css';
import { useChangeSupportAddress, useRemoveSupportAddress, useSupporterData } from './contacts.queries.js';

/** What somebody supports with an address: how far each has come, and where the address is changed or taken away. */
export function SupportedProposals({ items }: { items: readonly SupportedProposal[] }) {
  return (
    <ul className={styles.list}>
      {items.map((supported) => (
        <Row key={supported.token} supported={supported} />
      ))}
    </ul>
  );
}

function Row({ supported }: { supported: SupportedProposal }) {
  const { t } = useTranslation(['mail', 'supporter', 'words']);
  const { date } = useFormats();
  const { reference, municipality, kind, status, state, outcome, createdAt } = supported;
  const name = `${reference} ${t(`kind.${kind}`, { ns: 'words' })}`;
  return (
    <li className={styles.row}>
      {status && (
        <StatusMark
          shape={KIND_SHAPES[kind]}
          fill={STATUS_LOOKS[status].fill}
          tone={STATUS_LOOKS[status].tone}
        >
          {t(statusWord(kind, status), { ns: 'words' })}
        </StatusMark>
      )}
      {status ? (
        <Link className={styles.link} to={`/${municipality}/forslag/${encodeURIComponent(reference)}`}>
          {name}
        </Link>
      ) : (
        <p className={styles.link}>{name}</p>
      )}
      <p className={styles.facts}>
        <span>{t('supported.since', { date: date(createdAt) })}</span>
        {!status && <span>{t('supported.notShown')}</span>}
        {outcome && (
          <span>
            {t(outcome.safetyNow === null ? 'supporter:yours' : 'supporter:yoursSafety', {
              helped: t(`supporter:answer.${outcome.helped}`),
              safety: outcome.safetyNow,
            })}
          </span>
        )}
        {state === 'stopped' && <span>{t('supported.stopped')}</span>}
      </p>
      <Acts supported={supported} />
    </li>
  );
}

/** Another address, or none: the support stays counted. */
function Acts({ supported: { token, reference } }: { supported: SupportedProposal }) {
  const { t } = useTranslation(['mail', 'supporter']);
  const [isChanging, setChanging] = useState(false);
  const address = useTypedAddress();
  const change = useChangeSupportAddress();
  const remove = useRemoveSupportAddress();
  const take = useSupporterData();
  const isOver = change.isSuccess || remove.isSuccess;
  const outcome = useFocusWhen(isOver);
  if (isOver)
    return (
      <div ref={outcome} tabIndex={-1}>
        <Notice tone="success" title={t(remove.isSuccess ? 'supported.removed' : 'supported.changed')}>
          <p className={styles.said}>
            {change.isSuccess
              ? t('supported.changedHow', { email: change.variables.email })
              : t('supported.removedHow')}
          </p>
        </Notice>
      </div>
    );
  if (isChanging)
    return (
      <AddressForm
        address={address}
        busy={change.isPending}
        onSend={(email) => {
          change.mutate({ token, email });
        }}
      >
        <AddressField address={address} label={t('supported.newAddress')} wrong={t('mine.wrong')} />
        {change.error && <ErrorState error={change.error} title={t('link.failed')} />}
        <div className={styles.acts}>
          <Button type="submit" busy={change.isPending}>
            {t('supported.save')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setChanging(false);
            }}
          >
            {t('supported.cancel')}
          </Button>
        </div>
      </AddressForm>
    );
  return (
    <div className={styles.acts}>
      {remove.error && <ErrorState error={remove.error} title={t('link.failed')} />}
      {take.error && <ErrorState error={take.error} title={t('link.failed')} />}
      <Button
        look="quiet"
        className={styles.flush}
        aria-label={t('supported.changeOf', { reference })}
        onClick={() => {
          setChanging(true);
        }}
      >
        {t('supported.change')}
      </Button>
      <Button
        look="quiet"
        aria-label={t('supported.removeOf', { reference })}
        busy={remove.isPending}
        onClick={() => {
          remove.mutate({ token });
        }}
      >
        {t('supported.remove')}
      </Button>
      <Button
        look="quiet"
        className={styles.flush}
        aria-label={t('supporter:takeOf', { reference })}
        busy={take.isPending}
        onClick={() => {
          take.mutate(
            { token },
            {
              onSuccess: (data) => {
                const json = JSON.stringify(data, null, 2);
                saveAs(`${reference}.json`, new Blob([json], { type: 'application/json' }));
              },
            },
          );
        }}
      >
        {t('supporter:take')}
      </Button>
    </div>
  );
}
