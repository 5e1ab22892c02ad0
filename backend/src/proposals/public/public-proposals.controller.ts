import {
  ProposalListQuery,
  ProposalMap,
  ProposalMapQuery,
  ProposalPage,
  ProposalStory,
  SimilarProposals,
  SimilarQuery,
} from '@lofteskartan/shared/contracts/proposals';
import type { Language } from '@lofteskartan/shared/vocabulary';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Endpoint } from '../../platform/endpoint.js';
import { CallerLanguage } from '../../platform/problem/language.js';
import { Reply } from '../../platform/reply.js';
import { FindSimilarService } from './find-similar.service.js';
import { ListProposalsService } from './list-proposals.service.js';
import { ReadMapService } from './read-map.service.js';
import { TellStoryService } from './tell-story.service.js';

/** What everyone may read about proposals. */
@Controller('proposals')
export class PublicProposalsController {
  constructor(
    private readonly list: ListProposalsService,
    private readonly map: ReadMapService,
    private readonly neighbours: FindSimilarService,
    private readonly stories: TellStoryService,
  ) {}

  @Get()
  @Endpoint({
    summary: { en: 'Proposals as everyone sees them', sv: 'Förslagen så som alla ser dem' },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    query: ProposalListQuery,
    answers: { 200: ProposalPage, 304: 'nothing' },
    refusals: [],
  })
  page(@Query() query: ProposalListQuery, @CallerLanguage() language: Language): Promise<ProposalPage> {
    return this.list.list(query, language);
  }

  @Get('map')
  @Endpoint({
    summary: { en: 'Pins and clusters of a box', sv: 'Nålar och kluster i en ruta' },
    description: {
      en: 'Pins when there are few of them, else clusters. `bbox` of the answer is at least the box asked for; in it the counts are complete. A municipality that does not exist has nothing on the map.',
      sv: 'Nålar när de är få, annars kluster. Svarets `bbox` är minst den efterfrågade rutan; i den är antalen fullständiga. En kommun som inte finns har inget på kartan.',
    },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    query: ProposalMapQuery,
    answers: { 200: { geojson: ProposalMap }, 304: 'nothing' },
    refusals: [],
  })
  async onMap(@Query() query: ProposalMapQuery): Promise<Reply<string>> {
    return new Reply(200, await this.map.read(query), {
      headers: { 'Content-Type': 'application/geo+json' },
    });
  }

  @Get('similar')
  @Endpoint({
    summary: { en: 'What neighbours already asked for', sv: 'Det som grannar redan har önskat' },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    query: SimilarQuery,
    answers: { 200: SimilarProposals, 304: 'nothing' },
    refusals: [],
  })
  similar(@Query() query: SimilarQuery, @CallerLanguage() language: Language): Promise<SimilarProposals> {
    return this.neighbours.similar(query, language);
  }

  @Get(':reference')
  @Endpoint({
    summary: { en: 'The public story of a proposal', sv: 'Ett förslags offentliga historia' },
    tags: ['Proposals'],
    access: { who: 'anyone' },
    answers: { 200: ProposalStory, 304: 'nothing' },
    refusals: ['proposal.notFound'],
  })
  story(@Param('reference') reference: string, @CallerLanguage() language: Language): Promise<ProposalStory> {
    return this.stories.story(reference, language);
  }
}
