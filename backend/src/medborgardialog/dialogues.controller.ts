import {
  CancelDialogue,
  CopyDialogue,
  CreateDialogue,
  MoveDialogue,
  SaveDialogue,
} from '@lofteskartan/shared/contracts/medborgardialog-planning';
import {
  StaffDialogue,
  StaffDialogueList,
  StaffDialogueQuery,
} from '@lofteskartan/shared/contracts/medborgardialog-staff';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Access, Endpoint } from '../platform/endpoint.js';
import { IdempotencyKey } from '../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../platform/staff-member.js';
import { dialogueReaders } from './medborgardialog.rules.js';
import { MoveDialogues } from './move-dialogues.service.js';
import { PlanDialogues } from './plan-dialogues.service.js';
import { ReadDialogues } from './read-dialogues.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'staff', roles: dialogueReaders };
const changing = ['not.found', 'role.insufficient', 'version.stale', 'dialogue.cancelled'] as const;
const lacking = ['dialogue.noVenue', 'dialogue.noLink', 'dialogue.noAgenda'] as const;

/** Medborgardialoger as staff plan and hold them. Police read; the municipality's own people keep them. */
@Controller('dialogues')
export class DialoguesController {
  constructor(
    private readonly reading: ReadDialogues,
    private readonly planning: PlanDialogues,
    private readonly moving: MoveDialogues,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'The public dialogues of a municipality', sv: 'Kommunens medborgardialoger' },
    tags,
    access,
    query: StaffDialogueQuery,
    answers: { 200: StaffDialogueList },
    refusals: ['not.found'],
  })
  list(
    @CurrentStaff() staff: StaffMember,
    @Query() { municipality }: StaffDialogueQuery,
  ): Promise<StaffDialogueList> {
    return this.reading.list(staff, municipality);
  }

  @Post()
  @Endpoint({
    summary: { en: 'Plan a public dialogue', sv: 'Planera en medborgardialog' },
    description: { en: 'A draft: staff alone see it until it is published.' },
    tags,
    access,
    body: CreateDialogue,
    answers: { 201: StaffDialogue },
    refusals: ['not.found', 'role.insufficient'],
    idempotent: true,
  })
  create(@CurrentStaff() staff: StaffMember, @Body() body: CreateDialogue, @IdempotencyKey() key: string) {
    return this.planning.create(staff, body, key);
  }

  @Get(':reference')
  @Endpoint({
    summary: {
      en: 'A public dialogue as staff work with it',
      sv: 'En medborgardialog som handläggare ser den',
    },
    tags,
    access,
    answers: { 200: StaffDialogue },
    refusals: ['not.found'],
  })
  one(@CurrentStaff() staff: StaffMember, @Param('reference') reference: string): Promise<StaffDialogue> {
    return this.reading.one(staff, reference);
  }

  @Put(':reference')
  @Endpoint({
    summary: { en: 'Change a public dialogue', sv: 'Ändra en medborgardialog' },
    tags,
    access,
    body: SaveDialogue,
    answers: { 200: StaffDialogue },
    refusals: [...changing, 'dialogue.reported', ...lacking],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: SaveDialogue,
  ): Promise<StaffDialogue> {
    return this.planning.save(staff, reference, body);
  }

  @Post(':reference/copies')
  @Endpoint({
    summary: { en: 'Plan another like a former one', sv: 'Planera en till efter en tidigare' },
    description: {
      en: 'A draft with the same words, agenda, localities and links; no questions, sign-ups or outcomes.',
    },
    tags,
    access,
    body: CopyDialogue,
    answers: { 201: StaffDialogue },
    refusals: ['not.found', 'role.insufficient'],
    idempotent: true,
  })
  copy(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: CopyDialogue,
    @IdempotencyKey() key: string,
  ) {
    return this.planning.copy(staff, reference, body, key);
  }

  @Post(':reference/publications')
  @Endpoint({
    summary: { en: 'Publish a public dialogue', sv: 'Publicera en medborgardialog' },
    description: { en: 'Everyone reads of it, and those who watch its area are invited.' },
    tags,
    access,
    body: MoveDialogue,
    answers: { 200: StaffDialogue },
    refusals: [...changing, 'dialogue.published', ...lacking],
  })
  publish(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: MoveDialogue,
  ): Promise<StaffDialogue> {
    return this.moving.publish(staff, reference, body);
  }

  @Post(':reference/openings')
  @Endpoint({
    summary: { en: 'Open a public dialogue', sv: 'Öppna en medborgardialog' },
    description: { en: 'On its day: live questions and votes are taken until it is closed.' },
    tags,
    access,
    body: MoveDialogue,
    answers: { 200: StaffDialogue },
    refusals: [...changing, 'dialogue.draft', 'dialogue.opened', 'dialogue.notYet'],
  })
  open(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: MoveDialogue,
  ): Promise<StaffDialogue> {
    return this.moving.open(staff, reference, body);
  }

  @Post(':reference/closings')
  @Endpoint({
    summary: { en: 'Close a public dialogue', sv: 'Avsluta en medborgardialog' },
    description: { en: 'Nothing is taken in any more, and the keys of those who signed up are forgotten.' },
    tags,
    access,
    body: MoveDialogue,
    answers: { 200: StaffDialogue },
    refusals: [...changing, 'dialogue.draft', 'dialogue.notOpen'],
  })
  close(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: MoveDialogue,
  ): Promise<StaffDialogue> {
    return this.moving.close(staff, reference, body);
  }

  @Post(':reference/cancellations')
  @Endpoint({
    summary: { en: 'Call a public dialogue off', sv: 'Ställ in en medborgardialog' },
    description: { en: 'Its page stays and says why, and those who watch its area are told.' },
    tags,
    access,
    body: CancelDialogue,
    answers: { 200: StaffDialogue },
    refusals: [...changing, 'dialogue.held'],
  })
  cancel(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: CancelDialogue,
  ): Promise<StaffDialogue> {
    return this.moving.cancel(staff, reference, body);
  }
}
