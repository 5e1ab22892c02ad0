import type { ProposalMapQuery } from '@lofteskartan/shared/contracts/proposals';
import { parseNumbers, type Box } from '@lofteskartan/shared/position';
import { Injectable } from '@nestjs/common';
import { cellsFor } from './map-grid.rules.js';
import { MapRepository } from './map.repository.js';
import { mapGeoJson } from './map.view.js';

/** The public map. */
@Injectable()
export class ReadMapService {
  constructor(private readonly repository: MapRepository) {}

  /** The pins or clusters of a box as GeoJSON text, at most 2,000, with counts that are complete in the box that it declares. */
  async read(query: ProposalMapQuery): Promise<string> {
    const range = cellsFor(parseNumbers(query.bbox, 4) as Box, query.zoom);
    const row = await this.repository.within({
      range,
      municipalities: query.municipality,
      kinds: query.kind,
      statuses: query.status,
    });
    return mapGeoJson(range, row);
  }
}
