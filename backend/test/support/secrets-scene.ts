import type { YearlyWheel } from '@lofteskartan/shared/contracts/yearly-wheel';
import type { StaffActivity } from '@lofteskartan/shared/contracts/activities';
import type { PhotoUploadReceipt, ProposalReceipt } from '@lofteskartan/shared/contracts/proposals';
import type { TriageProposal } from '@lofteskartan/shared/contracts/triage';
import { Secrets } from '../../src/platform/security/secrets.js';
import { ContactSecrets } from '../../src/proposals/contact-secrets.js';
import { stockholmDate } from '../../src/platform/dates.js';
import { SubscriptionSecrets } from '../../src/subscriptions/subscription-secrets.js';
import { type Caller, photoForm, Place } from './access-scene.js';
import { tellTheWaysIn } from './account-secrets.js';
import type { Api } from './api.js';
import type { TestApp } from './app.js';
import { mend } from './mended.js';
import { done } from './done.js';
import type { IdentityProvider } from './identity-provider.js';
import { makeMunicipality, type TestMunicipality } from './municipality.js';
import { tellThePlan } from './plan-secrets.js';
import { makeCommitment, type TestCommitment } from './promise.js';
import { tellADraftOfThePromise } from './promise-secrets.js';
import { type DialogueScene, tellOfDialogues } from './secrets-scene-dialogues.js';
import { tellTheWalks } from './walk-secrets.js';
import { northOf } from './proposal.js';

/** The root of every secret word, so that a search for it would find them all. */
export const secretRoot = 'zyxhemlig';

/**
 * A municipality whose people have told each other a great deal that the public may not know. Each secret is a text that stands
 * nowhere else; `secrets` names them.
 */
export class SecretsScene {
  readonly secrets = new Map<string, string>();
  /** The numbers of all proposals, whatever became of them. */
  readonly references: string[] = [];
  readonly photoIds: string[] = [];
  /** Where the police read their plan. */
  readonly plannerAddresses: string[] = [];
  /** Places of the inventory, public or not, and their photos. */
  readonly placeReferences: string[] = [];
  readonly placePhotoIds: string[] = [];
  /** Safety walks, published or not. */
  readonly walkReferences: string[] = [];
  /** Public dialogues, drafts among them. */
  dialogues: DialogueScene;
  /** A photo that is public, covered in part: its id, which it was fetched by before, and its address now. */
  coveredPhoto = { id: '', address: '' };
  /** A photo that was public until it was marked as secret: its id, by which it was fetched, and its address now. */
  secretPhoto = { id: '', address: '' };
  /** What somebody told by telephone, and the body that has it. */
  called = { reference: '', bodyId: '' };

  draft: TestMunicipality;
  draftCommitment: TestCommitment;

  private constructor(
    readonly app: TestApp,
    readonly place: Place,
  ) {}

  static async make(app: TestApp, provider: IdentityProvider): Promise<SecretsScene> {
    const scene = new SecretsScene(app, await Place.make(app));
    await scene.prepareADraft();
    await scene.tellTheProposals();
    await scene.tellTheStaffsWork();
    await scene.tellWhatIsKept();
    await scene.tellTheNeighbour();
    await scene.tellTheBodies();
    await scene.tellThePolice();
    await scene.tellThePlaces();
    await scene.tellThePeople();
    const word = (name: string) => scene.word(name);
    scene.add(await tellADraftOfThePromise(scene.place, word));
    scene.add(await tellTheWaysIn(scene.place, provider, word));
    return scene;
  }

  private add(secrets: ReadonlyMap<string, string>): void {
    for (const [name, secret] of secrets) this.secrets.set(name, secret);
  }

  private word(name: string): string {
    const word = `${secretRoot}${name}`;
    this.secrets.set(name, word);
    return word;
  }

