import { Describe, DescribeClass } from '@lofteskartan/shared/describe';
import { IsIn } from 'class-validator';

@DescribeClass('The state of the process.')
export class Health {
  @Describe('Always `ok`; a process that is not ready answers 503.')
  @IsIn(['ok'])
  status: 'ok';
}
