import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { Box, Position } from '@lofteskartan/shared/position';

/** What other rooms need to know of a municipality. */
export interface MunicipalityRecord {
  readonly id: string;
  /** Name in addresses: `ale`. */
  readonly slug: string;
  /** `Ale kommun`. */
  readonly name: string;
  /** `Ale`. */
  readonly shortName: string;
  /** The first part of its proposals' numbers: `ALE`. */
  readonly referencePrefix: string;
  /** The outline's box, [west, south, east, north]. */
  readonly bbox: Box;
  readonly settings: MunicipalitySettings;
}

/** A town or village of a municipality. */
export interface LocalityRecord {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  /** [lng, lat]. */
  readonly position: Position;
}

/** The municipality of a position. */
export interface HoldingMunicipality {
  readonly municipality: MunicipalityRecord;
  /** `near-outline`: outside every outline, within the tolerance of this one. */
  readonly placement: 'inside' | 'near-outline';
}
