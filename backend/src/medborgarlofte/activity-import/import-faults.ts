import type { ImportFault } from '@lofteskartan/shared/contracts/activity-import';
import { IMPORT_LINES_MAX } from '@lofteskartan/shared/contracts/activity-import';
import { codeSentence, fieldSentence } from '../../platform/problem/sentences.js';
import { invalidField, type Refused } from '../../platform/problem/refused.js';
import type { ActivityViewer } from '../staff-activity.view.js';
import { type CsvLine, readCsv } from './activity-csv.js';
import { columnOf } from './import-line.rules.js';

/** The lines of a file, or why it cannot be read. */
export function linesOf(csv: string): CsvLine[] {
  const file = readCsv(csv);
  if ('unreadable' in file) throw invalidField('csv', 'notCsv');
  if ('unknown' in file) throw invalidField('csv', 'unknownColumns', { columns: file.unknown.join(', ') });
  if ('missing' in file) throw invalidField('csv', 'missingColumns', { columns: file.missing.join(', ') });
  if (file.lines.length === 0) throw invalidField('csv', 'required');
  if (file.lines.length > IMPORT_LINES_MAX)
    throw invalidField('csv', 'tooManyLines', { max: IMPORT_LINES_MAX });
  return file.lines;
}

/** What a refusal of an activity means for the columns of its line. */
export function faultsOf(
  refused: Refused,
  cells: CsvLine['cells'],
  { language }: ActivityViewer,
): ImportFault[] {
  const { errors = [], params } = refused.details;
  if (errors.length === 0) {
    return [{ column: '', value: '', message: codeSentence(language, refused.code, params) }];
  }
  return errors.map(({ field, code, params: words }) => {
    const column = columnOf(field);
    return {
      column: column ?? '',
      value: column ? cells[column] : '',
      message: fieldSentence(language, code, words),
    };
  });
}
