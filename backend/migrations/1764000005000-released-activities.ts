import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Released activities as everyone reads them now. `public_activities.proposal_references` names all proposals that an activity served,
 * so that one which becomes public later finds it; this view lets out only the numbers of those that are public at the moment.
 */
export class ReleasedActivities1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE VIEW released_activities AS
        SELECT a.activity_id, a.commitment_id, a.municipality_id, a.occurred_on, a.published_at, a.proposal_references,
          jsonb_set(a.view, '{proposalReferences}', coalesce(
            (SELECT jsonb_agg(p.reference ORDER BY linked.sort)
              FROM unnest(a.proposal_references) WITH ORDINALITY AS linked (reference, sort)
              JOIN public_proposals p ON p.reference = linked.reference), '[]')) AS view
        FROM public_activities a`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW released_activities`);
  }
}
