import type { SupporterOutcome } from '@lofteskartan/shared/contracts/supporter-outcomes';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { stockholmDate } from '../../src/platform/dates.js';
import { ContactSecrets, type ContactLink } from '../../src/proposals/contact-secrets.js';
import type { Api } from './api.js';
import type { Place } from './access-scene.js';
import type { Line } from './access-table.js';
import { mend } from './mended.js';
import { submitProposal } from './proposal.js';

const everyone = '200 200 200 200 200';
const wrong = '404 404 404 404 404';

/** Routes that mean the same for every municipality, and for everyone. */
const open = (route: string, call: Line['call'], expected = everyone): Line => ({
  route,
  own: expected,
  foreign: expected,
  call,
});

/** A proposal whose place was mended, and a device that supports it. */
async function supported(place: Place, contact?: object): Promise<{ reference: string; device: Api }> {
  const { reference } = await submitProposal(place.app, {
    kind: 'dark-place',
    position: place.municipality.center,
  });
  const device = place.app.api();
  await device.post(`/proposals/${reference}/support`, { key: true, body: contact ? { contact } : {} });
  await mend(place.people['case-officer'].api, {
    municipality: place.municipality.slug,
    position: place.municipality.center,
    proposals: [reference],
    name: 'Trappan',
    doneOn: stockholmDate(place.app.clock.now()),
  });
  return { reference, device };
}

/** The token of a link that the mails to a supporter hold. */
async function tokenOf(place: Place, link: ContactLink): Promise<string> {
  const { reference } = await supported(place, { email: 'stod@example.org' });
  const [row] = await place.app.dataSource.query<{ id: string }[]>(
    `SELECT c.id FROM proposal_contacts c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1 AND c.role = 'supporter'`,
    [reference],
  );
  return place.app.get(ContactSecrets).linkToken(link, row?.id ?? '');
}

const byLink = (path: string, link: ContactLink, more: object = {}): readonly Line[] => [
  open(`POST /api/v1${path}`, () => ({ path, body: { token: 'x'.repeat(40), ...more } }), wrong),
  {
    ...open(`POST /api/v1${path}`, async (place) => ({
      path,
      body: { token: await tokenOf(place, link), ...more },
    })),
    and: 'the supporter’s token',
  },
];

/** A proposal that staff registered for a resident, and answered. */
async function registered(place: Place): Promise<string> {
  const { api } = place.people['case-officer'];
  const { body } = await api.post<{ reference: string }>('/registrations', {
    key: true,
    body: {
      kind: 'dark-place',
      source: 'paper',
      position: place.municipality.center,
      details: { causes: ['stairs'], when: [] },
    },
  });
  const moved = { to: 'answered', version: 1, publicText: 'Tack!' };
  await api.post(`/triage/proposals/${body.reference}/moves`, { body: moved });
  return body.reference;
}

/** What supporters say afterwards, and what staff do about it. */
export const supportersTable: readonly Line[] = [
  ...byLink('/supporter-outcome-openings', 'contact-outcome'),
  ...byLink('/supporter-outcomes', 'contact-outcome', { helped: 'yes', safetyNow: 4 }),
  ...byLink('/supporter-outcome-removals', 'contact-outcome'),
  ...byLink('/supporter-data', 'contact-own'),
  open('GET /api/v1/proposals/{reference}/support/outcome', async (place) => {
    const { reference } = await supported(place);
    return { path: `/proposals/${reference}/support/outcome` };
  }),
  // Nobody but the device that supported.
  open(
    'PUT /api/v1/proposals/{reference}/support/outcome',
    async (place) => {
      const { reference } = await supported(place);
      return { path: `/proposals/${reference}/support/outcome`, body: { helped: 'yes' } };
    },
    '409 409 409 409 409',
  ),
  open(
    'DELETE /api/v1/proposals/{reference}/support/outcome',
    async (place) => {
      const { reference } = await supported(place);
      return { path: `/proposals/${reference}/support/outcome` };
    },
    '409 409 409 409 409',
  ),
  {
    route: 'POST /api/v1/triage/proposals/{reference}/outcomes',
    own: '401 200 200 200 403',
    foreign: '401 404 404 404 403',
    call: async (place) => ({
      path: `/triage/proposals/${await registered(place)}/outcomes`,
      body: { helped: 'yes', safetyNow: 4 },
    }),
  },
  {
    route: 'POST /api/v1/triage/proposals/{reference}/supporter-outcome-closings',
    own: '401 200 200 200 403',
    foreign: '401 404 404 404 403',
    call: async (place) => {
      const { reference, device } = await supported(place);
      await device.put<SupporterOutcome>(`/proposals/${reference}/support/outcome`, {
        body: { helped: 'no', text: 'Lika mörkt' },
      });
      const { body } = await place.people['case-officer'].api.get<TriageProposal>(
        `/triage/proposals/${reference}`,
      );
      const outcomes = body.supporterOutcomes.map(({ id }) => id);
      return {
        path: `/triage/proposals/${reference}/supporter-outcome-closings`,
        body: { outcomes, decision: 'seen', note: 'Läst', version: body.version },
      };
    },
  },
];
