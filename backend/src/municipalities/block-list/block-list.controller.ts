import { BlockListView, PutBlockList } from '@lofteskartan/shared/contracts/block-list';
import { Body, Controller, Get, Header, Param, Put } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { townRoles } from '../administration/town-changes.service.js';
import { KeepBlockListService } from './keep-block-list.service.js';

const ofOwnTown = {
  tags: ['Administration'],
  access: { who: 'staff', roles: townRoles },
  answers: { 200: BlockListView },
  refusals: ['not.found', 'role.insufficient'],
} as const satisfies Partial<EndpointDeclaration>;

/** Words that a text of a resident is held for. */
@Controller('municipalities/:slug/block-list')
export class BlockListController {
  constructor(private readonly keeping: KeepBlockListService) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @Endpoint({ ...ofOwnTown, summary: { en: 'The block list', sv: 'Spärrlistan' } })
  read(@CurrentStaff() staff: StaffMember, @Param('slug') slug: string): Promise<BlockListView> {
    return this.keeping.read(staff, slug);
  }

  @Put()
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Change the block list', sv: 'Ändra spärrlistan' },
    description: {
      en: 'The whole list is sent. A text of a resident with one of its words is never refused: it is held until a human has read it.',
    },
    body: PutBlockList,
    refusals: [...ofOwnTown.refusals, 'version.stale'],
  })
  put(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Body() body: PutBlockList,
  ): Promise<BlockListView> {
    return this.keeping.put(staff, slug, body);
  }
}
