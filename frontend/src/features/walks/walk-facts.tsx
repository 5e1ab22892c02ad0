import type { StaffWalk } from '@lofteskartan/shared/contracts/safety-walks';
import { useQueryClient } from '@tanstack/react-query';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { Timeline } from '../../ui/timeline.js';
import { toast } from '../../ui/toast.js';
import { walkDraft, writtenWalk } from './walk-draft.js';
import { WalkForm } from './walk-form.js';
import { useSaveWalk, walkQuery } from './walks.queries.js';

interface WalkFactsProps {
  walk: StaffWalk;
  municipality: Municipality | undefined;
}

/** What a walk is for, when and where it begins, and who holds it. */
export function WalkFacts({ walk, municipality }: WalkFactsProps) {
  const { t } = useTranslation(['work-walks', 'walks']);
  const { date, time, phrase } = useFormats();
  const locality = municipality?.localities.find(({ slug }) => slug === walk.locality);
  return (
    <DefinitionList
      items={[
        { term: t('walk.when'), value: `${date(walk.startsAt)} ${time(walk.startsAt)}` },
        { term: t('walk.meeting'), value: walk.meetingPoint },
        { term: t('walk.purpose'), value: walk.purpose },
        {
          term: t('walk.organisers'),
          value: phrase(walk.organisers.map((each) => t(`organiser.${each}`, { ns: 'walks' }))),
        },
        { term: t('walk.locality'), value: locality?.name },
      ]}
    />
  );
}

/** Changes the plan of a walk. */
export function EditWalk({ walk, municipality, onDone }: WalkFactsProps & { onDone: () => void }) {
  const { t } = useTranslation('work-walks');
  const queries = useQueryClient();
  const save = useSaveWalk(walk.reference);
  const edited = useEdited({
    saved: walk,
    wordsOf: walkDraft,
    read: () => queries.query({ ...walkQuery(walk.reference), staleTime: 0 }),
    forget: save.reset,
  });
  return (
    <WalkForm
      draft={edited.words}
      change={edited.change}
      municipality={municipality}
      busy={save.isPending}
      error={save.error}
      failed={
        <SaveFailed
          error={save.error}
          title={t('form.notSaved')}
          kept={t('form.kept')}
          latest={edited}
          now={edited.differences.flatMap(({ name, saved }) =>
            name === 'title' || name === 'purpose' ? [{ label: t(`form.${name}`), value: saved[name] }] : [],
          )}
        />
      }
      onSave={() => {
        save.mutate(
          { ...writtenWalk(edited.words), version: edited.saved.version },
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

/** What happened to a walk, the latest first. */
export function WalkHistory({ walk: { events } }: { walk: StaffWalk }) {
  const { t } = useTranslation('work-walks');
  const { moment } = useFormats();
  return (
    <Timeline
      label={t('walk.history')}
      entries={events
        .map(({ at, type, actor, reason }, index) => ({
          key: String(index),
          title: t(`events.${type}`),
          meta: `${moment(at)} · ${actor ?? t('events.house')}`,
          children: reason,
          fill: type === 'published' || type === 'corrected' ? ('check' as const) : ('outline' as const),
        }))
        .reverse()}
    />
  );
}
