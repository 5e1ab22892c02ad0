import { Module } from '@nestjs/common';
import { MunicipalitiesModule } from '../municipalities/municipalities.module.js';
import { AddPhotosService } from './add-photos.service.js';
import { AnswerDeadlineRepository } from './answer-deadline.repository.js';
import { AnswerDeadlines } from './answer-deadlines.service.js';
import { AnswerContact } from './answer-contact.service.js';
import { CaseRepository } from './case.repository.js';
import { ChangeCaseService } from './cases/change-case.service.js';
import { ChangeLeaderService } from './cases/change-leader.service.js';
import { CompleteByActivityService } from './complete-by-activity.service.js';
import { CompleteByMeasure } from './complete-by-measure.service.js';
import { CompletionRepository } from './completion.repository.js';
import { ContactLinksController } from './contact-links.controller.js';
import { ContactRepository } from './contact.repository.js';
import { ContactSecrets } from './contact-secrets.js';
import { CorrectProposalService } from './correct-proposal.service.js';
import { Devices } from './devices.js';
import { DisposalRepository } from './disposal/disposal.repository.js';
import { DisposeProposalsService } from './disposal/dispose-proposals.service.js';
import { EditWordsService } from './edit-words.service.js';
import { FollowProposalController } from './follow-proposal.controller.js';
import { FollowProposalService } from './follow-proposal.service.js';
import { FollowTokenRepository } from './follow-token.repository.js';
import { FollowRepository } from './follow.repository.js';
import { KeepContact } from './keep-contact.service.js';
import { LapseWishes } from './lapsing/lapse-wishes.service.js';
import { RenewWishService } from './lapsing/renew-wish.service.js';
import { RenewalsController } from './lapsing/renewals.controller.js';
import { WishRepository } from './lapsing/wish.repository.js';
import { MailContacts } from './mail-contacts.service.js';
import { MarkPhotoSecretService } from './mark-photo-secret.service.js';
import { MarkSecretService } from './mark-secret.service.js';
import { MoveEffects } from './move-effects.service.js';
import { MoveProposalService } from './move-proposal.service.js';
import { NoteAssignment } from './note-assignment.service.js';
import { NoteProposalService } from './note-proposal.service.js';
import { NoteRepository } from './note.repository.js';
import { NumberProposal } from './number-proposal.service.js';
import { HeldTextRepository } from './block-list/held-text.repository.js';
import { HoldTexts } from './block-list/hold-texts.service.js';
import { CallBackService } from './on-behalf/call-back.service.js';
import { CallRepository } from './on-behalf/call.repository.js';
import { RegisteredSupportRepository } from './on-behalf/registered-support.repository.js';
import { OutcomesOnBehalf } from './outcomes/outcomes-on-behalf.service.js';
import { RegisterProposalService } from './on-behalf/register-proposal.service.js';
import { SenderPhones } from './on-behalf/sender-phones.service.js';
import { OpenContactService } from './open-contact.service.js';
import { CloseOutcomeService } from './outcomes/close-outcome.service.js';
import { CloseSupporterOutcomesService } from './outcomes/close-supporter-outcomes.service.js';
import { FindSupport } from './outcomes/find-support.service.js';
import { OutcomeRepository } from './outcomes/outcome.repository.js';
import { OwnOutcomeController } from './outcomes/own-outcome.controller.js';
import { SupportOutcomeController } from './outcomes/support-outcome.controller.js';
import { SupporterDataService } from './outcomes/supporter-data.service.js';
import { SupporterOutcomeLinksController } from './outcomes/supporter-outcome-links.controller.js';
import { SupporterOutcomeRepository } from './outcomes/supporter-outcome.repository.js';
import { SupporterOutcomes } from './outcomes/supporter-outcomes.service.js';
import { TellOutcomeService } from './outcomes/tell-outcome.service.js';
import { OwnContactController } from './own-contact.controller.js';
import { OwnLinkRepository } from './own-link.repository.js';
import { OwnSupportController } from './own-support.controller.js';
import { OwnSupportService } from './own-support.service.js';
import { OwnProposalsController } from './own-proposals.controller.js';
import { OwnProposalsService } from './own-proposals.service.js';
import { PhotoProcessor } from './photo-processor.js';
import { PhotoRepository } from './photo.repository.js';
import { PhotosController } from './photos.controller.js';
import { ProjectMunicipality } from './project-municipality.service.js';
import { PlaceSubmission } from './place-submission.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProjectionRepository } from './projection.repository.js';
import { ProposalCases } from './proposal-cases.service.js';
import { OwnDataController } from './own-data/own-data.controller.js';
import { OwnDataService } from './own-data/own-data.service.js';
import { WholeCases } from './whole-cases.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import { ProposalWishes } from './proposal-wishes.service.js';
import { ProposalRepository } from './proposal.repository.js';
import { ProposalsForStaff } from './proposals-for-staff.service.js';
import { PublicProposalsModule } from './public/public-proposals.module.js';
import { PublishProposalService } from './publish-proposal.service.js';
import { QuestionRepository } from './questions/question.repository.js';
import { RemindSenders } from './questions/remind-senders.service.js';
import { RepliesController } from './questions/replies.controller.js';
import { ReplyToQuestionService } from './questions/reply-to-question.service.js';
import { AnswerReferralService } from './referrals/answer-referral.service.js';
import { PlaceResponsibility } from './referrals/place-responsibility.service.js';
import { PlaceResponsibilityRepository } from './referrals/place-responsibility.repository.js';
import { ReferralLinksController } from './referrals/referral-links.controller.js';
import { ReferralMails } from './referrals/referral-mails.service.js';
import { ReferralRepository } from './referrals/referral.repository.js';
import { Referrals } from './referrals/referrals.service.js';
import { ReferredCases } from './referrals/referred-cases.service.js';
import { RemindBodies } from './referrals/remind-bodies.service.js';
import { DisposeOriginalsService } from './redactions/dispose-originals.service.js';
import { OpenOriginalService } from './redactions/open-original.service.js';
import { OriginalsRepository } from './redactions/originals.repository.js';
import { RedactionFiles } from './redactions/redaction-files.service.js';
import { RedactionRepository } from './redactions/redaction.repository.js';
import { RedactPhotoService } from './redactions/redact-photo.service.js';
import { HeldProposalRepository } from './quarantine/held-proposal.repository.js';
import { HeldProposals } from './quarantine/held-proposals.service.js';
import { CloseReportsService } from './reports/close-reports.service.js';
import { ReportProposalController } from './reports/report-proposal.controller.js';
import { ReportProposalService } from './reports/report-proposal.service.js';
import { ReportRepository } from './reports/report.repository.js';
import { SenderAccess } from './sender-access.js';
import { ShowPhotoService } from './show-photo.service.js';
import { SubmitProposalController } from './submit-proposal.controller.js';
import { SubmitProposalService } from './submit-proposal.service.js';
import { SupportProposalController } from './support-proposal.controller.js';
import { SupportProposalService } from './support-proposal.service.js';
import { SupportRepository } from './support.repository.js';