  /** A municipality that is not open yet: its names, its contacts and its promise are for its staff alone. */
  private async prepareADraft(): Promise<void> {
    const { dataSource } = this.app;
    this.draft = await makeMunicipality(dataSource);
    const { id, slug } = this.draft;
    const contacts = [
      { role: { sv: this.word('utkastkontakt'), en: 'Draft' }, how: this.word('utkastnummer') },
    ];
    await dataSource.query(
      `UPDATE municipalities SET opened_at = NULL, name = $2, short_name = $3, contacts = $4 WHERE id = $1`,
      [id, this.word('utkastnamn'), this.word('utkastkort'), JSON.stringify(contacts)],
    );
    this.secrets.set('the draft', slug);
    this.draftCommitment = await makeCommitment(dataSource, this.draft);
    this.secrets.set('the commitment of the draft', this.draftCommitment.id);
  }

  private as(caller: Caller): Api {
    return caller === 'anonymous' ? this.app.api() : this.place.people[caller].api;
  }

  /** Exact digits that no rounding to a grid would keep. */
  private position(name: string, metresNorth: number): [number, number] {
    const [lng, lat] = northOf(this.place.municipality.center, metresNorth);
    const exact: [number, number] = [
      Number((lng + 0.0001234).toFixed(7)),
      Number((lat + 0.0000567).toFixed(7)),
    ];
    this.secrets.set(`${name}: longitude`, String(exact[0]));
    this.secrets.set(`${name}: latitude`, String(exact[1]));
    return exact;
  }

  private async sends(body: object): Promise<ProposalReceipt> {
    const api = this.app.api();
    const number = this.references.length;
    const { reference, followToken, ...rest } = await done<ProposalReceipt>(
      api.post('/proposals', {
        key: this.word(`key${number}`),
        body: { ...body, contact: this.contact(number) },
      }),
    );
    this.references.push(reference);
    this.secrets.set(`the follow token of ${reference}`, followToken);
    for (const [name, value] of api.cookies)
      this.secrets.set(`the cookie ${name} of ${reference}`, value.split('.')[0] ?? value);
    return { reference, followToken, ...rest };
  }

  private contact(number: number): { email: string; name: string } {
    return { email: `${this.word(`adress${number}`)}@example.org`, name: this.word(`namn${number}`) };
  }

  private async work(caller: Caller, reference: string, what: string, body: object): Promise<void> {
    await done(this.as(caller).post(`/triage/proposals/${reference}/${what}`, { body }));
  }

  private async tellTheProposals(): Promise<void> {
    // A road of the place list shows at once, unless it holds a word of the block list.
    const list = [this.word('spärrord'), 'spärrad*'];
    await done(
      this.as('coordinator').put(`/municipalities/${this.place.municipality.slug}/block-list`, {
        body: { version: await this.place.version(), words: list },
      }),
    );
    const check = await this.sends({
      kind: 'speed-check',
      position: this.position('the check', 120),
      description: `Jag ${this.word('ord')} bor här`,
      placeName: `Vid ${this.word('plats')}`,
      details: {
        roadName: this.word('vägen'),
        direction: `mot ${this.word('riktning')}`,
        weekdays: ['mon'],
        hourBands: ['07-09'],
        problems: ['speeding'],
        near: [],
      },
    });
    const form = await photoForm();
    const photos = await done<PhotoUploadReceipt>(
      this.app
        .api()
        .post(`/proposals/${check.reference}/photos`, { key: true, followToken: check.followToken, form }),
    );
    this.photoIds.push(...photos.items.map(({ id }) => id));
    for (const id of this.photoIds) this.secrets.set(`the photo ${id}`, id);

    await done(
      this.app.api().post(`/proposals/${check.reference}/reports`, {
        key: true,
        body: { reason: 'names-a-person', text: `${this.word('anmälan')} spärradanmälan` },
      }),
    );
    await this.sends({
      kind: 'dark-place',
      position: this.position('the dark place', 900),
      description: this.word('mörker'),
      details: { causes: ['lamp-broken'], when: ['dark'], safetyNow: 2, lampNumber: this.word('lampa') },
    });
    await this.sends({
      kind: 'dark-place',
      position: this.position('the deserted place', 1500),
      description: this.word('ödslighet'),
      details: { causes: ['deserted'], when: [] },
    });
    await done(
      this.app.api().post('/proposals', {
        key: true,
        body: { ...this.darkPlace('karantän', 1800), homepage: 'https://spam.example' },
      }),
    );
    await done(
      this.app.api().post(`/proposals/${check.reference}/reports`, {
        key: true,
        body: { reason: 'other', text: this.word('maskinanmälan'), homepage: 'https://spam.example' },
      }),
    );
    await this.sends({
      kind: 'idea',
      municipality: this.place.municipality.slug,
      description: this.word('idé'),
      details: { topic: 'safety' },
    });

    const kept = await this.sends({ ...this.darkPlace('keptplace', 2100) });
    await this.work('case-officer', kept.reference, 'publication', {
      text: 'keep-back',
      reason: this.word('skäl'),
    });
    const hidden = await this.sends({ ...this.darkPlace('hiddenplace', 2700) });
    await this.work('case-officer', hidden.reference, 'publication', { text: 'release' });
    await this.work('case-officer', hidden.reference, 'moves', {
      to: 'hidden',
      version: 2,
      note: this.word('gömd'),
    });
    const withdrawn = await this.sends({ ...this.darkPlace('withdrawnplace', 3300) });
    await this.work('case-officer', withdrawn.reference, 'publication', { text: 'release' });
    const { followToken } = withdrawn;
    await done(this.app.api().post('/follow/withdraw', { body: {}, followToken }));
    await this.talk();
  }

