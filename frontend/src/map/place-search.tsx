import type { NamedPlace } from '@lofteskartan/shared/contracts/municipalities';
import { Building2, GraduationCap, House, Route, Search, TrainFront } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../platform/format.js';
import { ComboBox, type ComboOption } from '../ui/combo-box.js';
import { useAddressSearch, type AddressLookup } from './address-lookup.js';
import { matchPlaces } from './place-match.js';

const ICONS = { locality: Building2, road: Route, school: GraduationCap, station: TrainFront } as const;

export interface PlaceSearchProps {
  /** The municipality's place list. */
  places: readonly NamedPlace[];
  loading?: boolean;
  /** Finds addresses besides, where the installation can. */
  lookup?: AddressLookup;
  onChoose: (place: NamedPlace) => void;
}

const ADDRESS = 'address ';

/** Finds a locality, a road, a school or a station by name, with or without the dots over å ä ö; addresses where they can be looked up. */
export function PlaceSearch({ places, loading = false, lookup, onChoose }: PlaceSearchProps) {
  const { t } = useTranslation(['map', 'words']);
  const { compare } = useFormats();
  const [text, setText] = useState('');
  const localityNames = useMemo(
    () =>
      new Map(
        places.flatMap(({ type, locality, name }) =>
          type === 'locality' && locality ? [[locality, name] as const] : [],
        ),
      ),
    [places],
  );
  const found = useMemo(() => matchPlaces(places, text, compare), [places, text, compare]);
  const addresses = useAddressSearch(lookup, text);
  const known: ComboOption[] = found.map((place) => {
    const Icon = ICONS[place.type];
    const where = place.type === 'locality' ? undefined : localityNames.get(place.locality ?? '');
    const type = t(`words:placeType.${place.type}`);
    return {
      id: String(places.indexOf(place)),
      label: place.name,
      note: where ? t('map:search.note', { type, where }) : type,
      icon: <Icon size={18} aria-hidden="true" />,
    };
  });
  const options = known.concat(
    addresses.map(({ name, where }, index) => ({
      id: `${ADDRESS}${String(index)}`,
      label: name,
      note: where ? t('map:search.note', { type: t('map:search.address'), where }) : t('map:search.address'),
      icon: <House size={18} aria-hidden="true" />,
    })),
  );
  return (
    <ComboBox
      label={t('map:search.label')}
      placeholder={t('map:search.placeholder')}
      icon={<Search size={18} />}
      text={text}
      onText={setText}
      options={options}
      loading={loading}
      onChoose={({ id }) => {
        if (id.startsWith(ADDRESS)) {
          const address = addresses[Number(id.slice(ADDRESS.length))];
          if (!address) return;
          const { name, position } = address;
          setText(name);
          // As near as a school is looked at: one house among others.
          onChoose({ type: 'school', name, position, locality: null, line: null });
          return;
        }
        const place = places[Number(id)];
        if (!place) return;
        setText(place.name);
        onChoose(place);
      }}
    />
  );
}
