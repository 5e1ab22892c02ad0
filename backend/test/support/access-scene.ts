import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { StaffFollowUp } from '@lofteskartan/shared/contracts/follow-ups';
import type { PhotoUploadReceipt, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { PROPOSAL_KINDS, type Role, ROLES } from '@lofteskartan/shared/vocabulary';
import sharp from 'sharp';
import { addDays, stockholmDate } from '../../src/platform/dates.js';
import { ContactSecrets } from '../../src/proposals/contact-secrets.js';
import type { Api, ApiAnswer } from './api.js';
import { startTestApp, type TestApp } from './app.js';
import { TestClock } from './clock.js';
import { makeMunicipality, type TestMunicipality } from './municipality.js';
import { makeCommitment, type TestCommitment } from './promise.js';
import { submitProposal } from './proposal.js';
import { makeStaff, makeStaffMember, type TestPerson } from './staff.js';

/** An installation that takes addresses; nothing is sent, since no jobs run. */
export const mailing = { smtpUrl: 'smtp://127.0.0.1:9' } as const;

const senderAddress = 'avsandare@example.org';

/** Who calls: nobody in particular, or somebody with one role in one municipality. */
export type Caller = 'anonymous' | Role;

/** A municipality with people who work there, in which the table's calls find what they are about. */
export class Place {
  private followUps = 0;

  private constructor(
    readonly app: TestApp,
    readonly municipality: TestMunicipality,
    readonly commitment: TestCommitment,
    /** People of this municipality. */
    readonly people: Readonly<Record<Role, TestPerson>>,
    /** A proposal, with its sender's token, whose photo nobody has released. */
    readonly proposal: ProposalReceipt,
    readonly photoId: string,
    /** What the links in mails to the sender of `proposal` hold. */
    readonly contactTokens: { readonly confirm: string; readonly stop: string },
  ) {}

  static async make(app: TestApp): Promise<Place> {
    const municipality = await makeMunicipality(app.dataSource);
    const owners = [municipality.police, municipality.office];
    const commitment = await makeCommitment(app.dataSource, municipality, {
      acceptsKinds: PROPOSAL_KINDS,
      owners,
    });
    const people = {} as Record<Role, TestPerson>;
    for (const role of ROLES) people[role] = await makeStaff(app, role, municipality);
    const proposal = await submitProposal(app, {
      kind: 'speed-check',
      position: municipality.center,
      contact: { email: senderAddress, name: 'Kim' },
    });
    const photo = await app.api().post<PhotoUploadReceipt>(`/proposals/${proposal.reference}/photos`, {
      key: true,
      followToken: proposal.followToken,
      form: await photoForm(),
    });
    if (photo.status !== 201) throw new Error(`No photo: ${String(photo.status)}`);
    const photoId = photo.body.items[0]?.id ?? '';
    const contactTokens = await contactTokensOf(app, proposal.reference);
    return new Place(app, municipality, commitment, people, proposal, photoId, contactTokens);
  }

  /** A proposal that nothing has happened to. */
  freshProposal(): Promise<ProposalReceipt> {
    return submitProposal(this.app, { kind: 'speed-check', position: this.municipality.center });
  }

  /** The ids of reports of `proposal` that nobody has looked at, one of them new. */
  async freshReport(): Promise<string[]> {
    const path = `/proposals/${this.proposal.reference}`;
    await this.done(this.app.api().post(`${path}/reports`, { key: true, body: { reason: 'other' } }), 201);
    const { reports } = await this.done(
      this.people['case-officer'].api.get<TriageProposal>(`/triage${path}`),
      200,
    );
    return reports.filter(({ closing }) => !closing).map(({ id }) => id);
  }

  /** A dark place whose sender left an address. */
  darkPlace(): Promise<ProposalReceipt> {
    const { center: position } = this.municipality;
    return submitProposal(this.app, { kind: 'dark-place', position, contact: { email: 'b@example.org' } });
  }

  /** What a new link to the own proposals of the sender of `proposal` holds. */
  async ownProposalsToken(): Promise<string> {
    await this.done(this.app.api().post('/own-proposal-links', { body: { email: senderAddress } }), 202);
    const [link] = await this.app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM own_proposal_links WHERE used_at IS NULL ORDER BY xmin::text::bigint DESC LIMIT 1',
    );
    return this.app.get(ContactSecrets).ownProposalsToken(link?.id ?? '');
  }

  /** A speed check that the police of this municipality have logged today. */
  async freshActivity(): Promise<StaffActivity> {
    const body = this.activity('police-officer');
    return this.done(this.people['police-officer'].api.post('/activities', { key: true, body }), 201);
  }

  /** The same, confirmed, but not public until its delay has passed. */
  async confirmedActivity(): Promise<StaffActivity> {
    const { id } = await this.freshActivity();
    return this.done(this.people.coordinator.api.post(`/activities/${id}/confirm`), 200);
  }

  /** What begins a follow-up, each of a day of its own. */
  followUpDraft(): { medborgarlofteId: string; asOf: string } {
    const today = stockholmDate(this.app.clock.now());
    const { medborgarlofteId } = this.commitment;
    return { medborgarlofteId, asOf: addDays(today, -this.followUps++) };
  }

  /** A draft in which everything is written. */
  async writtenFollowUp(): Promise<StaffFollowUp> {
    const { api } = this.people.coordinator;
    const drafted = api.post<StaffFollowUp>('/triage/follow-ups', { key: true, body: this.followUpDraft() });
    const { id, version, items } = await this.done(drafted, 201);
    const words = {
      result: 'Vi har gjort det.',
      deviation: 'Vi hann inte allt.',
      nextStep: 'Vi fortsätter.',
    };
    const body = { version, items: items.map(({ commitmentId }) => ({ commitmentId, ...words })) };
    return this.done(api.put(`/triage/follow-ups/${id}`, { body }), 200);
  }

  /** A follow-up that everyone can read. */
  async publishedFollowUp(): Promise<StaffFollowUp> {
    const { id, version } = await this.writtenFollowUp();
    const path = `/triage/follow-ups/${id}/publish`;
    return this.done(this.people.coordinator.api.post(path, { key: true, body: { version } }), 200);
  }

  /** The version of this municipality that its administrators would read now. */
  async version(): Promise<number> {
    return this.versionOf('municipalities', this.municipality.slug);
  }

  /** The same of its office. */
  async organisationVersion(): Promise<number> {
    return this.versionOf('organisations', this.municipality.office.slug);
  }

  private async versionOf(table: 'municipalities' | 'organisations', slug: string): Promise<number> {
    const [row] = await this.app.dataSource.query<{ version: number }[]>(
      `SELECT version FROM ${table} WHERE slug = $1`,
      [slug],
    );
    return row?.version ?? 0;
  }

  /** An account that works in this municipality alone. */
  async freshAccount(): Promise<string> {
    return (await makeStaffMember(this.app.dataSource, 'case-officer', this.municipality)).accountId;
  }

  /** What somebody of a role would log. */
  activity(caller: Caller): object {
    const onBehalf = { onBehalfOf: this.municipality.police.slug, sourceNote: 'Mejl från kommunpolisen' };
    return {
      commitmentId: this.commitment.id,
      occurredOn: stockholmDate(this.app.clock.now()),
      publicText: 'Vi mätte hastigheten.',
      position: this.municipality.center,
      ...(caller === 'coordinator' ? onBehalf : {}),
    };
  }

  private async done<Body>(call: Promise<ApiAnswer<Body>>, status: number): Promise<Body> {
    const answer = await call;
    if (answer.status !== status) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }
}