  /** What sender and staff say to each other about what has ended, and about what has not. */
  private async talk(): Promise<void> {
    const asked = await this.sends({ ...this.darkPlace('askedplace', 3900) });
    await this.work('case-officer', asked.reference, 'moves', { to: 'under-review', version: 1 });
    const question = { to: 'awaiting-reply', publicText: this.word('fråga') };
    await this.work('case-officer', asked.reference, 'moves', { ...question, version: 2 });
    const reply = this.word('svaret');
    await done(
      this.app
        .api()
        .post('/follow/replies', { key: true, body: { text: reply }, followToken: asked.followToken }),
    );
    const ended = await this.sends({ ...this.darkPlace('endedplace', 4500) });
    const neighbour = this.app.api();
    await done(neighbour.post(`/proposals/${ended.reference}/support`, { key: true, body: {} }));
    const staff = this.as('case-officer');
    const { position } = await done<TriageProposal>(staff.get(`/triage/proposals/${ended.reference}`));
    if (!position) throw new Error('A dark place without a position');
    await mend(staff, {
      municipality: this.place.municipality.slug,
      position,
      proposals: [ended.reference],
      name: this.word('lagad plats'),
      doneOn: stockholmDate(this.app.clock.now()),
    });
    const said = { helped: 'no', text: this.word('grannens missnöje'), safetyNow: 1 };
    await done(neighbour.put(`/proposals/${ended.reference}/support/outcome`, { body: said }));
    const told = { helped: 'no', text: this.word('missnöje'), safetyNow: 1 };
    await done(this.app.api().put('/follow/outcome', { body: told, followToken: ended.followToken }));
  }

  private darkPlace(name: string, metresNorth: number): object {
    const position = this.position(name, metresNorth);
    return {
      kind: 'dark-place',
      position,
      description: this.word(name),
      details: { causes: ['stairs'], when: [] },
    };
  }

