import type { StaffDialogue } from '@lofteskartan/shared/contracts/medborgardialog-staff';
import type { Municipality } from '@lofteskartan/shared/contracts/municipalities';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useEdited } from '../../platform/edited.js';
import { useFormats } from '../../platform/format.js';
import { DefinitionList } from '../../ui/definition-list.js';
import { SaveFailed } from '../../ui/save-failed.js';
import { Timeline } from '../../ui/timeline.js';
import { toast } from '../../ui/toast.js';
import { dialogueDraft, writtenDialogue } from './dialogue-draft.js';
import { DialogueForm } from './dialogue-form.js';
import { dialogueQuery, useSaveDialogue } from './dialogues.queries.js';

interface DialogueFactsProps {
  dialogue: StaffDialogue;
  municipality: Municipality | undefined;
}

/** When and where it is held, for whom, and how much those who come can decide. */
export function DialogueFacts({ dialogue, municipality }: DialogueFactsProps) {
  const { t } = useTranslation(['work-dialogues', 'dialogues']);
  const { date, time, phrase, list } = useFormats();
  const { startsAt, endsAt, questionsUntil, signUpUntil, presidium, localities, subjects } = dialogue;
  const moment = (at: string) => `${date(at)} ${time(at)}`;
  const names = localities.map(
    (slug) => municipality?.localities.find((each) => each.slug === slug)?.name ?? slug,
  );
  return (
    <DefinitionList
      items={[
        { term: t('facts.when'), value: `${moment(startsAt)}–${time(endsAt)}` },
        { term: t('facts.where'), value: [dialogue.venue, dialogue.onlineUrl].filter(Boolean).join(' · ') },
        { term: t('form.theme'), value: dialogue.theme },
        { term: t('form.purpose'), value: dialogue.purpose },
        {
          term: t('form.level'),
          value: `${t(`level.${dialogue.level}`, { ns: 'dialogues' })}. ${dialogue.levelMeaning}`,
        },
        {
          term: t('form.groups'),
          value: phrase(dialogue.targetGroups.map((each) => t(`group.${each}`, { ns: 'dialogues' }))),
        },
        { term: t('form.localities'), value: names.length > 0 ? list(names) : t('facts.everywhere') },
        { term: t('form.questionsDay'), value: questionsUntil && moment(questionsUntil) },
        {
          term: t('form.capacity'),
          value: dialogue.capacity === null ? t('facts.noSignUp') : String(dialogue.capacity),
        },
        { term: t('form.signUpDay'), value: signUpUntil && moment(signUpUntil) },
        ...(['accessibility', 'interpreter', 'transport'] as const).map((name) => ({
          term: t(`practical.${name}`, { ns: 'dialogues' }),
          value: dialogue[name],
        })),
        {
          term: t('form.presidium'),
          value: presidium
            .map(({ role, organisation }) => `${t(`role.${role}`, { ns: 'dialogues' })}: ${organisation}`)
            .join('\n'),
        },
        {
          term: t('form.about'),
          value: subjects
            .map(({ title, path }) => (path === null ? `${title} (${t('facts.notPublic')})` : title))
            .join('\n'),
        },
      ]}
    />
  );
}

/** Changes what is planned. */
export function EditDialogue({
  dialogue,
  municipality,
  onDone,
}: DialogueFactsProps & { onDone: () => void }) {
  const { t } = useTranslation('work-dialogues');
  const queries = useQueryClient();
  const save = useSaveDialogue(dialogue.reference);
  const edited = useEdited({
    saved: dialogue,
    wordsOf: dialogueDraft,
    read: () => queries.query({ ...dialogueQuery(dialogue.reference), staleTime: 0 }),
    forget: save.reset,
  });
  return (
    <DialogueForm
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
            name === 'title' || name === 'purpose' || name === 'venue'
              ? [{ label: t(`form.${name}`), value: saved[name] }]
              : [],
          )}
        />
      }
      onSave={() => {
        save.mutate(
          { ...writtenDialogue(edited.words), version: edited.saved.version },
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

/** What happened to it, the latest first. */
export function DialogueHistory({ dialogue: { events } }: { dialogue: StaffDialogue }) {
  const { t } = useTranslation('work-dialogues');
  const { moment } = useFormats();
  return (
    <Timeline
      label={t('facts.history')}
      entries={events
        .map(({ at, type, actor, reason }, index) => ({
          key: String(index),
          title: t(`events.${type}`),
          meta: `${moment(at)} · ${actor ?? t('events.house')}`,
          children: reason,
          fill: type === 'published' ? ('check' as const) : ('outline' as const),
        }))
        .reverse()}
    />
  );
}