/** Two municipalities; the callers work in the first, `own`, and have nothing to do with the second, `foreign`. */
export class AccessScene {
  private constructor(
    readonly app: TestApp,
    readonly own: Place,
    readonly foreign: Place,
  ) {}

  static async make(): Promise<AccessScene> {
    const app = await startTestApp({ clock: new TestClock('2026-11-20T12:00:00Z'), config: mailing });
    return new AccessScene(app, await Place.make(app), await Place.make(app));
  }

  /** Somebody of `own` with a session of their own, so that a call that signs out ends nobody else's. */
  async caller(caller: Caller): Promise<Api> {
    if (caller === 'anonymous') return this.app.api();
    return (await makeStaff(this.app, caller, this.own.municipality)).api;
  }
}

/** What the links in mails to the sender of a proposal hold. */
async function contactTokensOf(app: TestApp, reference: string): Promise<{ confirm: string; stop: string }> {
  const [contact] = await app.dataSource.query<{ id: string }[]>(
    'SELECT c.id FROM proposal_contacts c JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1',
    [reference],
  );
  if (!contact) throw new Error('No contact');
  const secrets = app.get(ContactSecrets);
  return {
    confirm: secrets.linkToken('contact-confirm', contact.id),
    stop: secrets.linkToken('contact-stop', contact.id),
  };
}

/** A form with one small picture. */
export async function photoForm(): Promise<FormData> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#245' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('photos', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'bild.jpg');
  return form;
}
