import type { DialogueInput } from '@lofteskartan/shared/contracts/medborgardialog-planning';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { invalidField } from '../platform/problem/refused.js';
import { DialogueSubjectsRepository } from './dialogue-subjects.repository.js';
import type { AgendaItem, LinkRecord } from './medborgardialog-parts.repository.js';
import type { DialogueFields, DialogueWords } from './medborgardialog.repository.js';
import { changedFields, cleanText, faultOfTimes } from './medborgardialog.rules.js';

const clean = (text: string): string => text.normalize('NFC').trim();
const moment = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);
const cleanWords = ({ title, purpose, levelMeaning }: DialogueWords): DialogueWords => ({
  title: clean(title),
  purpose: clean(purpose),
  levelMeaning: clean(levelMeaning),
});

/** Makes of what somebody wrote what is kept, or says what is wrong with it. */
@Injectable()
export class CheckedDialogue {
  constructor(
    private readonly municipalities: MunicipalityLookup,
    private readonly subjects: DialogueSubjectsRepository,
  ) {}

  /** @throws Refused `input.invalid` for times that do not follow each other */
  fields(given: DialogueInput): DialogueFields {
    const { en, easy } = given.translations ?? {};
    const fields: DialogueFields = {
      ...cleanWords(given),
      theme: clean(given.theme),
      level: given.level,
      targetGroups: given.targetGroups,
      form: given.form,
      venue: cleanText(given.venue),
      venuePosition: given.venuePosition ?? null,
      onlineUrl: given.onlineUrl ?? null,
      accessibility: cleanText(given.accessibility),
      interpreter: cleanText(given.interpreter),
      transport: cleanText(given.transport),
      startsAt: new Date(given.startsAt),
      endsAt: new Date(given.endsAt),
      questionsUntil: moment(given.questionsUntil),
      capacity: given.capacity ?? null,
      signUpUntil: moment(given.signUpUntil),
      presidium: given.presidium.map(({ role, organisation }) => ({
        role,
        organisation: clean(organisation),
      })),
      translations: { ...(en && { en: cleanWords(en) }), ...(easy && { easy: cleanWords(easy) }) },
    };
    const fault = faultOfTimes(fields);
    if (fault) throw invalidField(fault.field, fault.code);
    return fields;
  }

  /** The agenda, in its order. @throws Refused `input.invalid` for an id that is none of those that stand, or stands twice */
  agenda(
    { agenda }: DialogueInput,
    known: readonly { readonly id: string }[],
  ): (AgendaItem & { readonly id: string | null })[] {
    const ids = agenda.map(({ id }) => id?.toLowerCase() ?? null);
    for (const [index, id] of ids.entries()) {
      if (id === null) continue;
      if (!known.some((each) => each.id === id)) throw invalidField(`agenda.${String(index)}.id`, 'notFound');
      if (ids.indexOf(id) < index) throw invalidField(`agenda.${String(index)}.id`, 'notUnique');
    }
    return agenda.map(({ title, minutes = null, description }, index) => ({
      id: ids[index] ?? null,
      title: clean(title),
      minutes,
      description: cleanText(description),
    }));
  }

  /** The ids of the localities. @throws Refused `input.invalid` for one that the municipality does not have */
  async localities(
    manager: EntityManager,
    municipalityId: string,
    { localities }: DialogueInput,
  ): Promise<string[]> {
    const ids: string[] = [];
    for (const [index, slug] of localities.entries()) {
      const locality = await this.municipalities.localityBySlug(manager, municipalityId, slug);
      if (!locality) throw invalidField(`localities.${String(index)}`, 'notFound');
      ids.push(locality.id);
    }
    return ids;
  }

  /** What it is about. @throws Refused `input.invalid` for what the municipality does not have, or not in public */
  async links(
    manager: EntityManager,
    municipalityId: string,
    { links }: DialogueInput,
  ): Promise<LinkRecord[]> {
    const found = new Map<string, LinkRecord>();
    for (const [index, link] of links.entries()) {
      const subject = await this.subjects.find(manager, municipalityId, link);
      if (!subject) throw invalidField(`links.${String(index)}.key`, 'notFound');
      found.set(subject.subjectId, subject);
    }
    return [...found.values()];
  }

  /** Which of the fields are others than before, for the history. */
  changed(before: DialogueFields, after: DialogueFields): { readonly fields: readonly string[] } {
    return { fields: changedFields(before, after) };
  }
}
