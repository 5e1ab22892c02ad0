import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  ImportActivities,
  ImportFault,
  ImportLine,
  ImportReport,
  ImportSuggestion,
} from '@lofteskartan/shared/contracts/activity-import';
import { LogActivity } from '@lofteskartan/shared/contracts/activities';
import { MunicipalityLookup } from '../../municipalities/municipality-lookup.js';
import { codeSentence, fieldSentence } from '../../platform/problem/sentences.js';
import { Refused } from '../../platform/problem/refused.js';
import { ContractPipe } from '../../platform/validation/validation.pipe.js';
import { secretsOf } from '../../proposals/secrecy.rules.js';
import { mayActIn } from '../../staff/access.rules.js';
import { LogActivityService } from '../log-activity.service.js';
import type { ActivityViewer } from '../staff-activity.view.js';
import { type CsvLine, writeCsv } from './activity-csv.js';
import { ActivityImportRepository, type Nameable } from './activity-import.repository.js';
import { faultsOf, linesOf } from './import-faults.js';
import { activityOf, type Known } from './import-line.rules.js';

/** Who may bring in a file: it speaks for others, as a coordinator does. */
export const importingRoles = ['coordinator'] as const;

/** A line says what another line, or an activity that was logged before, says already. */
class Repeated extends Error {}

/** What all lines of a file share. */
interface Context {
  readonly municipalityId: string;
  readonly wishMaxDistanceMetres: number;
  readonly known: Known<Nameable>;
  readonly input: ImportActivities;
  readonly viewer: ActivityViewer;
}

/**
 * Logs the activities of a file, line by line by the same rules as one that is logged by hand. A line that is refused leaves nothing;
 * the preview does all of it and takes it back.
 */
@Injectable()
export class ImportActivitiesService {
  private readonly contract = new ContractPipe();

  constructor(
    private readonly dataSource: DataSource,
    private readonly municipalities: MunicipalityLookup,
    private readonly repository: ActivityImportRepository,
    private readonly logging: LogActivityService,
  ) {}

  /**
   * What would become of each line. Nothing is kept.
   * @throws Refused `not.found`, `input.invalid` when the file itself cannot be read
   */
  async preview(input: ImportActivities, viewer: ActivityViewer): Promise<ImportReport> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      return await this.log(runner.manager, input, viewer);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /**
   * Logs the lines that are accepted, all in the caller's transaction, and tells of those that are not.
   * @throws Refused `not.found`, `input.invalid` when the file itself cannot be read
   */
  async log(manager: EntityManager, input: ImportActivities, viewer: ActivityViewer): Promise<ImportReport> {
    const context = await this.context(manager, input, viewer);
    const file = linesOf(input.csv);
    const lines: ImportLine[] = [];
    for (const line of file) lines.push(await this.line(manager, line, context));
    const refused = lines.filter(({ state }) => state !== 'accepted');
    const why = (number: number): string =>
      refused
        .filter(({ line }) => line === number)
        .flatMap(({ faults }) =>
          faults.map(({ column, message }) => (column ? `${column}: ${message}` : message)),
        )
        .join(' ');
    return {
      accepted: lines.length - refused.length,
      refused: refused.length,
      lines,
      refusedCsv: writeCsv(
        file
          .filter(({ line }) => refused.some((each) => each.line === line))
          .map((each) => ({ ...each, why: why(each.line) })),
      ),
    };
  }

  private async context(
    manager: EntityManager,
    input: ImportActivities,
    viewer: ActivityViewer,
  ): Promise<Context> {
    const municipality = await this.municipalities.bySlugForStaff(manager, input.municipality);
    if (!municipality || !mayActIn(viewer.staff, municipality.id, importingRoles))
      throw new Refused('not.found');
    const { id: municipalityId, settings } = municipality;
    const commitments = await this.repository.commitments(manager, municipalityId);
    const localities = await this.repository.localities(manager, municipalityId);
    const { wishMaxDistanceMetres } = settings;
    return { municipalityId, wishMaxDistanceMetres, known: { commitments, localities }, input, viewer };
  }

  private async line(
    manager: EntityManager,
    { line, cells }: CsvLine,
    context: Context,
  ): Promise<ImportLine> {
    const { known, input, viewer } = context;
    const { language } = viewer;
    const said = {
      line,
      commitment: cells['åtagande'],
      occurredOn: cells.datum,
      publicText: cells.text,
      references: [],
      counts: null,
      whyNot: null,
      suggestion: null,
    };
    const refused = (faults: ImportFault[], state: 'refused' | 'duplicate' = 'refused'): ImportLine => ({
      ...said,
      state,
      faults,
    });
    const read = activityOf(cells, known, input);
    if ('faults' in read) {
      return refused(
        read.faults.map(({ column, fault: { code, params } }) => ({
          column,
          value: cells[column],
          message: fieldSentence(language, code, params),
        })),
      );
    }
    const chosen = (input.links ?? []).filter((link) => link.line === line).map(({ reference }) => reference);
    const references = [...new Set([...(read.activity.proposalReferences ?? []), ...chosen])];
    const { activity } = read;
    if (references.length > 0) activity.proposalReferences = references;
    try {
      const logged = await this.logAlone(manager, activity, viewer);
      return {
        ...said,
        state: 'accepted',
        commitment: logged.commitmentTitle,
        occurredOn: logged.occurredOn,
        references: logged.proposalReferences,
        counts: logged.counts,
        whyNot: logged.whyNot,
        suggestion: references.length > 0 ? null : await this.suggestion(manager, activity, context),
        faults: [],
      };
    } catch (error) {
      if (error instanceof Repeated) {
        return refused(
          [{ column: '', value: '', message: codeSentence(language, 'import.duplicate') }],
          'duplicate',
        );
      }
      if (!(error instanceof Refused)) throw error;
      return refused(faultsOf(error, cells, viewer));
    }
  }

  /** Logs one line, or leaves nothing of it. */
  private logAlone(manager: EntityManager, activity: LogActivity, viewer: ActivityViewer) {
    return manager.transaction(async (inner) => {
      const checked = await this.contract.transform(activity, { type: 'body', metatype: LogActivity });
      const logged = await this.logging.log(inner, checked as LogActivity, viewer);
      if ((await this.repository.alike(inner, logged.id)) > 0) throw new Repeated();
      return logged;
    });
  }

  private async suggestion(
    manager: EntityManager,
    { commitmentId, position, occurredOn: day }: LogActivity,
    { municipalityId, known, wishMaxDistanceMetres: withinMetres, viewer }: Context,
  ): Promise<ImportSuggestion | null> {
    const kinds = known.commitments.find(({ id }) => id === commitmentId)?.acceptsKinds ?? [];
    if (!position || kinds.length === 0) return null;
    const wish = { municipalityId, position, kinds, day, withinMetres };
    return this.repository.nearest(manager, { ...wish, secretsOf: secretsOf(viewer.staff.memberships) });
  }
}
