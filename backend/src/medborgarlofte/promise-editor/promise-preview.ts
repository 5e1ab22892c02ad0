import type { OrganisationView } from '@lofteskartan/shared/contracts/medborgarlofte';
import { isIsoDate, stockholmDate } from '../../platform/dates.js';
import type { CommitmentOfPromiseRow, PromiseRow } from '../promises.repository.js';
import type { DraftRow } from './promise-drafts.repository.js';
import { slugOf } from './promise-slugs.rules.js';
import { promiseValues, readable } from './promise-values.rules.js';

/** What a preview is made of besides the draft. */
interface PreviewMaterial {
  readonly organisations: readonly OrganisationView[];
  /** The commitments as they are published. */
  readonly stored: readonly CommitmentOfPromiseRow[];
  readonly now: Date;
}

/** A draft as the rows that it would become, so that it is drawn by the same code as the public page. */
export function previewRows(
  draft: DraftRow,
  { organisations, stored, now }: PreviewMaterial,
): { promise: PromiseRow; commitments: CommitmentOfPromiseRow[] } {
  const { municipality, municipalityId, content } = draft;
  const id = draft.promiseId ?? draft.id;
  const { from: begins, to: ends, ...values } = promiseValues(content);
  const from = isIsoDate(begins) ? begins : stockholmDate(now);
  const to = ends !== null && isIsoDate(ends) ? ends : null;
  const named = (slugs: readonly string[]): OrganisationView[] =>
    slugs.flatMap((slug) => organisations.find((each) => each.slug === slug) ?? []);
  const commitments = content.commitments.map((each, index) => {
    const before = stored.find((row) => row.id === each.id);
    return {
      id: each.id,
      medborgarlofteId: id,
      municipalityId,
      municipality,
      inOpenMunicipality: true,
      slug: before?.slug ?? (slugOf(each.title.sv) || `atagande-${index + 1}`),
      number: index + 1,
      focusArea: each.focusArea,
      title: readable(each.title),
      text: readable(each.text),
      countedHow: readable(each.countedHow),
      type: each.type,
      target: each.target,
      perYear: each.perYear,
      perYearFor: each.perYearFor,
      unit: readable(each.unit),
      staleAfterDays: each.staleAfterDays ?? 150,
      acceptsKinds: each.acceptsKinds,
      requiresWish: each.requiresWish,
      openingCount: before?.openingCount ?? null,
      openingAsOf: before?.openingAsOf ?? null,
      openingSource: before?.openingSource ?? null,
      from,
      to,
      closedFrom: each.closing && isIsoDate(each.closing.from) ? each.closing.from : null,
      closingWords: each.closing ? readable(each.closing.words) : null,
      owners: named(each.owners),
      partners: named(each.partners),
      milestones: each.milestones.map((step) => ({
        id: step.id,
        name: readable(step.name),
        dueOn: step.dueOn,
      })),
      updatedAt: before?.updatedAt ?? now,
    };
  });
  return {
    promise: {
      id,
      municipalityId,
      municipality,
      inOpenMunicipality: true,
      from,
      to,
      ...values,
      updatedAt: now,
    },
    commitments,
  };
}
