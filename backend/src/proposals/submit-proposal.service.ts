import type { ContactInput } from '@lofteskartan/shared/contracts/contacts';
import type {
  ProposalInput,
  ProposalReceipt,
  SubmitProposal,
} from '@lofteskartan/shared/contracts/proposals';
import type { Placement } from '@lofteskartan/shared/contracts/triage';
import type { Language, ProposalSource } from '@lofteskartan/shared/vocabulary';
import { isTrapFilled } from '@lofteskartan/shared/trap';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock.js';
import { Idempotency } from '../platform/idempotency/idempotency.service.js';
import { Reply } from '../platform/reply.js';
import { hashToken, newToken } from '../platform/security/tokens.js';
import { answerDueAt } from './answer-times.js';
import { HoldTexts } from './block-list/hold-texts.service.js';
import { Devices } from './devices.js';
import { KeepContact } from './keep-contact.service.js';
import { NumberProposal } from './number-proposal.service.js';
import { PlaceSubmission } from './place-submission.service.js';
import { ProjectProposal } from './project-proposal.service.js';
import { ProposalEventRepository } from './proposal-event.repository.js';
import type { ProposalRecord } from './proposal-record.js';
import { checkedSubmission, untouched } from './new-submission.js';
import { publicationAwaited, publicNow } from './publication.rules.js';
import { freeWords, personalDataIn, type Submission } from './submission.rules.js';
import { SupportRepository } from './support.repository.js';

/** What comes along with a submission. */
export interface SubmissionCall {
  readonly key: string;
  /** The signed device cookie, if there was one. */
  readonly device: string | null;
  readonly language: Language;
}

/** Who sends: a device, and where to write to if they said so. */
interface Sender {
  readonly device: string;
  readonly contact: ContactInput | undefined;
  readonly language: Language;
  readonly source: ProposalSource;
  readonly heldAs: ProposalRecord['heldAs'];
}

/** Takes in what residents send. */
@Injectable()
export class SubmitProposalService {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
    private readonly devices: Devices,
    private readonly places: PlaceSubmission,
    private readonly numbers: NumberProposal,
    private readonly events: ProposalEventRepository,
    private readonly supports: SupportRepository,
    private readonly contacts: KeepContact,
    private readonly projection: ProjectProposal,
    private readonly held: HoldTexts,
  ) {}

  /**
   * Stores a proposal with its first event and its sender's support. What filled in the field that no person sees is answered the same
   * and held. The caller of the key is "public", not the device: the
   * first try has no cookie yet, and a repeat of it must find its answer.
   * @throws Refused `input.invalid`, `position.outside`, `idempotency.reused`
   */
  send(body: SubmitProposal, { key, device, language }: SubmissionCall): Promise<Reply<ProposalReceipt>> {
    const submission = checkedSubmission(body);
    this.contacts.refuseWithoutMail(body.contact);
    const sender = this.devices.known(device) ?? this.devices.unknown();
    return this.idempotency.run({
      key,
      route: 'POST /proposals',
      caller: 'public',
      body,
      work: async (manager) => {
        const receipt = await this.store(manager, submission, {
          device: sender,
          contact: body.contact,
          language,
          source: 'web',
          heldAs: isTrapFilled(body) ? 'suspected-automatic' : null,
        });
        return new Reply(201, receipt, { cookies: [this.devices.cookie(sender)] });
      },
    });
  }

  /**
   * The same in the caller's transaction, for imports, for what staff register and for pins of a medborgardialog: no device follows.
   * @throws Refused `input.invalid`, `position.outside`
   */
  async take(
    manager: EntityManager,
    body: ProposalInput,
    language: Language,
    sender: Partial<Omit<Sender, 'language'>> = {},
  ): Promise<ProposalReceipt> {
    const { device = this.devices.unknown(), contact, source = 'web', heldAs = null } = sender;
    return this.store(manager, checkedSubmission(body), { device, contact, language, source, heldAs });
  }

  private async store(
    manager: EntityManager,
    submission: Submission,
    { device, contact, language, source, heldAs }: Sender,
  ): Promise<ProposalReceipt> {
    const now = this.clock.now();
    const followToken = newToken();
    const { municipality, locality, placement, ...road } = await this.places.place(manager, submission);
    const { kind, position, placeName, description, details } = submission;
    const blocked = await this.held.wordsIn(manager, municipality.id, freeWords(submission));
    // A road of the place list shows at once, but not when a word is blocked that may be in it.
    const roadListed = road.roadListed && blocked.length === 0;
    const publication = publicationAwaited({ kind, details, placeName, description, roadListed });
    const personalData = personalDataIn(submission);
    const proposal = {
      municipalityId: municipality.id,
      localityId: locality?.id ?? null,
      placement,
      kind,
      position,
      placeName,
      description,
      details,
      roadListed,
      publication,
      personalData,
      heldAs,
      source,
      language,
      answerDueAt: answerDueAt(municipality.settings, kind, now),
      createdAt: now,
    };
    const stored = await this.numbers.insert(manager, municipality, {
      ...proposal,
      followTokenHash: hashToken(followToken),
    });
    const { id, reference, snapped } = stored;
    await this.tell(manager, id, placement, now);
    await this.held.hold(manager, id, 'proposal', blocked);
    const deviceHash = this.devices.hash(device);
    const given = { proposalId: id, role: 'sender', language } as const;
    const contactId = contact ? await this.contacts.add(manager, { ...given, contact }) : null;
    await this.supports.add(manager, {
      proposalId: id,
      deviceHash,
      isSender: true,
      contactId,
      createdAt: now,
    });
    const names = { id, reference, municipality: municipality.slug, locality: locality?.slug ?? null };
    await this.projection.projectNew(
      manager,
      { ...untouched, ...proposal, ...names, updatedAt: now },
      snapped,
    );
    return {
      reference,
      followToken,
      kind,
      status: 'received',
      municipality: municipality.slug,
      position,
      publicNow: publicNow({
        kind,
        publicStatus: 'received',
        publication,
        details,
        secretFor: null,
        heldAs: null,
      }),
      personalData,
      supportCount: 1,
      createdAt: now.toISOString(),
    };
  }

  private async tell(
    manager: EntityManager,
    proposalId: string,
    placement: Placement,
    at: Date,
  ): Promise<void> {
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'received',
      audience: 'public',
      toStatus: 'received',
    });
    if (placement !== 'near-outline') return;
    await this.events.append(manager, {
      proposalId,
      at,
      type: 'noted',
      audience: 'staff',
      reason: 'Platsen ligger strax utanför kommungränsen på kartan. Kontrollera att den hör till kommunen.',
      changes: { placement },
    });
  }
}
