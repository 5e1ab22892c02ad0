import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The counts of one kind, whatever the status. */
const sum = (from: number): string =>
  Array.from({ length: 8 }, (_, index) => `counts[${from + index}]`).join(' + ');

/**
 * Proposals as they were sent (private), their history, photos and supporters; and `public_proposals`, which holds only what the
 * public may see and is the only table that public answers read.
 */
export class Proposals1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE proposals (
        id uuid CONSTRAINT proposals_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        reference text NOT NULL CONSTRAINT proposals_reference_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT proposals_municipality_fk REFERENCES municipalities (id),
        locality_id uuid CONSTRAINT proposals_locality_fk REFERENCES localities (id),
        kind text NOT NULL CONSTRAINT proposals_kind_check CHECK (kind IN ('speed-check', 'dark-place', 'idea')),
        status text NOT NULL CONSTRAINT proposals_status_check CHECK (status IN (
          'received', 'under-review', 'committed', 'planned', 'done', 'answered', 'declined', 'referred', 'duplicate', 'hidden', 'withdrawn')),
        public_status text NOT NULL CONSTRAINT proposals_public_status_check CHECK (public_status IN (
          'received', 'under-review', 'committed', 'planned', 'done', 'answered', 'declined', 'referred', 'duplicate', 'hidden', 'withdrawn')),
        police_planned_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        position geometry(Point, 4326),
        placement text NOT NULL CONSTRAINT proposals_placement_check CHECK (placement IN ('inside', 'near-outline', 'by-staff', 'unplaced', 'none')),
        place_name text,
        description text,
        details jsonb NOT NULL,
        road_listed boolean NOT NULL DEFAULT false,
        publication text NOT NULL CONSTRAINT proposals_publication_check CHECK (publication IN ('none', 'pending', 'released', 'kept-back')),
        personal_data jsonb NOT NULL DEFAULT '[]',
        commitment_id uuid CONSTRAINT proposals_commitment_fk REFERENCES commitments (id),
        responsible text,
        decline_reason text,
        duplicate_of_id uuid CONSTRAINT proposals_duplicate_of_fk REFERENCES proposals (id),
        follow_token_hash bytea NOT NULL CONSTRAINT proposals_follow_token_unique UNIQUE,
        language text NOT NULL DEFAULT 'sv' CONSTRAINT proposals_language_check CHECK (language IN ('sv', 'en')),
        done_on date,
        public_done_on date,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        search tsvector NOT NULL GENERATED ALWAYS AS (
          setweight(to_tsvector('simple', reference), 'A')
          || to_tsvector('swedish', coalesce(description, '') || ' ' || coalesce(place_name, '') || ' '
            || coalesce(details ->> 'roadName', '') || ' ' || coalesce(details ->> 'direction', ''))) STORED,
        CONSTRAINT proposals_planned_check CHECK (kind <> 'speed-check' OR status <> 'planned'),
        CONSTRAINT proposals_placed_check CHECK ((position IS NULL) = (placement IN ('unplaced', 'none'))),
        CONSTRAINT proposals_duplicate_check CHECK ((status = 'duplicate') = (duplicate_of_id IS NOT NULL) AND duplicate_of_id IS DISTINCT FROM id)
      )`);
    await runner.query(
      `CREATE INDEX proposals_queue_idx ON proposals (municipality_id, created_at DESC, id)`,
    );
    await runner.query(
      `CREATE INDEX proposals_queue_status_idx ON proposals (municipality_id, status, created_at DESC, id)`,
    );
    // What waits for staff: few rows of many.
    await runner.query(
      `CREATE INDEX proposals_pending_idx ON proposals (municipality_id, created_at DESC, id) WHERE publication = 'pending'`,
    );
    await runner.query(
      `CREATE INDEX proposals_unplaced_idx ON proposals (municipality_id, created_at DESC, id) WHERE placement = 'unplaced'`,
    );
    await runner.query(`CREATE INDEX proposals_position_idx ON proposals USING gist (position)`);
    await runner.query(`CREATE INDEX proposals_search_idx ON proposals USING gin (search)`);
    await runner.query(
      `CREATE INDEX proposals_duplicate_of_idx ON proposals (duplicate_of_id) WHERE duplicate_of_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX proposals_commitment_idx ON proposals (commitment_id, created_at DESC) WHERE commitment_id IS NOT NULL`,
    );
    await runner.query(`
      CREATE TABLE proposal_events (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT proposal_events_pk PRIMARY KEY,
        proposal_id uuid NOT NULL CONSTRAINT proposal_events_proposal_fk REFERENCES proposals (id),
        at timestamptz NOT NULL,
        type text NOT NULL CONSTRAINT proposal_events_type_check CHECK (type IN (
          'received', 'moved', 'reopened', 'planned', 'unplanned', 'published', 'kept-back', 'noted', 'corrected', 'photos-added',
          'supported', 'activity', 'released', 'withdrawn')),
        actor_account_id uuid CONSTRAINT proposal_events_actor_fk REFERENCES accounts (id),
        organisation_id uuid CONSTRAINT proposal_events_organisation_fk REFERENCES organisations (id),
        from_status text,
        to_status text,
        public_text text,
        reason text,
        changes jsonb,
        activity_id uuid CONSTRAINT proposal_events_activity_fk REFERENCES activities (id),
        audience text NOT NULL CONSTRAINT proposal_events_audience_check CHECK (audience IN ('public', 'staff', 'police')),
        public_at timestamptz
      )`);
    await runner.query(`CREATE INDEX proposal_events_proposal_idx ON proposal_events (proposal_id, id)`);
    await runner.query(`
      CREATE TABLE proposal_notes (
        id uuid CONSTRAINT proposal_notes_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT proposal_notes_proposal_fk REFERENCES proposals (id),
        author_account_id uuid NOT NULL CONSTRAINT proposal_notes_author_fk REFERENCES accounts (id),
        body text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX proposal_notes_proposal_idx ON proposal_notes (proposal_id, created_at)`,
    );
    await runner.query(`
      CREATE TABLE proposal_photos (
        id uuid CONSTRAINT proposal_photos_pk PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL CONSTRAINT proposal_photos_proposal_fk REFERENCES proposals (id),
        file_key text NOT NULL,
        thumbnail_key text NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        bytes integer NOT NULL,
        publication text NOT NULL DEFAULT 'pending' CONSTRAINT proposal_photos_publication_check CHECK (publication IN ('pending', 'released', 'kept-back')),
        created_at timestamptz NOT NULL
      )`);
    await runner.query(
      `CREATE INDEX proposal_photos_proposal_idx ON proposal_photos (proposal_id, created_at)`,
    );
    await runner.query(
      `CREATE INDEX proposal_photos_pending_idx ON proposal_photos (proposal_id) WHERE publication = 'pending'`,
    );
    await runner.query(`
      CREATE TABLE proposal_supports (
        proposal_id uuid NOT NULL CONSTRAINT proposal_supports_proposal_fk REFERENCES proposals (id),
        device_hash bytea NOT NULL,
        is_sender boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        CONSTRAINT proposal_supports_pk PRIMARY KEY (proposal_id, device_hash)
      )`);
    await runner.query(`
      CREATE TABLE activity_proposals (
        activity_id uuid NOT NULL CONSTRAINT activity_proposals_activity_fk REFERENCES activities (id),
        proposal_id uuid NOT NULL CONSTRAINT activity_proposals_proposal_fk REFERENCES proposals (id),
        sort integer NOT NULL DEFAULT 0,
        CONSTRAINT activity_proposals_pk PRIMARY KEY (activity_id, proposal_id)
      )`);
    await runner.query(`CREATE INDEX activity_proposals_proposal_idx ON activity_proposals (proposal_id)`);
    // `map_feature` is the pin as the map answers it: made once here instead of at each of the map's reads.
    await runner.query(`
      CREATE TABLE public_proposals (
        proposal_id uuid CONSTRAINT public_proposals_pk PRIMARY KEY CONSTRAINT public_proposals_proposal_fk REFERENCES proposals (id),
        reference text NOT NULL CONSTRAINT public_proposals_reference_unique UNIQUE,
        municipality_id uuid NOT NULL CONSTRAINT public_proposals_municipality_fk REFERENCES municipalities (id),
        municipality text NOT NULL,
        locality text,
        kind text NOT NULL,
        status text NOT NULL,
        listed boolean NOT NULL,
        lng double precision,
        lat double precision,
        position geometry(Point, 4326) GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lng, lat), 4326)) STORED,
        place_name text,
        description text,
        details jsonb NOT NULL,
        support_count integer NOT NULL,
        commitment_id uuid,
        responsible text,
        duplicate_of text,
        latest_answer jsonb,
        answered_at timestamptz,
        photos jsonb NOT NULL DEFAULT '[]',
        events jsonb NOT NULL DEFAULT '[]',
        done_on date,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        search tsvector NOT NULL GENERATED ALWAYS AS (
          setweight(to_tsvector('simple', reference), 'A')
          || to_tsvector('swedish', coalesce(description, '') || ' ' || coalesce(place_name, '') || ' '
            || coalesce(details ->> 'roadName', '') || ' ' || coalesce(details ->> 'direction', ''))) STORED,
        map_feature text GENERATED ALWAYS AS (
          '{"type":"Feature","geometry":{"type":"Point","coordinates":['
          || trim_scale(round(lng::numeric, 5))::text || ',' || trim_scale(round(lat::numeric, 5))::text
          || ']},"properties":{"reference":"' || reference || '","kind":"' || kind || '","status":"' || status
          || '","supportCount":' || support_count::text || '}}') STORED,
        CONSTRAINT public_proposals_status_check CHECK (status IN (
          'received', 'under-review', 'committed', 'planned', 'done', 'answered', 'declined', 'referred') OR (status = 'duplicate' AND NOT listed)),
        CONSTRAINT public_proposals_planned_check CHECK (kind <> 'speed-check' OR status <> 'planned'),
        CONSTRAINT public_proposals_details_check CHECK (NOT details ?| array['lampNumber', 'safetyNow'])
      )`);
    // The list's orders: over all municipalities, in one, and in one by kind and status. Nothing is null here, but NULLS LAST keeps the
    // planner from walking the first for a single municipality, past everybody else's rows: it sees another order.
    const answered = `coalesce(answered_at, 'epoch'::timestamptz)`;
    for (const [name, columns] of [
      ['newest', `created_at DESC NULLS LAST`],
      ['municipality', `municipality, created_at DESC`],
      ['supported', `municipality, support_count DESC, created_at DESC`],
      ['answered', `municipality, (${answered}) DESC, created_at DESC`],
      ['slot', `municipality, kind, status, created_at DESC`],
      ['slot_supported', `municipality, kind, status, support_count DESC, created_at DESC`],
      ['slot_answered', `municipality, kind, status, (${answered}) DESC, created_at DESC`],
      ['locality', `municipality, locality, created_at DESC`],
    ] as const)
      await runner.query(
        `CREATE INDEX public_proposals_${name}_idx ON public_proposals (${columns}, proposal_id DESC${name === 'newest' ? ' NULLS LAST' : ''}) WHERE listed`,
      );
    await runner.query(
      `CREATE INDEX public_proposals_commitment_idx ON public_proposals (commitment_id, created_at DESC, proposal_id DESC) WHERE listed AND commitment_id IS NOT NULL`,
    );
    await runner.query(
      `CREATE INDEX public_proposals_position_idx ON public_proposals USING gist (position) WHERE listed`,
    );
    await runner.query(
      `CREATE INDEX public_proposals_search_idx ON public_proposals USING gin (search) WHERE listed`,
    );
    // One row per level × municipality (the nil uuid: all of them) × cell. Counts are indexed by kind × 8 + status from 1, in the
    // vocabulary's order; sums are in millionths of a degree. The key has y before x: a box is read row by row.
    await runner.query(`
      CREATE TABLE map_grid (
        level smallint NOT NULL,
        municipality_id uuid NOT NULL,
        x integer NOT NULL,
        y integer NOT NULL,
        counts integer[] NOT NULL CONSTRAINT map_grid_counts_check CHECK (array_length(counts, 1) = 24),
        total integer NOT NULL,
        lng_sum bigint NOT NULL,
        lat_sum bigint NOT NULL,
        speed_checks integer GENERATED ALWAYS AS (${sum(1)}) STORED,
        dark_places integer GENERATED ALWAYS AS (${sum(9)}) STORED,
        ideas integer GENERATED ALWAYS AS (${sum(17)}) STORED,
        CONSTRAINT map_grid_pk PRIMARY KEY (level, municipality_id, y, x)
      ) WITH (fillfactor = 80)`);
    // What changed since the grid was last folded: the cell of the finest level (17), the position in millionths of a degree.
    await runner.query(`
      CREATE TABLE map_grid_delta (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT map_grid_delta_pk PRIMARY KEY,
        municipality_id uuid NOT NULL,
        slot smallint NOT NULL CONSTRAINT map_grid_delta_slot_check CHECK (slot BETWEEN 1 AND 24),
        x integer NOT NULL,
        y integer NOT NULL,
        lng integer NOT NULL,
        lat integer NOT NULL,
        change smallint NOT NULL CONSTRAINT map_grid_delta_change_check CHECK (change IN (-1, 1))
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'map_grid_delta',
      'map_grid',
      'public_proposals',
      'activity_proposals',
      'proposal_supports',
      'proposal_photos',
      'proposal_notes',
      'proposal_events',
      'proposals',
    ])
      await runner.query(`DROP TABLE ${table}`);
  }
}
