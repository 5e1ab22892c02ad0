import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';

/** What is known of a place. */
export function PlaceFacts({ place }: { place: StaffPlace }) {
  const { t } = useTranslation(['work-inventory', 'inventory', 'words']);
  const { phrase, number } = useFormats();
  const { causes, groups, when, seasons, body, lampNumbers, description, note, position } = place;
  return (
    <DefinitionList
      items={[
        { term: t('place.causes'), value: phrase(causes.map((each) => t(`cause.${each}`, { ns: 'words' }))) },
        {
          term: t('place.groups'),
          value: groups.map((each) => t(`group.${each}`, { ns: 'inventory' })).join(', '),
        },
        { term: t('place.when'), value: phrase(when.map((each) => t(`when.${each}`, { ns: 'words' }))) },
        {
          term: t('place.seasons'),
          value: phrase(seasons.map((each) => t(`season.${each}`, { ns: 'inventory' }))),
        },
        { term: t('place.body'), value: body ?? t('place.noBody') },
        { term: t('place.lamps'), value: lampNumbers.join(', ') },
        { term: t('place.description'), value: description },
        { term: t('place.note'), value: note },
        {
          term: t('form.position'),
          value: t('place.coordinates', { north: number(position[1], 5), east: number(position[0], 5) }),
        },
      ]}
    />
  );
}
