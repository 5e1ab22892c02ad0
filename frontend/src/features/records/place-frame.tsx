import type { Role } from '@lofteskartan/shared/vocabulary';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { municipalitiesWith } from '../../platform/memberships.js';
import { useSession } from '../../platform/session.js';
import { PageTitle } from '../../ui/page-title.js';
import { SelectField } from '../../ui/select-field.js';
import styles from './records.module.css';

/** A municipality as its members name it. */
export interface Place {
  readonly slug: string;
  readonly name: string;
}

interface PlaceFrameProps {
  title: string;
  lead: string;
  roles: readonly Role[];
  /** As wide as the window: for tables with many columns. */
  wide?: boolean;
  children: (place: Place) => ReactNode;
}

/** A page of the administration about one municipality: its heading, which municipality, and what is for those who may. */
export function PlaceFrame({ title, lead, roles, wide = false, children }: PlaceFrameProps) {
  const { t } = useTranslation(['work-records', 'work']);
  const { data: session } = useSession();
  const [parameters, setParameters] = useSearchParams();
  if (!session) return null;
  const places = municipalitiesWith(session, roles);
  const place = places.find(({ slug }) => slug === parameters.get('municipality')) ?? places[0];
  const frame = `wrap ${styles.page} ${wide ? '' : styles.narrow}`;
  if (!place)
    return (
      <div className={frame}>
        <PageTitle title={t('work:notYours.title')} lead={t('work:notYours.lead')} />
      </div>
    );
  return (
    <div className={frame}>
      <PageTitle title={title} lead={lead} />
      {places.length > 1 && (
        <SelectField
          label={t('municipality')}
          value={place.slug}
          options={places.map(({ slug, name }) => ({ value: slug, label: name }))}
          onChange={(municipality) => {
            setParameters({ municipality }, { replace: true });
          }}
        />
      )}
      {children(place)}
    </div>
  );
}
