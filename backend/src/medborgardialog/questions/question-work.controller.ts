import {
  EditQuestion,
  GatherQuestion,
  PublishQuestion,
  RefuseQuestion,
  SeparateQuestion,
  WorkQuestionDetail,
  WorkQuestions,
} from '@lofteskartan/shared/contracts/medborgardialog-question-work';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { type Access, Endpoint } from '../../platform/endpoint.js';
import { CurrentStaff, type StaffMember } from '../../platform/staff-member.js';
import { dialogueReaders } from '../medborgardialog.rules.js';
import { GatherQuestions } from './gather-questions.service.js';
import { ModerateQuestions } from './moderate-questions.service.js';
import { ReadQuestionWork } from './read-question-work.service.js';

const tags = ['Public dialogues'];
const access: Access = { who: 'staff', roles: dialogueReaders };
const changeRefusals = ['not.found', 'role.insufficient', 'version.stale', 'question.notNow'] as const;

/** Questions as staff work with them: the police read, who keeps the dialogue decides. */
@Controller('dialogues/:reference/questions')
export class QuestionWorkController {
  constructor(
    private readonly reading: ReadQuestionWork,
    private readonly moderating: ModerateQuestions,
    private readonly gathering: GatherQuestions,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'All questions of a public dialogue', sv: 'Alla frågor till en medborgardialog' },
    description: { en: 'Those that wait to be read first, what hit the block list before others.' },
    tags,
    access,
    answers: { 200: WorkQuestions },
    refusals: ['not.found'],
  })
  list(@CurrentStaff() staff: StaffMember, @Param('reference') reference: string): Promise<WorkQuestions> {
    return this.reading.list(staff, reference);
  }

  @Get(':question')
  @Endpoint({
    summary: { en: 'A question with its history', sv: 'En fråga med sin historik' },
    tags,
    access,
    answers: { 200: WorkQuestionDetail },
    refusals: ['not.found'],
  })
  one(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
  ): Promise<WorkQuestionDetail> {
    return this.reading.one(staff, dialogue, question);
  }

  @Post(':question/publications')
  @Endpoint({
    summary: { en: 'Show a question to everyone', sv: 'Visa en fråga för alla' },
    tags,
    access,
    body: PublishQuestion,
    answers: { 200: WorkQuestionDetail },
    refusals: [...changeRefusals],
  })
  publish(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
    @Body() body: PublishQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.moderating.publish(staff, { dialogue, question }, body);
  }

  @Put(':question/words')
  @Endpoint({
    summary: { en: 'Edit the words that everyone reads', sv: 'Ändra orden som alla läser' },
    description: { en: 'What was sent is kept; those words take the edit back.' },
    tags,
    access,
    body: EditQuestion,
    answers: { 200: WorkQuestionDetail },
    refusals: [...changeRefusals],
  })
  edit(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
    @Body() body: EditQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.moderating.edit(staff, { dialogue, question }, body);
  }

  @Post(':question/refusals')
  @Endpoint({
    summary: { en: 'Do not show a question', sv: 'Visa inte en fråga' },
    description: { en: 'The sender reads why. What was gathered with it stands on its own again.' },
    tags,
    access,
    body: RefuseQuestion,
    answers: { 200: WorkQuestionDetail },
    refusals: [...changeRefusals],
  })
  refuse(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
    @Body() body: RefuseQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.moderating.refuse(staff, { dialogue, question }, body);
  }

  @Post(':question/gatherings')
  @Endpoint({
    summary: {
      en: 'Answer a question together with another',
      sv: 'Besvara en fråga tillsammans med en annan',
    },
    description: { en: 'A pointer: nobody’s support moves, and each person is counted once.' },
    tags,
    access,
    body: GatherQuestion,
    answers: { 200: WorkQuestionDetail },
    refusals: [...changeRefusals],
  })
  gather(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
    @Body() body: GatherQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.gathering.gather(staff, { dialogue, question }, body);
  }

  @Post(':question/separations')
  @Endpoint({
    summary: { en: 'Take a question out again', sv: 'Ta ut en fråga igen' },
    description: { en: 'It stands on its own, as it did before.' },
    tags,
    access,
    body: SeparateQuestion,
    answers: { 200: WorkQuestionDetail },
    refusals: [...changeRefusals],
  })
  separate(
    @CurrentStaff() staff: StaffMember,
    @Param('reference') dialogue: string,
    @Param('question') question: string,
    @Body() body: SeparateQuestion,
  ): Promise<WorkQuestionDetail> {
    return this.gathering.separate(staff, { dialogue, question }, body);
  }
}
