import { deviceBox } from '../../platform/device-box.js';
import { TABLE_DATABASE } from '../../platform/device-data.js';
import type { TableKit, TableMessage } from './table-messages.js';

/** What lies on the device for the tables of a dialogue. */
export const tableBox = deviceBox<TableKit, TableMessage>(TABLE_DATABASE, 'reference');
