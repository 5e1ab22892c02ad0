import { randomUUID } from 'node:crypto';
import type { ProposalStory } from '@lofteskartan/shared/contracts/proposals';
import { startTestApp, type TestApp } from '../../../test/support/app.js';
import type { ProblemBody } from '../../../test/support/api.js';
import { makeMunicipality, type TestMunicipality } from '../../../test/support/municipality.js';
import { makeCommitment } from '../../../test/support/promise.js';
import { makePublicProposal } from './public-proposals.fixture.js';
import { PublicProposalsModule } from './public-proposals.module.js';

describe('GET /proposals/{reference}', () => {
  let app: TestApp;
  let town: TestMunicipality;

  beforeAll(async () => {
    app = await startTestApp({ rooms: PublicProposalsModule });
    await app.empty();
    town = await makeMunicipality(app.dataSource);
  });
  afterAll(() => app.stop());

  const story = async (reference: string): Promise<ProposalStory> => {
    const { status, body } = await app
      .api()
      .get<ProposalStory>(`/proposals/${encodeURIComponent(reference)}`);
    expect(status).toBe(200);
    return body;
  };

  it('tells what happened, whatever the case of the number', async () => {
    const { reference } = await makePublicProposal(app.dataSource, town, { description: 'Bilarna kör fort' });
    for (const number of [reference, reference.toLowerCase()]) {
      expect(await story(number)).toMatchObject({
        reference,
        description: 'Bilarna kör fort',
        duplicateOf: null,
        activities: [],
        events: [
          {
            at: '2026-03-01T10:00:00Z',
            type: 'received',
            status: 'received',
            text: null,
            organisation: null,
          },
        ],
      });
    }
  });

  it('tells of the released activities that it led to, in the order of their dates', async () => {
    const { id, slug } = await makeCommitment(app.dataSource, town);
    const { reference } = await makePublicProposal(app.dataSource, town, {
      status: 'done',
      doneOn: '2026-04-02',
      commitmentId: id,
    });
    const other = await makePublicProposal(app.dataSource, town);
    await releaseActivity(id, '2026-04-02', [other.reference, reference]);
    await releaseActivity(id, '2026-03-20', [reference]);
    await releaseActivity(id, '2026-03-21', [other.reference]);
    const told = await story(reference);
    expect(told.activities.map(({ occurredOn }) => occurredOn)).toEqual(['2026-03-20', '2026-04-02']);
    expect(told.commitment).toEqual({ id, slug, title: 'Åtagandet' });
  });

  it('of a duplicate whose leader is not public is not there either', async () => {
    const { reference } = await makePublicProposal(app.dataSource, town, {
      status: 'duplicate',
      duplicateOf: 'TST-22222',
    });
    expect((await app.api().get(`/proposals/${reference}`)).status).toBe(404);
  });

  it('of a duplicate tells only which proposal leads', async () => {
    const leader = await makePublicProposal(app.dataSource, town);
    const { reference } = await makePublicProposal(app.dataSource, town, {
      status: 'duplicate',
      duplicateOf: leader.reference,
      description: 'Ord som inte ska synas',
      placeName: 'Hemvägen 3',
      latestAnswer: { at: '2026-03-05T08:00:00.000Z', status: 'duplicate', text: 'Samma som ett annat.' },
    });
    expect(await story(reference)).toMatchObject({
      status: 'duplicate',
      duplicateOf: leader.reference,
      position: null,
      placeName: null,
      description: null,
      latestAnswer: null,
      photos: [],
      events: [],
      activities: [],
    });
  });

  it.each(['ALE-22222', 'nonsense', '%', "ALE'--", 'ALE-7K3F9-7K3F9', 'å'.repeat(300)])(
    'does not know %s',
    async (reference) => {
      const { status, body } = await app
        .api()
        .get<ProblemBody>(`/proposals/${encodeURIComponent(reference)}`);
      expect([status, body.code]).toEqual([404, 'proposal.notFound']);
    },
  );

  it('does not know what is not public', async () => {
    const { id, reference } = await makePublicProposal(app.dataSource, town);
    const unknown = await app.api().get<ProblemBody>('/proposals/ALE-22222');
    await app.dataSource.query('DELETE FROM public_proposals WHERE proposal_id = $1', [id]);
    const hidden = await app.api().get<ProblemBody>(`/proposals/${encodeURIComponent(reference)}`);
    expect([hidden.status, hidden.body]).toEqual([unknown.status, unknown.body]);
  });

  async function releaseActivity(
    commitmentId: string,
    occurredOn: string,
    proposalReferences: string[],
  ): Promise<void> {
    const account = randomUUID();
    const id = randomUUID();
    await app.dataSource.query(
      `INSERT INTO accounts (id, email, name, password_hash) VALUES ($1, $2, 'Polis', '-')`,
      [account, `${account}@demo.example`],
    );
    await app.dataSource.query(
      `INSERT INTO activities (id, commitment_id, municipality_id, organisation_id, occurred_on, public_text, counts, logged_by, created_at,
         updated_at, confirmed_at, released_at)
       VALUES ($1, $2, $3, $4, $5, 'Kontroll', true, $6, now(), now(), now(), now())`,
      [id, commitmentId, town.id, town.police.id, occurredOn, account],
    );
    const view = {
      id,
      commitmentId,
      occurredOn,
      publicText: 'Kontroll',
      position: null,
      locality: null,
      result: { measured: 120, reported: 7, reportedFewerThanFive: false, participants: null, subject: null },
      organisation: 'Polisen',
      proposalReferences,
      counts: true,
      whyNot: null,
      publishedAt: '2026-04-10T10:00:00.000Z',
    };
    await app.dataSource.query(
      `INSERT INTO public_activities (activity_id, commitment_id, municipality_id, occurred_on, counts, proposal_references, view, published_at, updated_at)
       VALUES ($1, $2, $3, $4, true, $5, $6, now(), now())`,
      [id, commitmentId, town.id, occurredOn, proposalReferences, JSON.stringify(view)],
    );
  }
});