  private async tellTheStaffsWork(): Promise<void> {
    const [check = '', dark = ''] = this.references;
    const { commitment } = this.place;
    await this.work('police-officer', check, 'contact-openings', {});
    await this.tellTheContacts(check);
    await this.work('case-officer', check, 'notes', { text: this.word('anteckning') });
    await this.work('case-officer', dark, 'corrections', {
      reason: this.word('rättelse'),
      placeName: this.word('rättplats'),
    });
    await this.work('case-officer', check, 'moves', {
      to: 'committed',
      version: 1,
      commitmentId: commitment.id,
    });
    await this.work('police-officer', check, 'moves', { to: 'planned', version: 2, note: this.word('plan') });

    const log = (caller: Caller, more: object) =>
      done<StaffActivity>(
        this.as(caller).post('/activities', {
          key: true,
          body: { ...this.place.activity(caller), proposalReferences: [check], ...more },
        }),
      );
    const unreleased = await log('police-officer', {
      publicText: this.word('insats'),
      position: this.position('the check that was made', 140),
      result: { measured: 48_761, reported: 7, topSpeed: 199 },
    });
    this.secrets.set('measured in secret', '"measured":48761');
    this.secrets.set('the secret activity', unreleased.id);
    await done(this.as('coordinator').post(`/activities/${unreleased.id}/confirm`));
    await log('coordinator', { publicText: this.word('ouppdrag'), sourceNote: this.word('källa') });
  }

  /** What a human took out of words that are public, and what was made secret after it was. */
  private async tellWhatIsKept(): Promise<void> {
    const edited = await this.sends({ ...this.darkPlace('editedplace', 5100) });
    await this.work('case-officer', edited.reference, 'publication', { text: 'release' });
    await this.work('case-officer', edited.reference, 'edited-words', {
      version: 2,
      description: 'Någon har skrivit här.',
      reason: this.word('redigeringsskäl'),
    });
    await this.coverAPhoto(edited);
    await this.markAPhoto(edited);
    const marked = await this.sends({ ...this.darkPlace('secretplace', 5700) });
    await this.work('case-officer', marked.reference, 'publication', { text: 'release' });
    const record = { version: 0, secrecyGround: this.word('lagrum'), registryNumber: this.word('diarium') };
    await done(this.as('case-officer').put(`/triage/proposals/${marked.reference}/record`, { body: record }));
  }

  /** Somebody calls; what they say goes to a body, which answers. */
  private async tellTheBodies(): Promise<void> {
    const { slug } = this.place.municipality;
    const phone = '070-555 12 34';
    this.secrets.set('the telephone number', phone);
    const { reference, followToken } = await done<ProposalReceipt>(
      this.as('case-officer').post('/registrations', {
        key: true,
        body: {
          ...this.darkPlace('calledplace', 5400),
          source: 'phone',
          contact: { phone, name: this.word('ringde') },
        },
      }),
    );
    this.secrets.set(`the follow token of ${reference}`, followToken);
    const body = await done<{ id: string; name: string }>(
      this.as('coordinator').post(`/municipalities/${slug}/bodies`, {
        key: true,
        body: {
          kind: 'road-association',
          name: 'Grusvägens samfällighet',
          email: `${this.word('bolag')}@example.org`,
          how: this.word('ordning'),
          lamps: true,
          web: 'https://grusvagen.example/fel',
        },
      }),
    );
    await this.work('case-officer', reference, 'fault-reports', {
      body: body.name,
      number: this.word('felnummer'),
    });
    await this.work('case-officer', reference, 'moves', {
      to: 'referred',
      version: 1,
      publicText: 'Det är deras väg.',
      bodyId: body.id,
      responsible: body.name,
      asked: this.word('begäran'),
    });
    const [row] = await this.app.dataSource.query<{ id: string }[]>('SELECT id FROM referrals');
    const token = this.app.get(Secrets).sign('referral-answer', row?.id ?? '');
    this.secrets.set('the link of the body', token);
    await done(
      this.app.api().post('/referral-answers', { key: true, body: { token, text: this.word('kroppens') } }),
    );
    this.called = { reference, bodyId: body.id };
  }

