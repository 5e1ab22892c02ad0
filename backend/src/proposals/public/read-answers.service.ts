import { answerWithin } from '@lofteskartan/shared/answer-times';
import type { AnswerLedger } from '@lofteskartan/shared/contracts/answers';
import { PROPOSAL_KINDS, type ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Refused } from '../../platform/problem/refused.js';
import { AnswerLedgerRepository } from './answer-ledger.repository.js';
import { alphabet, countAnswers, countByOwner, groupedBy } from './answer-ledger.rules.js';

/** How many who got in touch have an answer. */
@Injectable()
export class ReadAnswersService {
  constructor(
    private readonly repository: AnswerLedgerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer ledger of a municipality, counted now.
   * @throws Refused `not.found`
   */
  async ledger(slug: string): Promise<AnswerLedger> {
    const municipality = await this.repository.municipality(slug);
    if (!municipality) throw new Refused('not.found');
    const { settings } = municipality;
    const within = (kind: ProposalKind) => answerWithin(settings, kind);
    const [rows, commitments] = await Promise.all([
      this.repository.count(municipality.id, this.clock.now()),
      this.repository.commitments([slug]),
    ]);
    const names = new Map(municipality.localities.map((each) => [each.slug, each.name]));
    const localities = [...groupedBy(rows, ({ locality }) => locality)].map(([locality, own]) => ({
      locality,
      name: locality === null ? null : (names.get(locality) ?? locality),
      ...countAnswers(own),
    }));
    return {
      ...countAnswers(rows),
      municipality: slug,
      withinWorkingDays: Math.max(...PROPOSAL_KINDS.map(within)),
      within: { speedCheck: within('speed-check'), darkPlace: within('dark-place'), idea: within('idea') },
      localities: localities.sort(
        (a, b) =>
          Number(a.locality === null) - Number(b.locality === null) ||
          alphabet.compare(a.name ?? '', b.name ?? ''),
      ),
      owners: countByOwner(rows, commitments, slug),
    };
  }
}
