import type { ShapeFault, ShapeKind, ShapeReport } from '@lofteskartan/shared/contracts/shapes';
import type { Position } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fault } from './geojson.rules.js';
import { ShapeRepository } from './shape.repository.js';
import { pointsOnPages, readOutline, readSketch, simplifications } from './shape.rules.js';

/** Says what a GeoJSON file holds and how it would be saved. */
@Injectable()
export class CheckShape {
  constructor(private readonly shapes: ShapeRepository) {}

  /**
   * Checks the text of a file.
   * @param municipalityId whose localities an outline is held against; null for a municipality that is not there yet
   */
  check(
    manager: EntityManager,
    municipalityId: string | null,
    kind: ShapeKind,
    text: string,
  ): Promise<ShapeReport> {
    return kind === 'outline'
      ? this.outline(manager, municipalityId, text)
      : Promise.resolve(checkedSketch(text));
  }

  private async outline(
    manager: EntityManager,
    municipalityId: string | null,
    text: string,
  ): Promise<ShapeReport> {
    const read = readOutline(text);
    if ('faults' in read) return refused(read.faults);
    const whole = polygonOf(read.rings);
    const { isValid, where, squareKilometres } = await this.shapes.measure(manager, whole);
    if (!isValid) return refused([fault('crosses-itself', null, where)], read.points);
    const { shape, metres } = await this.simplified(manager, whole);
    const outside = municipalityId ? await this.shapes.localitiesOutside(manager, municipalityId, shape) : [];
    return {
      faults: [],
      remarks: outside.length > 0 ? [fault('leaves-out-localities', null, outside.join(', '))] : [],
      shape,
      features: read.features,
      pointsRead: read.points,
      pointsKept: pointsOf(shape.coordinates),
      simplifiedByMetres: metres,
      squareKilometres,
    };
  }

  /** With few enough points to be sent to every page; the least change that is enough. */
  private async simplified(
    manager: EntityManager,
    whole: Polygon,
  ): Promise<{ shape: Polygon; metres: number | null }> {
    let shape = whole;
    let metres: number | null = null;
    for (const step of simplifications) {
      if (pointsOf(shape.coordinates) <= pointsOnPages) break;
      shape = polygonOf((await this.shapes.simplified(manager, whole, step)).coordinates);
      metres = step;
    }
    return { shape, metres };
  }
}

interface Polygon {
  readonly type: 'Polygon';
  readonly coordinates: Position[][];
}

const polygonOf = (coordinates: Position[][]): Polygon => ({ type: 'Polygon', coordinates });
const pointsOf = (rings: readonly Position[][]): number => rings.reduce((sum, ring) => sum + ring.length, 0);

function checkedSketch(text: string): ShapeReport {
  const read = readSketch(text);
  if ('faults' in read) return refused(read.faults);
  return {
    faults: [],
    remarks: [],
    shape: { type: 'FeatureCollection', features: read.features },
    features: read.features.length,
    pointsRead: read.points,
    pointsKept: read.points,
    simplifiedByMetres: null,
    squareKilometres: null,
  };
}

function refused(faults: ShapeFault[], pointsRead = 0): ShapeReport {
  return {
    faults,
    remarks: [],
    shape: null,
    features: 0,
    pointsRead,
    pointsKept: 0,
    simplifiedByMetres: null,
    squareKilometres: null,
  };
}
