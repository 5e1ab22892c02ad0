import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Speed checks from wishes to a plan: police-internal. Stretches gather wishes without changing them; what happens to a stretch, to a
 * planned check and to the settings is appended. Nothing here is read by anything that is public.
 */
export class Planner1764000150000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.stretches(runner);
    await this.alternatives(runner);
    await this.plan(runner);
  }

  private async stretches(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stretches (
        id uuid CONSTRAINT stretches_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT stretches_municipality_fk REFERENCES municipalities (id),
        name text CONSTRAINT stretches_name_check CHECK (btrim(name) <> ''),
        merged_into_id uuid CONSTRAINT stretches_merged_into_fk REFERENCES stretches (id),
        safe_place boolean,
        limit_change_metres integer CONSTRAINT stretches_limit_change_check CHECK (limit_change_metres >= 0),
        road_keeper text CONSTRAINT stretches_road_keeper_check CHECK (road_keeper IN ('municipality', 'state', 'private')),
        suitability_note text,
        assessed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT stretches_merged_check CHECK (merged_into_id IS DISTINCT FROM id)
      )`);
    await runner.query(`CREATE INDEX stretches_municipality_idx ON stretches (municipality_id)`);
    await runner.query(
      `CREATE INDEX stretches_merged_into_idx ON stretches (merged_into_id) WHERE merged_into_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE stretch_wishes (
        proposal_id uuid CONSTRAINT stretch_wishes_pk PRIMARY KEY CONSTRAINT stretch_wishes_proposal_fk REFERENCES proposals (id),
        stretch_id uuid NOT NULL CONSTRAINT stretch_wishes_stretch_fk REFERENCES stretches (id),
        placed_at timestamptz NOT NULL,
        placed_by text NOT NULL CONSTRAINT stretch_wishes_placed_by_check CHECK (placed_by IN ('gathering', 'staff'))
      )`);
    await runner.query(`CREATE INDEX stretch_wishes_stretch_idx ON stretch_wishes (stretch_id)`);
    await runner.query(`
      CREATE TABLE stretch_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT stretch_events_pk PRIMARY KEY,
        stretch_id uuid NOT NULL CONSTRAINT stretch_events_stretch_fk REFERENCES stretches (id),
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT stretch_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT stretch_events_type_check CHECK (type IN (
          'began', 'named', 'split', 'merged', 'undone', 'assessed', 'alternative', 'result')),
        other_stretch_id uuid CONSTRAINT stretch_events_other_fk REFERENCES stretches (id),
        wishes uuid[] NOT NULL DEFAULT '{}',
        undoes_id bigint CONSTRAINT stretch_events_undoes_unique UNIQUE CONSTRAINT stretch_events_undoes_fk REFERENCES stretch_events (id),
        changes jsonb
      )`);
    await runner.query(`CREATE INDEX stretch_events_stretch_idx ON stretch_events (stretch_id, id DESC)`);
  }

  private async alternatives(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stretch_alternatives (
        id uuid CONSTRAINT stretch_alternatives_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        stretch_id uuid NOT NULL CONSTRAINT stretch_alternatives_stretch_fk REFERENCES stretches (id),
        kind text NOT NULL CONSTRAINT stretch_alternatives_kind_check CHECK (kind IN ('municipal-measurement', 'speed-display', 'referral')),
        state text NOT NULL DEFAULT 'arranged' CONSTRAINT stretch_alternatives_state_check CHECK (state IN ('arranged', 'done', 'not-done')),
        responsible text NOT NULL,
        public_text text NOT NULL,
        due_on date,
        result_text text,
        version integer NOT NULL DEFAULT 1,
        arranged_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT stretch_alternatives_ended_check CHECK ((state = 'arranged') = (ended_at IS NULL) AND (ended_at IS NULL) = (result_text IS NULL))
      )`);
    await runner.query(`CREATE INDEX stretch_alternatives_stretch_idx ON stretch_alternatives (stretch_id)`);
    await runner.query(`
      CREATE TABLE stretch_alternative_wishes (
        alternative_id uuid NOT NULL CONSTRAINT stretch_alternative_wishes_alternative_fk REFERENCES stretch_alternatives (id),
        proposal_id uuid NOT NULL CONSTRAINT stretch_alternative_wishes_proposal_fk REFERENCES proposals (id),
        CONSTRAINT stretch_alternative_wishes_pk PRIMARY KEY (alternative_id, proposal_id)
      )`);
    await runner.query(
      `CREATE INDEX stretch_alternative_wishes_proposal_idx ON stretch_alternative_wishes (proposal_id)`,
    );
  }

  private async plan(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE planner_settings (
        municipality_id uuid CONSTRAINT planner_settings_pk PRIMARY KEY CONSTRAINT planner_settings_municipality_fk REFERENCES municipalities (id),
        weights jsonb NOT NULL,
        plan_since timestamptz,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE planner_setting_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT planner_setting_events_pk PRIMARY KEY,
        municipality_id uuid NOT NULL CONSTRAINT planner_setting_events_municipality_fk REFERENCES municipalities (id),
        at timestamptz NOT NULL,
        actor_account_id uuid NOT NULL CONSTRAINT planner_setting_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT planner_setting_events_type_check CHECK (type IN ('weights', 'plan-on', 'plan-off')),
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX planner_setting_events_municipality_idx ON planner_setting_events (municipality_id, id DESC)`,
    );
    // Hours are local: from 0 to 23, to 1 to 24.
    await runner.query(`
      CREATE TABLE planned_checks (
        id uuid CONSTRAINT planned_checks_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT planned_checks_municipality_fk REFERENCES municipalities (id),
        stretch_id uuid NOT NULL CONSTRAINT planned_checks_stretch_fk REFERENCES stretches (id),
        planned_on date NOT NULL,
        from_hour smallint NOT NULL,
        to_hour smallint NOT NULL,
        state text NOT NULL DEFAULT 'planned' CONSTRAINT planned_checks_state_check CHECK (state IN ('planned', 'fulfilled', 'cancelled')),
        note text,
        activity_id uuid CONSTRAINT planned_checks_activity_unique UNIQUE CONSTRAINT planned_checks_activity_fk REFERENCES activities (id),
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT planned_checks_hours_check CHECK (from_hour >= 0 AND from_hour < to_hour AND to_hour <= 24),
        CONSTRAINT planned_checks_fulfilled_check CHECK ((state = 'fulfilled') = (activity_id IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX planned_checks_day_idx ON planned_checks (municipality_id, planned_on)`);
    await runner.query(`CREATE INDEX planned_checks_stretch_idx ON planned_checks (stretch_id)`);
    await runner.query(`
      CREATE TABLE planned_check_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT planned_check_events_pk PRIMARY KEY,
        planned_check_id uuid NOT NULL CONSTRAINT planned_check_events_check_fk REFERENCES planned_checks (id),
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT planned_check_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT planned_check_events_type_check CHECK (type IN ('planned', 'changed', 'fulfilled', 'cancelled')),
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX planned_check_events_check_idx ON planned_check_events (planned_check_id, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'planned_check_events',
      'planned_checks',
      'planner_setting_events',
      'planner_settings',
      'stretch_alternative_wishes',
      'stretch_alternatives',
      'stretch_events',
      'stretch_wishes',
      'stretches',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