  /** A public place with what only staff know of it, and one that nobody but staff knows of at all. */
  private async tellThePlaces(): Promise<void> {
    const [, dark = ''] = this.references;
    const { municipality } = this.place;
    const make = (name: string, metresNorth: number, more: object) =>
      done<{ reference: string; version: number }>(
        this.as('case-officer').post('/inventory/places', {
          key: true,
          body: {
            municipality: municipality.slug,
            name,
            position: this.position(`the inventory’s ${name}`, metresNorth),
            causes: ['underpass'],
            when: [],
            seasons: [],
            lampNumbers: [this.word(`stolpe${metresNorth}`)],
            note: this.word(`platsanteckning${metresNorth}`),
            ...more,
          },
        }),
      );
    const { reference, version } = await make('Tunneln', 620, { isPublic: true, proposals: [dark] });
    const measure = {
      version,
      kind: 'new-lamp',
      isPublic: false,
      text: this.word('åtgärd'),
      plannedOn: '2027-03-14',
    };
    await done(
      this.as('case-officer').post(`/inventory/places/${reference}/measures`, { key: true, body: measure }),
    );
    this.secrets.set('the day of a measure that only staff know of', '2027-03-14');
    const sending = { key: true, query: { light: 'night' }, form: await photoForm() } as const;
    await done(this.as('case-officer').post(`/inventory/places/${reference}/photos`, sending));
    const [photo] = await this.app.dataSource.query<{ id: string }[]>('SELECT id FROM inventory_photos');
    this.secrets.set('the photo of a place that nobody released', photo?.id ?? '');
    await this.tellTheWheel(reference);
    const hidden = await make(this.word('platsnamn'), 680, { isPublic: false });
    this.secrets.set('a place that is not public', hidden.reference);
    this.placeReferences.push(reference, hidden.reference);
    this.placePhotoIds.push(photo?.id ?? '');
    const walks = await tellTheWalks(this.as('case-officer'), municipality.slug, this.placeReferences, {
      word: (name) => this.word(name),
      position: (name) => this.position(name, 740),
    });
    this.walkReferences.push(...walks.references);
    this.add(walks.secrets);
    const makers = {
      word: (name: string) => this.word(name),
      position: (name: string) => this.position(name, 800),
    };
    this.dialogues = await tellOfDialogues(this.place, makers, hidden.reference);
    this.add(this.dialogues.secrets);
  }

  /** What recurs at a public place, and that it was done. */
  private async tellTheWheel(place: string): Promise<void> {
    const { api } = this.place.people['case-officer'];
    const recurring = {
      municipality: this.place.municipality.slug,
      kind: 'cutting',
      title: this.word('återkommande'),
      unit: 'month',
      due: [5],
      everyYears: 1,
      startsOn: '2026-01-01',
      places: [place],
      note: this.word('hjulanteckning'),
    };
    const { items } = await done<YearlyWheel>(
      api.post('/inventory/wheel/items', { key: true, body: recurring }),
    );
    const occurrence = { year: 2026, number: 5, doneOn: '2026-05-13', asMeasures: false };
    const path = `/inventory/wheel/items/${items[0]?.id ?? ''}/occurrences`;
    await done(api.post(path, { key: true, body: { ...occurrence, note: this.word('hjulrapport') } }));
    this.secrets.set('what recurs', items[0]?.id ?? '');
  }

  /** Everybody confirms, and a supporter leaves an address too. */
  private async tellTheContacts(check: string): Promise<void> {
    await done(
      this.app.api().post(`/proposals/${check}/support`, { key: true, body: { contact: this.contact(99) } }),
    );
    const secrets = this.app.get(ContactSecrets);
    for (const { id } of await this.app.dataSource.query<{ id: string }[]>(
      'SELECT id FROM proposal_contacts',
    )) {
      const [token, stop] = [secrets.linkToken('contact-confirm', id), secrets.linkToken('contact-stop', id)];
      await done(this.app.api().post('/contact-confirmations', { body: { token } }));
      this.secrets.set(`the contact ${id}`, id);
      this.secrets.set(`the link to confirm ${id}`, token);
      this.secrets.set(`the link to stop ${id}`, stop);
      await done(this.app.api().post(`/contact-stops/${stop}`));
    }
  }