/** What residents send in, and everything that changes it. */
@Module({
  imports: [MunicipalitiesModule, PublicProposalsModule],
  controllers: [
    SubmitProposalController,
    SupportProposalController,
    ReportProposalController,
    PhotosController,
    FollowProposalController,
    OwnContactController,
    OwnDataController,
    OwnOutcomeController,
    SupporterOutcomeLinksController,
    SupportOutcomeController,
    RenewalsController,
    RepliesController,
    ContactLinksController,
    OwnProposalsController,
    OwnSupportController,
    ReferralLinksController,
  ],
  providers: [
    DisposeOriginalsService,
    OpenOriginalService,
    OriginalsRepository,
    RedactionFiles,
    RedactionRepository,
    RedactPhotoService,
    AddPhotosService,
    AnswerContact,
    AnswerDeadlineRepository,
    AnswerDeadlines,
    AnswerReferralService,
    CallBackService,
    CallRepository,
    RegisteredSupportRepository,
    OutcomesOnBehalf,
    CaseRepository,
    ChangeCaseService,
    ChangeLeaderService,
    CloseOutcomeService,
    CloseSupporterOutcomesService,
    FindSupport,
    SupporterDataService,
    SupporterOutcomeRepository,
    SupporterOutcomes,
    CompleteByMeasure,
    CloseReportsService,
    CompleteByActivityService,
    CompletionRepository,
    ContactRepository,
    ContactSecrets,
    CorrectProposalService,
    Devices,
    DisposalRepository,
    DisposeProposalsService,
    EditWordsService,
    FollowProposalService,
    FollowRepository,
    FollowTokenRepository,
    HeldProposalRepository,
    HeldProposals,
    HeldTextRepository,
    HoldTexts,
    KeepContact,
    LapseWishes,
    MailContacts,
    MarkPhotoSecretService,
    MarkSecretService,
    MoveEffects,
    MoveProposalService,
    NoteAssignment,
    NoteProposalService,
    NoteRepository,
    NumberProposal,
    OpenContactService,
    OutcomeRepository,
    OwnDataService,
    OwnLinkRepository,
    OwnProposalsService,
    OwnSupportService,
    PhotoProcessor,
    PhotoRepository,
    ProjectMunicipality,
    PlaceResponsibility,
    PlaceResponsibilityRepository,
    PlaceSubmission,
    ProjectProposal,
    ProjectionRepository,
    ProposalCases,
    ProposalEventRepository,
    ProposalRepository,
    ProposalWishes,
    ProposalsForStaff,
    PublishProposalService,
    QuestionRepository,
    ReferralMails,
    ReferralRepository,
    Referrals,
    ReferredCases,
    RegisterProposalService,
    RemindBodies,
    RemindSenders,
    RenewWishService,
    ReplyToQuestionService,
    ReportProposalService,
    ReportRepository,
    SenderAccess,
    SenderPhones,
    ShowPhotoService,
    SubmitProposalService,
    SupportProposalService,
    SupportRepository,
    TellOutcomeService,
    WholeCases,
    WishRepository,
  ],
  exports: [
    HeldProposals,
    HoldTexts,
    CallBackService,
    ContactSecrets,
    Devices,
    MailContacts,
    ChangeCaseService,
    ChangeLeaderService,
    CloseOutcomeService,
    CloseSupporterOutcomesService,
    CompleteByMeasure,
    NoteAssignment,
    CloseReportsService,
    CompleteByActivityService,
    CorrectProposalService,
    DisposeProposalsService,
    EditWordsService,
    MarkPhotoSecretService,
    MarkSecretService,
    MoveProposalService,
    NoteProposalService,
    DisposeOriginalsService,
    OpenOriginalService,
    RedactionFiles,
    RedactPhotoService,
    OpenContactService,
    PhotoProcessor,
    PlaceResponsibility,
    ProjectProposal,
    ProposalWishes,
    ProposalsForStaff,
    PublishProposalService,
    Referrals,
    RegisterProposalService,
    ReplyToQuestionService,
    SubmitProposalService,
    SupportProposalService,
    OutcomesOnBehalf,
    SupporterOutcomes,
    TellOutcomeService,
    WholeCases,
  ],
})
export class ProposalsModule {}
