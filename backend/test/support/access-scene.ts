import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { PhotoUploadReceipt, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import { PROPOSAL_KINDS, type Role, ROLES } from '@lofteskartan/shared/vocabulary';
import sharp from 'sharp';
import { stockholmDate } from '../../src/platform/dates.js';
import type { Api, ApiAnswer } from './api.js';
import { startTestApp, type TestApp } from './app.js';
import { TestClock } from './clock.js';
import { makeMunicipality, type TestMunicipality } from './municipality.js';
import { makeCommitment, type TestCommitment } from './promise.js';
import { submitProposal } from './proposal.js';
import { makeStaff, makeStaffMember, type TestPerson } from './staff.js';

/** Who calls: nobody in particular, or somebody with one role in one municipality. */
export type Caller = 'anonymous' | Role;

/** A municipality with people who work there, in which the table's calls find what they are about. */
export class Place {
  private constructor(
    readonly app: TestApp,
    readonly municipality: TestMunicipality,
    readonly commitment: TestCommitment,
    /** People of this municipality. */
    readonly people: Readonly<Record<Role, TestPerson>>,
    /** A proposal, with its sender's token, whose photo nobody has released. */
    readonly proposal: ProposalReceipt,
    readonly photoId: string,
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
    const proposal = await submitProposal(app, { kind: 'speed-check', position: municipality.center });
    const photo = await app.api().post<PhotoUploadReceipt>(`/proposals/${proposal.reference}/photos`, {
      key: true,
      followToken: proposal.followToken,
      form: await photoForm(),
    });
    if (photo.status !== 201) throw new Error(`No photo: ${String(photo.status)}`);
    return new Place(app, municipality, commitment, people, proposal, photo.body.items[0]?.id ?? '');
  }

  /** A proposal that nothing has happened to. */
  freshProposal(): Promise<ProposalReceipt> {
    return submitProposal(this.app, { kind: 'speed-check', position: this.municipality.center });
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
    const app = await startTestApp({ clock: new TestClock('2026-11-20T12:00:00Z') });
    return new AccessScene(app, await Place.make(app), await Place.make(app));
  }

  /** Somebody of `own` with a session of their own, so that a call that signs out ends nobody else's. */
  async caller(caller: Caller): Promise<Api> {
    if (caller === 'anonymous') return this.app.api();
    return (await makeStaff(this.app, caller, this.own.municipality)).api;
  }
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