  /** A neighbour watches the surroundings of a home. */
  /** A photo that everyone sees in part: where its original lies is for nobody to know. */
  private async coverAPhoto({ reference, followToken }: ProposalReceipt): Promise<void> {
    const path = `/proposals/${reference}/photos`;
    const sending = { key: true, followToken, form: await photoForm() } as const;
    const { items } = await done<PhotoUploadReceipt>(this.app.api().post(path, sending));
    const id = items[0]?.id ?? '';
    await this.work('case-officer', reference, 'publication', { photos: [{ id, decision: 'release' }] });
    const regions = [{ x: 0.0123456, y: 0, width: 0.5, height: 0.5 }];
    const covering = { key: true, body: { version: 4, regions } } as const;
    await done(this.as('case-officer').post(`/triage${path}/${id}/redactions`, covering));
    const [photo] = await this.app.dataSource.query<{ original: string; address: string }[]>(
      'SELECT original_file_key AS original, address FROM proposal_photos WHERE id = $1',
      [id],
    );
    this.coveredPhoto = { id, address: photo?.address ?? '' };
    this.secrets.set('the original of a covered photo', photo?.original ?? '');
    this.secrets.set('where a photo is covered', '0.0123456');
  }

  /** A photo that everyone saw, until it was marked as secret. */
  private async markAPhoto({ reference, followToken }: ProposalReceipt): Promise<void> {
    const path = `/proposals/${reference}/photos`;
    const sending = { key: true, followToken, form: await photoForm() } as const;
    const { items } = await done<PhotoUploadReceipt>(this.app.api().post(path, sending));
    const id = items[0]?.id ?? '';
    await this.work('case-officer', reference, 'publication', { photos: [{ id, decision: 'release' }] });
    const marked = await done<TriageProposal>(
      this.as('case-officer').put(`/triage${path}/${id}/secrecy`, {
        body: { version: 6, ground: this.word('bildlagrum') },
      }),
    );
    const { url } = marked.photos.find((photo) => photo.id === id) ?? { url: '' };
    this.secretPhoto = { id, address: url.split('/').at(-1) ?? '' };
    this.photoIds.push(id, this.secretPhoto.address);
    this.secrets.set('the secret photo', id);
    this.secrets.set('the address of the secret photo', this.secretPhoto.address);
  }

  private async tellTheNeighbour(): Promise<void> {
    await done(
      this.app.api().post('/subscriptions', {
        key: true,
        body: {
          municipality: this.place.municipality.slug,
          position: this.position('the home of a neighbour', 60),
          email: `${this.word('grannens')}@example.org`,
          frequency: 'at-once',
          language: 'sv',
        },
      }),
    );
    const secrets = this.app.get(SubscriptionSecrets);
    for (const { id } of await this.app.dataSource.query<{ id: string }[]>('SELECT id FROM subscriptions')) {
      const token = secrets.token('subscription', id);
      this.secrets.set(`the subscription ${id}`, id);
      this.secrets.set(`the link of the subscription ${id}`, token);
      await done(this.app.api().post('/subscription-confirmations', { body: { token } }));
    }
  }

  /** What the police plan, for themselves. */
  private async tellThePolice(): Promise<void> {
    const today = stockholmDate(this.app.clock.now());
    const word = (name: string) => this.word(name);
    const { addresses, secrets } = await tellThePlan(
      this.as('police-officer'),
      this.place.municipality.slug,
      today,
      word,
    );
    this.plannerAddresses.push(...addresses);
    this.add(secrets);
  }

  private async tellThePeople(): Promise<void> {
    for (const [role, { staff, api }] of Object.entries(this.place.people)) {
      this.secrets.set(`the name of the ${role}`, staff.name);
      this.secrets.set(`the address of the ${role}`, staff.email);
      this.secrets.set(`the account of the ${role}`, staff.accountId);
      for (const [name, value] of api.cookies) this.secrets.set(`the cookie ${name} of the ${role}`, value);
    }
    const body = { email: 'nobody@example.org', password: this.word('lösenord') };
    await this.app.api().post('/sessions', { body });
  }

  /** The secrets that stand in a text, by name. */
  foundIn(text: string): string[] {
    const lower = text.toLowerCase();
    const plain = [lower, decoded(lower)];
    return [...this.secrets]
      .filter(([, secret]) => plain.some((each) => each.includes(secret.toLowerCase())))
      .map(([name]) => name);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
