import { deviceBox } from '../../platform/device-box.js';
import { WALK_DATABASE } from '../../platform/device-data.js';
import type { WalkKit, WalkMessage } from './walk-messages.js';

/** What lies on the device for the walks that are filled in outside. */
export const walkBox = deviceBox<WalkKit, WalkMessage>(WALK_DATABASE, 'reference');
