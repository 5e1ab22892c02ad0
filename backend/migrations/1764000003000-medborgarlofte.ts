import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The promise, its commitments and the activities that may count. Texts are jsonb `{ "sv": …, "en": … }`. `public_activities` holds only
 * what is released; `view` is the whole public answer, written at release.
 */
export class Medborgarlofte1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE medborgarloften (
        id uuid CONSTRAINT medborgarloften_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_id uuid NOT NULL CONSTRAINT medborgarloften_municipality_fk REFERENCES municipalities (id),
        slug text NOT NULL DEFAULT 'medborgarlofte',
        title jsonb NOT NULL,
        intro jsonb NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        focus_areas jsonb NOT NULL,
        goals jsonb NOT NULL,
        channels jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT medborgarloften_slug_unique UNIQUE (municipality_id, slug),
        CONSTRAINT medborgarloften_period_check CHECK (ends_on IS NULL OR ends_on > starts_on)
      )`);
    await runner.query(
      `CREATE INDEX medborgarloften_municipality_idx ON medborgarloften (municipality_id, starts_on DESC, id DESC)`,
    );
    await runner.query(`
      CREATE TABLE commitments (
        id uuid CONSTRAINT commitments_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        medborgarlofte_id uuid NOT NULL CONSTRAINT commitments_medborgarlofte_fk REFERENCES medborgarloften (id),
        municipality_id uuid NOT NULL CONSTRAINT commitments_municipality_fk REFERENCES municipalities (id),
        slug text NOT NULL,
        number integer NOT NULL,
        focus_area text NOT NULL,
        title jsonb NOT NULL,
        body jsonb NOT NULL,
        counted_how jsonb NOT NULL,
        type text NOT NULL CONSTRAINT commitments_type_check CHECK (type IN ('count', 'recurring', 'milestones', 'ongoing')),
        target integer CONSTRAINT commitments_target_check CHECK (type <> 'count' OR target > 0),
        per_year integer CONSTRAINT commitments_per_year_check CHECK (type <> 'recurring' OR per_year > 0),
        per_year_for text[] NOT NULL DEFAULT '{}',
        unit jsonb,
        stale_after_days integer NOT NULL DEFAULT 150,
        accepts_kinds text[] NOT NULL,
        requires_wish boolean NOT NULL DEFAULT false,
        public_position boolean NOT NULL DEFAULT true,
        opening_count integer,
        opening_as_of date,
        opening_source text,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT commitments_slug_unique UNIQUE (medborgarlofte_id, slug),
        CONSTRAINT commitments_opening_check CHECK (
          (opening_count IS NULL AND opening_as_of IS NULL AND opening_source IS NULL)
          OR (opening_count >= 0 AND opening_as_of IS NOT NULL AND opening_source IS NOT NULL))
      )`);
    await runner.query(`CREATE INDEX commitments_municipality_idx ON commitments (municipality_id, number)`);
    await runner.query(`
      CREATE TABLE commitment_organisations (
        commitment_id uuid NOT NULL CONSTRAINT commitment_organisations_commitment_fk REFERENCES commitments (id),
        organisation_id uuid NOT NULL CONSTRAINT commitment_organisations_organisation_fk REFERENCES organisations (id),
        part text NOT NULL CONSTRAINT commitment_organisations_part_check CHECK (part IN ('owner', 'partner')),
        sort integer NOT NULL DEFAULT 0,
        CONSTRAINT commitment_organisations_pk PRIMARY KEY (commitment_id, organisation_id)
      )`);
    await runner.query(`
      CREATE TABLE milestones (
        id uuid CONSTRAINT milestones_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        commitment_id uuid NOT NULL CONSTRAINT milestones_commitment_fk REFERENCES commitments (id),
        slug text NOT NULL,
        name jsonb NOT NULL,
        due_on date,
        sort integer NOT NULL DEFAULT 0,
        CONSTRAINT milestones_slug_unique UNIQUE (commitment_id, slug)
      )`);
    await runner.query(`
      CREATE TABLE activities (
        id uuid CONSTRAINT activities_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        commitment_id uuid NOT NULL CONSTRAINT activities_commitment_fk REFERENCES commitments (id),
        municipality_id uuid NOT NULL CONSTRAINT activities_municipality_fk REFERENCES municipalities (id),
        organisation_id uuid NOT NULL CONSTRAINT activities_organisation_fk REFERENCES organisations (id),
        occurred_on date NOT NULL,
        public_text text NOT NULL,
        position geometry(Point, 4326),
        locality_id uuid CONSTRAINT activities_locality_fk REFERENCES localities (id),
        result jsonb NOT NULL DEFAULT '{}',
        counts boolean NOT NULL,
        why_not text CONSTRAINT activities_why_not_check CHECK (why_not IN ('wish.missing', 'wish.too-late', 'wish.too-far', 'wish.too-old')),
        milestone_id uuid CONSTRAINT activities_milestone_fk REFERENCES milestones (id),
        logged_by uuid NOT NULL CONSTRAINT activities_logged_by_fk REFERENCES accounts (id),
        source_note text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        confirmed_by uuid CONSTRAINT activities_confirmed_by_fk REFERENCES accounts (id),
        release_at timestamptz,
        released_at timestamptz,
        CONSTRAINT activities_counts_check CHECK (counts = (why_not IS NULL)),
        CONSTRAINT activities_released_check CHECK (released_at IS NULL OR confirmed_at IS NOT NULL)
      )`);
    await runner.query(
      `CREATE INDEX activities_commitment_idx ON activities (commitment_id, occurred_on DESC, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX activities_municipality_idx ON activities (municipality_id, created_at DESC, id DESC)`,
    );
    await runner.query(`
      CREATE TABLE activity_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT activity_events_pk PRIMARY KEY,
        activity_id uuid NOT NULL CONSTRAINT activity_events_activity_fk REFERENCES activities (id),
        at timestamptz NOT NULL,
        actor_account_id uuid CONSTRAINT activity_events_actor_fk REFERENCES accounts (id),
        type text NOT NULL CONSTRAINT activity_events_type_check CHECK (type IN ('logged', 'changed', 'confirmed', 'released')),
        reason text,
        changes jsonb
      )`);
    await runner.query(
      `CREATE INDEX activities_overdue_idx ON activities (release_at) WHERE confirmed_at IS NOT NULL AND released_at IS NULL`,
    );
    await runner.query(`CREATE INDEX activity_events_activity_idx ON activity_events (activity_id, id)`);
    await runner.query(`
      CREATE TABLE public_activities (
        activity_id uuid CONSTRAINT public_activities_pk PRIMARY KEY CONSTRAINT public_activities_activity_fk REFERENCES activities (id),
        commitment_id uuid NOT NULL CONSTRAINT public_activities_commitment_fk REFERENCES commitments (id),
        municipality_id uuid NOT NULL CONSTRAINT public_activities_municipality_fk REFERENCES municipalities (id),
        occurred_on date NOT NULL,
        counts boolean NOT NULL,
        why_not text,
        milestone_id uuid,
        proposal_references text[] NOT NULL,
        lng double precision,
        lat double precision,
        view jsonb NOT NULL,
        published_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX public_activities_commitment_idx ON public_activities (commitment_id, occurred_on DESC, activity_id DESC)`,
    );
    await runner.query(
      `CREATE INDEX public_activities_references_idx ON public_activities USING gin (proposal_references)`,
    );
    // Licences and top speeds are never public one by one: only the totals of years that have enough results.
    await runner.query(`
      CREATE TABLE public_yearly_totals (
        commitment_id uuid NOT NULL CONSTRAINT public_yearly_totals_commitment_fk REFERENCES commitments (id),
        year integer NOT NULL,
        licences_seized integer,
        top_speed integer,
        CONSTRAINT public_yearly_totals_pk PRIMARY KEY (commitment_id, year)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'public_yearly_totals',
      'public_activities',
      'activity_events',
      'activities',
      'milestones',
      'commitment_organisations',
      'commitments',
      'medborgarloften',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
