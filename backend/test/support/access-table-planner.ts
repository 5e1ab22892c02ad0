import { DEFAULT_WEIGHTS } from '@lofteskartan/shared/planner';
import type {
  ChangedStretch,
  PlannerSettings,
  RankedStretch,
  ReadStretch,
  StretchRanking,
} from '@lofteskartan/shared/contracts/planner';
import type { AlternativeOutcome } from '@lofteskartan/shared/contracts/stretch-alternatives';
import type { StretchDetail } from '@lofteskartan/shared/contracts/stretches';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

/** The police of a municipality, and nobody else: not its officers, not its coordinators, not its administrators. */
const police = '401 200 403 403 403';
const notThere = '401 404 403 403 403';

const stretchesOf = async ({ municipality: { slug }, people }: Place): Promise<RankedStretch[]> => {
  const { api } = people['police-officer'];
  return (await api.get<StretchRanking>(`/planner/${slug}/stretches`)).body.items;
};

/** The stretch that a new wish came to, and where it is found. */
export async function stretchIn(
  place: Place,
): Promise<{ path: string; version: number; references: string[] }> {
  const { reference } = await place.freshProposal();
  const { api } = place.people['police-officer'];
  const all = await stretchesOf(place);
  const pathOf = ({ id }: RankedStretch) => `/planner/${place.municipality.slug}/stretches/${id}`;
  for (const each of all) {
    const { wishList } = (await api.get<StretchDetail>(pathOf(each))).body;
    if (!wishList.some((wish) => wish.reference === reference)) continue;
    return { path: pathOf(each), version: each.version, references: [reference] };
  }
  throw new Error(`No stretch has ${reference}`);
}

/** A stretch and what was split from it. */
async function split(
  place: Place,
): Promise<{ path: string; version: number; other: ReadStretch; event: number }> {
  const { path, version, references } = await stretchIn(place);
  const { api } = place.people['police-officer'];
  const made = await api.post<ChangedStretch>(`${path}/splits`, {
    key: true,
    body: { version, wishes: references },
  });
  const { body } = await api.get<StretchDetail>(path);
  return { path, version: body.version, other: made.body, event: body.history[0]?.event ?? 0 };
}

const settingsOf = async ({ municipality: { slug }, people }: Place): Promise<PlannerSettings> =>
  (await people['police-officer'].api.get<PlannerSettings>(`/planner/${slug}/settings`)).body;

/** What arranges something else than a check for one wish. */
async function arranging(place: Place): Promise<{ path: string; key: true; body: object }> {
  const { path, references } = await stretchIn(place);
  const proposals = references.map((reference) => ({ reference, version: 1 }));
  const body = {
    kind: 'speed-display',
    responsible: 'Kommunen',
    publicText: 'En skylt sätts upp.',
    proposals,
  };
  return { path: `${path}/alternatives`, key: true, body };
}

/** What plans a check, where planning is on. */
async function planning(place: Place): Promise<{ path: string; key: true; body: object }> {
  const { path } = await stretchIn(place);
  const { slug } = place.municipality;
  const { planOn, version } = await settingsOf(place);
  const { api } = place.people['police-officer'];
  if (!planOn) await api.put(`/planner/${slug}/plan`, { body: { on: true, version } });
  const body = { stretchId: path.split('/').at(-1), plannedOn: '2026-11-26', fromHour: 15, toHour: 17 };
  return { path: `/planner/${slug}/checks`, key: true, body };
}

/** Where a planned check is found. */
async function planned(place: Place): Promise<{ path: string }> {
  const { path, body } = await planning(place);
  const { api } = place.people['police-officer'];
  const answer = await api.post<{ id: string }>(path, { key: true, body });
  return { path: `${path}/${answer.body.id}` };
}

/** Planning of speed checks. */
export const plannerTable: readonly Line[] = [
  {
    route: 'GET /api/v1/planner/{municipality}/stretches',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/stretches` }),
  },
  {
    route: 'GET /api/v1/planner/{municipality}/settings',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/settings` }),
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/weights',
    own: police,
    foreign: notThere,
    call: async ({ app, municipality: { id, slug } }) => {
      const [row] = await app.dataSource.query<{ version: number }[]>(
        'SELECT version FROM planner_settings WHERE municipality_id = $1',
        [id],
      );
      return {
        path: `/planner/${slug}/weights`,
        body: { version: row?.version ?? 0, weights: DEFAULT_WEIGHTS },
      };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/weight-previews',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({
      path: `/planner/${slug}/weight-previews`,
      body: { weights: DEFAULT_WEIGHTS },
    }),
  },
  {
    route: 'GET /api/v1/planner/{municipality}/stretches/{id}',
    own: police,
    foreign: notThere,
    call: async (place) => ({ path: (await stretchIn(place)).path }),
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/stretches/{id}/name',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await stretchIn(place);
      return { path: `${path}/name`, body: { version, name: 'Vid kyrkan' } };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/splits',
    own: '401 201 403 403 403',
    foreign: notThere,
    call: async (place) => {
      const { path, version, references } = await stretchIn(place);
      return { path: `${path}/splits`, key: true, body: { version, wishes: references } };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/merges',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const stretches = await split(place);
      return {
        path: `${stretches.path}/merges`,
        key: true,
        body: { version: stretches.version, stretches: [stretches.other] },
      };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/undoings',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const { path, version, event } = await split(place);
      return { path: `${path}/undoings`, key: true, body: { version, event } };
    },
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/stretches/{id}/suitability',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const { path, version } = await stretchIn(place);
      const body = {
        version,
        safePlace: true,
        limitChangeMetres: 400,
        roadKeeper: 'state',
        note: 'En ficka.',
      };
      return { path: `${path}/suitability`, body };
    },
  },
  {
    route: 'POST /api/v1/planner/{municipality}/stretches/{id}/alternatives',
    own: police,
    foreign: notThere,
    call: arranging,
  },
  {
    route: 'POST /api/v1/planner/{municipality}/alternatives/{id}/results',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const { path, body: given } = await arranging(place);
      const { api } = place.people['police-officer'];
      const { body } = await api.post<AlternativeOutcome>(path, { key: true, body: given });
      const id = body.alternative?.id ?? '';
      return {
        path: `/planner/${place.municipality.slug}/alternatives/${id}/results`,
        key: true,
        body: { version: 1, state: 'done', publicText: 'Det är gjort.' },
      };
    },
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/plan',
    own: police,
    foreign: notThere,
    call: async (place) => ({
      path: `/planner/${place.municipality.slug}/plan`,
      body: { on: true, version: (await settingsOf(place)).version },
    }),
  },
  {
    route: 'GET /api/v1/planner/{municipality}/weeks/{week}',
    own: police,
    foreign: notThere,
    call: ({ municipality: { slug } }) => ({ path: `/planner/${slug}/weeks/2026-11-26` }),
  },
  {
    route: 'POST /api/v1/planner/{municipality}/checks',
    own: '401 201 403 403 403',
    foreign: notThere,
    call: planning,
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/checks/{id}',
    own: police,
    foreign: notThere,
    call: async (place) => {
      const { path } = await planned(place);
      return { path, body: { version: 1, plannedOn: '2026-11-27', fromHour: 8, toHour: 9 } };
    },
  },
  {
    route: 'PUT /api/v1/planner/{municipality}/checks/{id}/cancelled',
    own: police,
    foreign: notThere,
    call: async (place) => ({ path: `${(await planned(place)).path}/cancelled`, body: { version: 1 } }),
  },
];
