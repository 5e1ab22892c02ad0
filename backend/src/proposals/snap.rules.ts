import type { MunicipalitySettings } from '@lofteskartan/shared/contracts/municipalities';
import type { ProposalKind } from '@lofteskartan/shared/vocabulary';

/** A setting that says how coarse the public positions of a kind are. */
export type SnapSetting = Extract<keyof MunicipalitySettings, `snapMetres${string}`>;

/** Which setting a kind follows: the side of its grid's cells, metres in SWEREF 99 TM. */
export const SNAP_SETTING: Readonly<Record<ProposalKind, SnapSetting>> = {
  'speed-check': 'snapMetresSpeedCheck',
  'dark-place': 'snapMetresDarkPlace',
  idea: 'snapMetresIdea',
};
