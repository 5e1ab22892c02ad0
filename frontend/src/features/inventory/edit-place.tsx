import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { toast } from '../../ui/toast.js';
import { placeQuery, useSavePlace } from './inventory.queries.js';
import { placeDraft } from './place-draft.js';
import { PlaceForm } from './place-form.js';

interface EditPlaceProps {
  place: StaffPlace;
  municipality: Municipality | undefined;
  onDone: () => void;
}

const COMPARED = ['name', 'description', 'note'] as const;

/** Changes a place. What somebody else saved meanwhile is read before it is written over. */
export function EditPlace({ place, municipality, onDone }: EditPlaceProps) {
  const { t } = useTranslation('work-inventory');
  const queries = useQueryClient();
  const save = useSavePlace(place.reference);
  const edited = useEdited({
    saved: place,
    wordsOf: placeDraft,
    read: () => queries.query({ ...placeQuery(place.reference), staleTime: 0 }),
    forget: save.reset,
  });
  return (
    <PlaceForm
      draft={edited.words}
      change={edited.change}
      municipality={municipality}
      bodies={edited.saved.bodies}
      busy={save.isPending}
      error={save.error}
      failed={
        <SaveFailed
          error={save.error}
          title={t('form.notSaved')}
          kept={t('form.kept')}
          latest={edited}
          now={edited.differences.flatMap(({ name, saved }) => {
            const compared = COMPARED.find((each) => each === name);
            return compared ? [{ label: t(`form.${compared}`), value: saved[compared] }] : [];
          })}
        />
      }
      onSave={(written) => {
        save.mutate(
          { ...written, version: edited.saved.version },
          {
            onSuccess: () => {
              toast(t('form.saved'));
              onDone();
            },
          },
        );
      }}
      onCancel={onDone}
    />
  );
}
