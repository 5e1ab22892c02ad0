import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { type ZipEntry, zipOf } from '../../platform/files/zip.js';
import { OpenContactService } from '../../proposals/open-contact.service.js';
import type { ProposalRecord } from '../../proposals/proposal-record.js';
import { PlaceResponsibility } from '../../proposals/referrals/place-responsibility.service.js';
import { WholeCases } from '../../proposals/whole-cases.service.js';
import { ReadTriageProposalService } from '../../triage/read-triage-proposal.service.js';
import type { TriageViewer } from '../../triage/triage-item.view.js';
import { KeepRecordService } from '../keep-record.service.js';
import { RecordRepository } from '../record.repository.js';
import { archiveSchema } from './archive-schema.js';
import { archiveXml } from './archive-xml.rules.js';
import { type ArchivedCase, type ArchivedProposal, archivedProposal, withoutFiles } from './archive.rules.js';

/** What is exported, and where its photos' files lie. */
interface Compiled {
  readonly content: ArchivedCase;
  /** By the name in the ZIP. */
  readonly keys: ReadonlyMap<string, string>;
}

/** Takes a case out for the archive: all that is known of it, in formats that last. */
@Injectable()
export class ArchiveCase {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly files: FileStore,
    private readonly triage: ReadTriageProposalService,
    private readonly cases: WholeCases,
    private readonly contacts: OpenContactService,
    private readonly places: PlaceResponsibility,
    private readonly keeping: KeepRecordService,
    private readonly records: RecordRepository,
  ) {}

  /**
   * A ZIP of the case to which a proposal belongs. The export is logged, and every contact in it as an opening.
   * @throws Refused `not.found`, also for what is secret and another organisation's
   */
  async export(viewer: TriageViewer, reference: string): Promise<{ name: string; zip: Readable }> {
    const at = this.clock.now();
    const compiled = await this.dataSource.transaction(async (manager) => {
      const asked = await this.triage.own(manager, viewer, reference);
      const compiled = await this.compile(manager, viewer, asked, at);
      await this.records.append(manager, {
        municipalityId: asked.municipalityId,
        at,
        actorAccountId: viewer.staff.accountId,
        type: 'archived',
        subject: { proposalId: asked.id },
        changes: { proposals: compiled.content.proposals.map((each) => each.reference) },
      });
      return compiled;
    });
    return { name: `${compiled.content.reference}-arkiv.zip`, zip: zipOf(this.entries(compiled), at) };
  }

  private async compile(
    manager: EntityManager,
    viewer: TriageViewer,
    asked: ProposalRecord,
    at: Date,
  ): Promise<Compiled> {
    const keys = new Map<string, string>();
    const proposals: ArchivedProposal[] = [];
    for (const member of await this.cases.members(manager, asked, viewer.staff))
      proposals.push(await this.proposal(manager, viewer, member, keys));
    const content: ArchivedCase = {
      format: 'lofteskartan-archive',
      version: 1,
      exportedAt: at.toISOString(),
      exportedBy: viewer.staff.name,
      municipality: asked.municipality,
      reference: proposals[0]?.reference ?? asked.reference,
      proposals,
    };
    return { content, keys };
  }

  private async proposal(
    manager: EntityManager,
    viewer: TriageViewer,
    member: ProposalRecord,
    keys: Map<string, string>,
  ): Promise<ArchivedProposal> {
    const { reference } = member;
    const access = await this.contacts.access(manager, member, viewer.staff);
    const contact = access === 'allowed' ? await this.contacts.open(manager, member, viewer.staff) : null;
    const kept = await this.cases.photosOf(manager, member, viewer.staff);
    const photos = kept.map(({ fileKey, width, height, publication, secrecy }, index) => {
      const file = `photos/${reference}-${String(index + 1)}.jpg`;
      keys.set(file, fileKey);
      return { file, width, height, publication, secrecy };
    });
    return archivedProposal({
      page: await this.triage.view(manager, viewer, member),
      contact,
      photos,
      responsibility: await this.places.of(manager, member),
      record: await this.keeping.of(manager, { ...viewer, of: { reference } }),
    });
  }

  /** The photos first: a file that is gone is named in no document. */
  private async *entries({ content, keys }: Compiled): AsyncGenerator<ZipEntry> {
    const gone = new Set<string>();
    for (const [name, key] of keys) {
      const file = await this.files.get(key);
      if (file) yield { name, content: file };
      else gone.add(name);
    }
    const kept = withoutFiles(content, gone);
    yield { name: 'case.json', content: Buffer.from(JSON.stringify(kept, null, 2), 'utf8') };
    yield { name: 'case.xml', content: Buffer.from(archiveXml(kept), 'utf8') };
    yield { name: 'case.xsd', content: Buffer.from(archiveSchema, 'utf8') };
  }
}
