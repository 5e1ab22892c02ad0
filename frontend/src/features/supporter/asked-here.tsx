import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Part } from '../../ui/part.js';
import { SupporterAnswer } from './supporter-answer.js';
import { askedOnDeviceQuery, useActsOnDevice } from './supporter.queries.js';

/**
 * "You support this place: how is it now?", on the device that supported. Nothing where nothing is asked; the page is whole without it, so it
 * neither says that it loads nor that it failed to.
 */
export function AskedHere({
  reference,
  isOneOfSeveral = false,
}: {
  reference: string;
  isOneOfSeveral?: boolean;
}) {
  const { t } = useTranslation('supporter');
  const { data } = useQuery(askedOnDeviceQuery(reference));
  const acts = useActsOnDevice(reference);
  if (!data?.asked) return null;
  return (
    <Part id={`asked-${reference}`} title={isOneOfSeveral ? t('hereOf', { reference }) : t('here')}>
      <p>{t('hereLead')}</p>
      <SupporterAnswer asked={data} acts={acts} />
    </Part>
  );
}
