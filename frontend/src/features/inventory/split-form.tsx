import type { StaffPlace } from '@lofteskartan/shared/contracts/inventory';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { LIMITS } from '@lofteskartan/shared/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../platform/api.js';
import { useFormats } from '../../platform/format.js';
import { CheckboxChips } from '../../ui/chips.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { TextField } from '../../ui/text-field.js';
import { toast } from '../../ui/toast.js';
import { useHeldPlace } from './held-place.js';
import { useSplitPlace } from './inventory.queries.js';
import { placeDraft, type PlaceDraft } from './place-draft.js';
import { PlaceForm } from './place-form.js';

interface SplitFormProps {
  place: StaffPlace;
  municipality: Municipality | undefined;
  /** With the number of the new place. */
  onSplit: (reference: string) => void;
  onCancel: () => void;
}

/** A part of a place becomes a place of its own: what goes along, why, and what the new place is. */
export function SplitForm({ place, municipality, onSplit, onCancel }: SplitFormProps) {
  const { t } = useTranslation(['work-inventory', 'inventory']);
  const { date } = useFormats();
  const split = useSplitPlace(place.reference);
  const held = useHeldPlace({ place, act: split });
  const [key, setKey] = useState(newKey);
  const [draft, setDraft] = useState<PlaceDraft>(() => ({
    ...placeDraft(place),
    name: '',
    lamps: '',
    outline: '',
    note: '',
    description: '',
  }));
  const [reason, setReason] = useState('');
  const [proposals, setProposals] = useState<string[]>([]);
  const [measures, setMeasures] = useState<string[]>([]);
  const [photos, setPhotos] = useState<string[]>([]);
  const isNothing = proposals.length + measures.length + photos.length === 0;
  const choices = [
    {
      label: t('split.proposals'),
      value: proposals,
      set: setProposals,
      options: place.proposals.map(({ reference, placeName }) => ({
        value: reference,
        label: `${reference} ${placeName ?? ''}`.trim(),
      })),
    },
    {
      label: t('split.measures'),
      value: measures,
      set: setMeasures,
      options: place.measures.map(({ id, kind, doneOn, plannedOn }) => {
        const day = doneOn ?? plannedOn;
        const what = t(`${doneOn ? 'kind' : 'toDo'}.${kind}`, { ns: 'inventory' });
        return { value: id, label: day ? `${what} ${date(day)}` : what };
      }),
    },
    {
      label: t('split.photos'),
      value: photos,
      set: setPhotos,
      options: place.photos.map(({ id, thumbnailUrl, light }, index) => ({
        value: id,
        label: t('split.photo', { number: index + 1 }),
        icon: (
          <img
            src={thumbnailUrl}
            alt={t('photos.alt', { name: place.name, light: t(`light.${light}`, { ns: 'inventory' }) })}
            width={64}
            height={48}
            loading="lazy"
          />
        ),
      })),
    },
  ].filter(({ options }) => options.length > 0);
  return (
    <PlaceForm
      draft={draft}
      change={(part) => {
        setDraft((before) => ({ ...before, ...part }));
      }}
      municipality={municipality}
      bodies={place.bodies}
      busy={split.isPending}
      error={split.error}
      failed={
        <SaveFailed error={split.error} title={t('form.notSaved')} kept={t('form.kept')} latest={held} />
      }
      first={(tried) => (
        <>
          {choices.map(({ label, value, set, options }, index) => (
            <CheckboxChips
              key={label}
              label={label}
              stacked
              value={value}
              options={options}
              error={tried && isNothing && index === 0 ? t('split.nothing') : undefined}
              onChange={set}
            />
          ))}
          <TextField
            label={t('merge.why')}
            maxLength={LIMITS.reasonCharacters}
            value={reason}
            error={
              tried && !reason.trim() ? t('merge.missing') : (split.error?.messageFor('reason') ?? undefined)
            }
            onChange={(event) => {
              setReason(event.target.value);
            }}
          />
        </>
      )}
      onSave={(written) => {
        if (isNothing || !reason.trim()) return;
        split.mutate(
          {
            ...written,
            version: held.saved.version,
            reason: reason.trim(),
            proposals,
            measures,
            photos,
            key,
          },
          {
            onSuccess: ({ reference }) => {
              toast(t('split.done'));
              onSplit(reference);
            },
            onError: () => {
              setKey(newKey());
            },
          },
        );
      }}
      onCancel={onCancel}
    />
  );
}
