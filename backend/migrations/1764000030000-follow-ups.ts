import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Follow-ups of a promise. `texts` is what a coordinator writes, by commitment; `public_follow_ups.view` is the whole public answer in each
 * language, `{ "sv": …, "en": … }`, with the figures of the day, written once at publication and never again. Corrections are added.
 */
export class FollowUps1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE follow_ups (
        id uuid CONSTRAINT follow_ups_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        medborgarlofte_id uuid NOT NULL CONSTRAINT follow_ups_medborgarlofte_fk REFERENCES medborgarloften (id),
        municipality_id uuid NOT NULL CONSTRAINT follow_ups_municipality_fk REFERENCES municipalities (id),
        as_of date NOT NULL,
        texts jsonb NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT follow_ups_day_unique UNIQUE (municipality_id, as_of)
      )`);
    await runner.query(`
      CREATE TABLE follow_up_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT follow_up_events_pk PRIMARY KEY,
        follow_up_id uuid NOT NULL CONSTRAINT follow_up_events_follow_up_fk REFERENCES follow_ups (id),
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT follow_up_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT follow_up_events_type_check CHECK (type IN ('drafted', 'saved', 'published', 'corrected')),
        texts jsonb
      )`);
    await runner.query(`CREATE INDEX follow_up_events_follow_up_idx ON follow_up_events (follow_up_id, id)`);
    await runner.query(`
      CREATE TABLE public_follow_ups (
        follow_up_id uuid CONSTRAINT public_follow_ups_pk PRIMARY KEY CONSTRAINT public_follow_ups_follow_up_fk REFERENCES follow_ups (id),
        medborgarlofte_id uuid NOT NULL,
        municipality_id uuid NOT NULL CONSTRAINT public_follow_ups_municipality_fk REFERENCES municipalities (id),
        municipality text NOT NULL,
        as_of date NOT NULL,
        view jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        CONSTRAINT public_follow_ups_day_unique UNIQUE (municipality, as_of)
      )`);
    await runner.query(`
      CREATE TABLE public_follow_up_corrections (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT public_follow_up_corrections_pk PRIMARY KEY,
        follow_up_id uuid NOT NULL CONSTRAINT public_follow_up_corrections_follow_up_fk REFERENCES public_follow_ups (follow_up_id),
        at timestamptz NOT NULL,
        commitment_id uuid,
        text text NOT NULL,
        reason text NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX public_follow_up_corrections_follow_up_idx ON public_follow_up_corrections (follow_up_id, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'public_follow_up_corrections',
      'public_follow_ups',
      'follow_up_events',
      'follow_ups',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
