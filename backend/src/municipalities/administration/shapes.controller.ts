import {
  FormerShapePage,
  ReplaceShape as ReplaceShapeBody,
  SHAPE_KINDS,
  ShapeFile,
  type ShapeKind,
  ShapeReport,
  TakeShapeBack,
} from '@lofteskartan/shared/contracts/shapes';
import { Town } from '@lofteskartan/shared/contracts/town';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { Endpoint, type EndpointDeclaration } from '../../platform/endpoint.js';
import { Refused } from '../../platform/problem/refused.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { ReplaceShape } from './replace-shape.service.js';
import { townRoles } from './town-changes.service.js';

const ofOwnTown = {
  tags: ['Administration'],
  access: { who: 'staff', roles: townRoles },
  refusals: ['not.found', 'role.insufficient'],
} as const satisfies Partial<EndpointDeclaration>;

/** The outline and the sketch of a municipality, for its coordinators and administrators. */
@Controller('municipalities/:slug/shapes/:kind')
export class ShapesController {
  constructor(private readonly shapes: ReplaceShape) {}

  @Post('checks')
  @Endpoint({
    ...ofOwnTown,
    summary: {
      en: 'What a GeoJSON file holds; saves nothing',
      sv: 'Vad en GeoJSON-fil innehåller; sparar inget',
    },
    body: ShapeFile,
    takesFile: true,
    answers: { 200: ShapeReport },
  })
  check(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('kind') kind: string,
    @Body() { text }: ShapeFile,
  ): Promise<ShapeReport> {
    return this.shapes.preview(staff, slug, kindOf(kind), text);
  }

  @Put()
  @Endpoint({
    ...ofOwnTown,
    summary: {
      en: 'Replace a shape; the former one is kept',
      sv: 'Byt gräns eller skiss; den förra behålls',
    },
    body: ReplaceShapeBody,
    takesFile: true,
    answers: { 200: Town },
    refusals: [...ofOwnTown.refusals, 'version.stale', 'shape.invalid'],
  })
  replace(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('kind') kind: string,
    @Body() { text, version }: ReplaceShapeBody,
  ): Promise<Town> {
    return this.shapes.replace({ staff, slug, version }, kindOf(kind), text);
  }

  @Get('former')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Shapes that were there before', sv: 'Gränser eller skisser som fanns förut' },
    answers: { 200: FormerShapePage },
  })
  former(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('kind') kind: string,
  ): Promise<FormerShapePage> {
    return this.shapes.former(staff, slug, kindOf(kind));
  }

  @Post('returns')
  @Endpoint({
    ...ofOwnTown,
    summary: { en: 'Take a former shape back', sv: 'Ta tillbaka en tidigare gräns eller skiss' },
    body: TakeShapeBack,
    answers: { 200: Town },
    refusals: [...ofOwnTown.refusals, 'version.stale'],
  })
  takeBack(
    @CurrentStaff() staff: StaffMember,
    @Param('slug') slug: string,
    @Param('kind') kind: string,
    @Body() { id, version }: TakeShapeBack,
  ): Promise<Town> {
    return this.shapes.takeBack({ staff, slug, version }, kindOf(kind), id);
  }
}

function kindOf(kind: string): ShapeKind {
  const known = SHAPE_KINDS.find((each) => each === kind);
  if (!known) throw new Refused('not.found');
  return known;
}
