import type { WalkItem, WalkStop } from '@lofteskartan/shared/contracts/safety-walks';
import type { NamedMeasure, StopAnswer } from '@lofteskartan/shared/contracts/walk-answers';
import type { StopObservation } from '@lofteskartan/shared/contracts/walk-observations';
import type { IsoDate } from '../../platform/dates.js';
import type { MeasureRecord } from '../measure.repository.js';
import { measureState } from '../place.rules.js';
import { placePhotoAddresses } from '../place.view.js';
import type { ObservationRecord } from './observation.repository.js';
import type { ProtocolStop, ProtocolView } from './protocol.repository.js';
import type { StopPhotoRecord, StopRecord } from './stop.repository.js';
import type { WalkRecord } from './walk.repository.js';
import { publicBands, publicParticipants, sumOf } from './walk.rules.js';

/** All that is known of a stop. */
export interface StopFacts {
  readonly stop: StopRecord;
  readonly observations: readonly ObservationRecord[];
  readonly photos: readonly StopPhotoRecord[];
  readonly measures: readonly MeasureRecord[];
}

/** A walk as it stands in the list of staff. */
export function walkItem(
  walk: WalkRecord,
  counts: Pick<WalkItem, 'stopCount' | 'unansweredCount'>,
): Pick<WalkItem, keyof WalkItem> {
  const { reference, municipality, title, startsAt, locality, status } = walk;
  return {
    reference,
    municipality,
    title,
    startsAt: startsAt.toISOString(),
    locality,
    status,
    stopCount: counts.stopCount,
    unansweredCount: counts.unansweredCount,
  };
}

const observationView = ({ stopId: _stop, seenAt, ...rest }: ObservationRecord): StopObservation => ({
  ...rest,
  seenAt: seenAt.toISOString(),
});

const measureName = (measure: MeasureRecord, today: IsoDate): NamedMeasure => ({
  id: measure.id,
  kind: measure.kind,
  state: measureState(measure, today),
  text: measure.text,
  plannedOn: measure.plannedOn,
  doneOn: measure.doneOn,
});

const answerView = (stop: StopRecord): StopAnswer | null => {
  const { answer, answerText, measureNowId, isTakenBack, bodyId, body } = stop;
  if (answer === null) return null;
  return { kind: answer, text: answerText ?? '', measureId: measureNowId, isTakenBack, bodyId, body };
};

/** A stop as staff work with it. */
export function stopView({ stop, observations, photos, measures }: StopFacts, today: IsoDate): WalkStop {
  return {
    id: stop.id,
    version: stop.version,
    name: stop.name,
    position: stop.position,
    place:
      stop.placeReference === null ? null : { reference: stop.placeReference, isPublic: stop.placeIsPublic },
    ...sumOf(observations),
    observations: observations.map(observationView),
    photos: photos.map(({ stopId: _stop, ...photo }) => ({ ...photo, ...placePhotoAddresses(photo.id) })),
    seen: stop.seen,
    answer: answerView(stop),
    measures: measures.map((measure) => measureName(measure, today)),
  };
}

function protocolStop({ stop, observations, photos }: StopFacts): ProtocolStop {
  return {
    placeId: stop.placeId,
    ...sumOf(observations),
    seen: stop.seen,
    answer: stop.answer ?? 'no',
    text: stop.answerText ?? '',
    body: stop.body,
    measureId: stop.measureId,
    photoIds: photos.map(({ id }) => id),
  };
}

/** The protocol as it would be published now; that every stop has an answer is asked before it is. */
export function protocolView(walk: WalkRecord, stops: readonly StopFacts[]): ProtocolView {
  const { title, purpose, startsAt, locality, organisers, participants, bands } = walk;
  return {
    title,
    purpose,
    startsAt: startsAt.toISOString(),
    locality,
    organisers,
    participants: participants === null ? null : publicParticipants(participants),
    bands: publicBands(bands, participants ?? 0),
    stops: stops.map(protocolStop),
  };
}
