import type { ActivityResult, LogActivity } from '@lofteskartan/shared/contracts/activities';
import type { Commitment } from '@lofteskartan/shared/contracts/medborgarlofte';
import type { Position } from '@lofteskartan/shared/position';
import { newKey } from '../../platform/api.js';
import { swedishDay, swedishMoment } from '../../platform/swedish-day.js';

export const WHERES = ['here', 'proposals', 'map', 'locality', 'none'] as const;
export type Where = (typeof WHERES)[number];

/** The figures of a result while they are written: '' is not told. */
export interface ResultDraft {
  measured: string;
  reported: string;
  licencesSeized: string;
  topSpeed: string;
  participants: string;
  subject: string;
  milestoneId: string;
  /** `HH:MM`, Swedish clock. */
  endedAt: string;
}

/** An activity while it is being logged. The key makes a repeated sending harmless. */
export interface LogDraft {
  key: string;
  commitmentId: string;
  occurredOn: string;
  where: Where | null;
  /** From the phone or the map. */
  position: Position | null;
  locality: string;
  references: string[];
  /** Road or place of the first chosen proposal, for the suggested text. */
  placeWords: string;
  result: ResultDraft;
  publicText: string;
  suggested: string;
  onBehalfOf: string;
  sourceNote: string;
  /** Which planned check it tells; '' for none. */
  fromPlan: string;
}

export const emptyResult = (): ResultDraft => ({
  measured: '',
  reported: '',
  licencesSeized: '',
  topSpeed: '',
  participants: '',
  subject: '',
  milestoneId: '',
  endedAt: '',
});

export const emptyLog = (): LogDraft => ({
  key: newKey(),
  commitmentId: '',
  occurredOn: swedishDay(new Date()),
  where: null,
  position: null,
  locality: '',
  references: [],
  placeWords: '',
  result: emptyResult(),
  publicText: '',
  suggested: '',
  onBehalfOf: '',
  sourceNote: '',
  fromPlan: '',
});

const NUMBER_FIELDS = ['measured', 'reported', 'licencesSeized', 'topSpeed', 'participants'] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** A figure as it was written: undefined when empty, null when it is no whole number. */
export function readFigure(text: string): number | undefined | null {
  const plain = text.replace(/\s/g, '');
  if (plain === '') return undefined;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null;
}

/** The figures that are no whole numbers. */
export const faultyFigures = (result: ResultDraft): NumberField[] =>
  NUMBER_FIELDS.filter((field) => readFigure(result[field]) === null);

/** The result as the contract has it: only what was told. */
export function resultBody(
  result: ResultDraft,
  occurredOn: string,
): Pick<ActivityResult, keyof ActivityResult> {
  const body: Pick<ActivityResult, keyof ActivityResult> = {};
  for (const field of NUMBER_FIELDS) {
    const figure = readFigure(result[field]);
    if (figure !== undefined && figure !== null) body[field] = figure;
  }
  if (result.subject.trim()) body.subject = result.subject.trim();
  if (result.milestoneId) body.milestoneId = result.milestoneId;
  const endedAt = swedishMoment(occurredOn, result.endedAt);
  if (endedAt) body.endedAt = endedAt;
  return body;
}

/** Whether the commitment is about speed checks or other controls of vehicles: their results are measured. */
export const isMeasured = ({ acceptsKinds }: Pick<Commitment, 'acceptsKinds'>): boolean =>
  acceptsKinds.includes('speed-check');

/** The body of the call. */
export function logBody(draft: LogDraft): LogActivity {
  const takesPosition = draft.where === 'here' || draft.where === 'map';
  const result = resultBody(draft.result, draft.occurredOn);
  return {
    commitmentId: draft.commitmentId,
    occurredOn: draft.occurredOn,
    publicText: draft.publicText.trim(),
    ...(takesPosition && draft.position && { position: draft.position }),
    ...(draft.where === 'locality' && draft.locality && { locality: draft.locality }),
    ...(draft.references.length > 0 && { proposalReferences: draft.references }),
    ...(Object.keys(result).length > 0 && { result }),
    ...(draft.onBehalfOf && { onBehalfOf: draft.onBehalfOf }),
    ...(draft.sourceNote.trim() && { sourceNote: draft.sourceNote.trim() }),
  };
}
