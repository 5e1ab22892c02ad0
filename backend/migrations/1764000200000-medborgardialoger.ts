import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Medborgardialoger: what they are, their agendas, what they are about, and their history (docs/adr/0026). */
export class Medborgardialoger1764000200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgardialoger (
        id uuid CONSTRAINT medborgardialoger_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CONSTRAINT medborgardialoger_reference_unique UNIQUE,
        short_code text NOT NULL CONSTRAINT medborgardialoger_short_code_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT medborgardialoger_municipality_fk REFERENCES municipalities (id),
        title text NOT NULL,
        theme text NOT NULL,
        purpose text NOT NULL,
        level text NOT NULL CONSTRAINT medborgardialoger_level_check
          CHECK (level IN ('information', 'consultation', 'dialogue', 'influence', 'shared-decision')),
        level_meaning text NOT NULL,
        target_groups text[] NOT NULL,
        form text NOT NULL CONSTRAINT medborgardialoger_form_check CHECK (form IN ('on-site', 'online', 'both')),
        venue text,
        venue_position geometry(Point, 4326),
        online_url text,
        accessibility text,
        interpreter text,
        transport text,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        questions_until timestamptz,
        capacity integer CONSTRAINT medborgardialoger_capacity_check CHECK (capacity > 0),
        sign_up_until timestamptz,
        presidium jsonb NOT NULL,
        translations jsonb NOT NULL DEFAULT '{}',
        status text NOT NULL DEFAULT 'draft' CONSTRAINT medborgardialoger_status_check
          CHECK (status IN ('draft', 'published', 'open', 'closed', 'reported', 'followed-up', 'cancelled')),
        cancelled_reason text,
        published_at timestamptz,
        opened_at timestamptz,
        closed_at timestamptz,
        reported_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT medborgardialoger_times_check CHECK (ends_at > starts_at),
        CONSTRAINT medborgardialoger_published_check CHECK (status IN ('draft', 'cancelled') OR published_at IS NOT NULL),
        CONSTRAINT medborgardialoger_draft_check CHECK (status <> 'draft' OR published_at IS NULL),
        CONSTRAINT medborgardialoger_cancelled_check CHECK ((status = 'cancelled') = (cancelled_reason IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX medborgardialoger_municipality_idx ON medborgardialoger (municipality_id, starts_at DESC)`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_agenda_items (
        id uuid CONSTRAINT medborgardialog_agenda_items_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_agenda_items_dialogue_fk REFERENCES medborgardialoger (id) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        title text NOT NULL,
        minutes integer CONSTRAINT medborgardialog_agenda_items_minutes_check CHECK (minutes > 0),
        description text
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_agenda_items_dialogue_idx ON medborgardialog_agenda_items (dialogue_id, ordinal)`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_localities (
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_localities_dialogue_fk REFERENCES medborgardialoger (id) ON DELETE CASCADE,
        locality_id uuid NOT NULL CONSTRAINT medborgardialog_localities_locality_fk REFERENCES localities (id) ON DELETE CASCADE,
        CONSTRAINT medborgardialog_localities_pk PRIMARY KEY (dialogue_id, locality_id)
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_localities_locality_idx ON medborgardialog_localities (locality_id)`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_links (
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_links_dialogue_fk REFERENCES medborgardialoger (id) ON DELETE CASCADE,
        kind text NOT NULL CONSTRAINT medborgardialog_links_kind_check CHECK (kind IN ('commitment', 'proposal', 'place')),
        commitment_id uuid CONSTRAINT medborgardialog_links_commitment_fk REFERENCES commitments (id) ON DELETE CASCADE,
        proposal_id uuid CONSTRAINT medborgardialog_links_proposal_fk REFERENCES proposals (id) ON DELETE CASCADE,
        place_id uuid CONSTRAINT medborgardialog_links_place_fk REFERENCES inventory_places (id) ON DELETE CASCADE,
        subject_id uuid NOT NULL GENERATED ALWAYS AS (COALESCE(commitment_id, proposal_id, place_id)) STORED,
        CONSTRAINT medborgardialog_links_pk PRIMARY KEY (dialogue_id, subject_id),
        CONSTRAINT medborgardialog_links_subject_check CHECK (
          (kind = 'commitment') = (commitment_id IS NOT NULL)
          AND (kind = 'proposal') = (proposal_id IS NOT NULL)
          AND (kind = 'place') = (place_id IS NOT NULL))
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_links_subject_idx ON medborgardialog_links (subject_id)`,
    );
    await runner.query(`
      CREATE TABLE medborgardialog_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT medborgardialog_events_pk PRIMARY KEY,
        dialogue_id uuid NOT NULL CONSTRAINT medborgardialog_events_dialogue_fk REFERENCES medborgardialoger (id),
        municipality_id uuid NOT NULL CONSTRAINT medborgardialog_events_municipality_fk REFERENCES municipalities (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT medborgardialog_events_type_check CHECK (type IN (
          'created', 'changed', 'published', 'opened', 'closed', 'reported', 'followed-up', 'cancelled')),
        actor_account_id uuid CONSTRAINT medborgardialog_events_actor_fk REFERENCES accounts (id),
        reason text,
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX medborgardialog_events_dialogue_idx ON medborgardialog_events (dialogue_id, id)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['events', 'links', 'localities', 'agenda_items'])
      await runner.query(`DROP TABLE medborgardialog_${table}`);
    await runner.query(`DROP TABLE medborgardialoger`);
  }
}
