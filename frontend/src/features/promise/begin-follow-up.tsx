import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../../platform/api.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { SelectField } from '../../ui/select-field.js';
import { ErrorState } from '../../ui/states.js';
import { DateField } from '../../ui/text-field.js';
import { useDraftFollowUp } from './follow-up.queries.js';
import styles from './follow-up-editor.module.css';
import { promiseQuery } from './promise.queries.js';

/** Chooses a day and begins a follow-up of the municipality's promise. */
export function BeginFollowUp({ places }: { places: readonly { slug: string; name: string }[] }) {
  const { t } = useTranslation('work-follow-up');
  const navigate = useNavigate();
  const [municipality, setMunicipality] = useState(places[0]?.slug ?? '');
  const [asOf, setAsOf] = useState('');
  const [tried, setTried] = useState(false);
  const key = useRef(newKey());
  const promise = useQuery(promiseQuery(municipality));
  const begin = useDraftFollowUp();
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!promise.data || asOf === '' || begin.isPending) return;
    begin.mutate(
      { body: { medborgarlofteId: promise.data.id, asOf }, key: key.current },
      { onSuccess: ({ id }) => void navigate(`/arbete/uppfoljningar/${id}`) },
    );
  };
  /** Another day is another intention. */
  const renew = () => {
    key.current = newKey();
    begin.reset();
  };
  return (
    <form className={styles.begin} onSubmit={send} noValidate>
      <h2>{t('begin')}</h2>
      {places.length > 1 && (
        <SelectField
          label={t('municipality')}
          value={municipality}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(slug) => {
            setMunicipality(slug);
            renew();
          }}
        />
      )}
      {promise.data === null ? (
        <Notice>{t('noPromise')}</Notice>
      ) : (
        <>
          <DateField
            label={t('asOf')}
            hint={t('asOfHow')}
            value={asOf}
            error={tried && asOf === '' ? t('asOfMissing') : begin.error?.messageFor('asOf')}
            onChange={(day) => {
              setAsOf(day);
              renew();
            }}
          />
          {begin.error && begin.error.errors.length === 0 && <ErrorState error={begin.error} />}
          <div className={styles.acts}>
            <Button type="submit" look="primary" busy={begin.isPending}>
              {t('beginSubmit')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
