import type { ReplyTemplate } from '@lofteskartan/shared/contracts/reply-templates';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';

const content = {
  name: 'Tack',
  status: 'answered',
  kind: null,
  reason: null,
  organisationId: null,
  text: { sv: 'Tack!', en: 'Thank you!' },
  active: true,
};

async function template({ municipality, people }: Place): Promise<string> {
  const body = { municipality: municipality.slug, ...content };
  const answer = await people.coordinator.api.post<ReplyTemplate>('/triage/reply-templates', {
    key: true,
    body,
  });
  return answer.body.id;
}

/** Words for replies. */
export const templatesTable: readonly Line[] = [
  {
    route: 'POST /api/v1/triage/proposals/{reference}/mail-previews',
    own: '401 200 200 200 403',
    foreign: '401 404 404 404 403',
    call: ({ proposal: { reference } }) => ({
      path: `/triage/proposals/${reference}/mail-previews`,
      body: { to: 'answered', publicText: 'Tack!' },
    }),
  },
  {
    route: 'GET /api/v1/triage/reply-templates',
    own: '401 200 200 200 200',
    foreign: '401 200- 200- 200- 200-',
    call: async (place) => {
      await template(place);
      return { path: '/triage/reply-templates', query: { municipality: place.municipality.slug } };
    },
  },
  {
    route: 'POST /api/v1/triage/reply-templates',
    own: '401 403 403 201 201',
    foreign: '401 403 403 404 404',
    call: ({ municipality: { slug } }) => ({
      path: '/triage/reply-templates',
      key: true,
      body: { municipality: slug, ...content },
    }),
  },
  {
    route: 'PUT /api/v1/triage/reply-templates/{id}',
    own: '401 403 403 200 200',
    foreign: '401 403 403 404 404',
    call: async (place) => ({
      path: `/triage/reply-templates/${await template(place)}`,
      body: { ...content, version: 1 },
    }),
  },
  {
    route: 'GET /api/v1/triage/reply-templates/{id}/versions',
    own: '401 403 403 200 200',
    foreign: '401 403 403 404 404',
    call: async (place) => ({ path: `/triage/reply-templates/${await template(place)}/versions` }),
  },
];
