import { EmptyBody } from '@lofteskartan/shared/contracts/proposals';
import {
  AddNote,
  DialoguePaper,
  SaveAttendance,
  SaveNote,
  SavePaperVotes,
} from '@lofteskartan/shared/contracts/medborgardialog-paper';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { IdempotencyKey } from '../../platform/request-parameters.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { KeepPaperVotes } from './keep-paper-votes.service.js';
import { KeepPaper } from './keep-paper.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'staff', roles: dialogueReaders };

/** What is gathered on paper at medborgardialoger: notes from the tables without names, and how many came. */
@Controller('dialogues/:reference')
export class PaperController {
  constructor(
    private readonly paper: KeepPaper,
    private readonly votes: KeepPaperVotes,
  ) {}

  @Get('paper')
  @Endpoint({
    summary: { en: 'What was gathered on paper at a public dialogue', sv: 'Det som samlades in på papper' },
    tags,
    access,
    answers: { 200: DialoguePaper },
    refusals: ['not.found'],
  })
  read(@CurrentStaff() staff: StaffMember, @Param('reference') reference: string): Promise<DialoguePaper> {
    return this.paper.read(staff, reference);
  }

  @Post('notes')
  @Endpoint({
    summary: { en: 'Keep a note from a table', sv: 'Spara en anteckning från ett bord' },
    description: {
      en: 'Without names. May be written without a network and sent later; its id keeps it from being kept twice.',
    },
    tags,
    access,
    body: AddNote,
    answers: { 201: DialoguePaper },
    refusals: ['not.found', 'role.insufficient', 'dialogue.notOpen', 'dialogue.cancelled', 'note.tooMany'],
    idempotent: true,
  })
  add(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: AddNote,
    @IdempotencyKey() key: string,
  ) {
    return this.paper.addNote(staff, reference, body, key);
  }

  @Put('notes/:id')
  @Endpoint({
    summary: { en: 'Change a note, and say whether the report tells it', sv: 'Ändra en anteckning' },
    tags,
    access,
    body: SaveNote,
    answers: { 200: DialoguePaper },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'dialogue.notOpen', 'dialogue.cancelled'],
  })
  save(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SaveNote,
  ): Promise<DialoguePaper> {
    return this.paper.saveNote(staff, reference, id, body);
  }

  @Post('notes/:id/removals')
  @Endpoint({
    summary: { en: 'Remove a note that names somebody', sv: 'Ta bort en anteckning' },
    description: {
      en: 'The row goes, and the note leaves every published report; that there was one stays in the history, without what it said. Points that were made of it stay and are named there.',
    },
    tags,
    access,
    body: EmptyBody,
    answers: { 200: DialoguePaper },
    refusals: ['not.found', 'role.insufficient', 'dialogue.notOpen', 'dialogue.cancelled'],
  })
  remove(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: EmptyBody,
  ): Promise<DialoguePaper> {
    return this.paper.removeNote(staff, reference, id);
  }

  @Put('attendance')
  @Endpoint({
    summary: { en: 'Say how many came to a public dialogue', sv: 'Ange hur många som kom' },
    description: { en: 'Counts by locality, with voluntary bands of age and sex; never people.' },
    tags,
    access,
    body: SaveAttendance,
    answers: { 200: DialoguePaper },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'dialogue.notOpen', 'dialogue.cancelled'],
  })
  count(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: SaveAttendance,
  ): Promise<DialoguePaper> {
    return this.paper.saveAttendance(staff, reference, body);
  }

  @Put('paper-votes')
  @Endpoint({
    summary: { en: 'Type in the votes of a table', sv: 'Skriv in ett bords röster' },
    description: { en: 'Counts of what was ticked on paper; they weigh as much as votes from phones.' },
    tags,
    access,
    body: SavePaperVotes,
    answers: { 200: DialoguePaper },
    refusals: ['not.found', 'role.insufficient', 'version.stale', 'dialogue.notOpen', 'dialogue.cancelled'],
  })
  vote(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') reference: string,
    @Body() body: SavePaperVotes,
  ): Promise<DialoguePaper> {
    return this.votes.save(staff, reference, body);
  }
}
