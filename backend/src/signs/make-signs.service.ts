import type { PlaceSign, PlaceSignQuery, StretchSignQuery } from '@lofteskartan/shared/contracts/place-signs';
import { formAddress } from '@lofteskartan/shared/form-address';
import type { Language, ProposalKind } from '@lofteskartan/shared/vocabulary';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PlaceAccess } from '../inventory/place-access.service.js';
import { ReadDarkPlaces } from '../inventory/read-dark-places.service.js';
import { ReadPromisesService } from '../medborgarlofte/read-promises.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import type { MunicipalityRecord } from '../municipalities/municipality-record.js';
import { PublishedStretches } from '../planner/published-stretches.service.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config/config.js';
import { stockholmDate } from '../platform/dates.js';
import { Refused } from '../platform/problem/refused.js';
import type { StaffMember } from '../platform/staff-member.js';
import { drawSign } from './draw-sign.js';
import { footWords, placeWords, promisedAbout, stretchWords, type SignWords } from './sign-words.rules.js';

/** A sign that is drawn. */
export interface DrawnSign {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where a sign leads, below the address of the installation. */
interface SignPaths {
  /** In the QR code. */
  readonly code: string;
  /** In words, for who has no camera. */
  readonly words: string;
}

/**
 * Makes signs to put up at stretches and places: staff order them, and everyone reads them. So they are made of public answers alone, and of
 * the moment in which they are asked for.
 */
@Injectable()
export class MakeSigns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly municipalities: MunicipalityLookup,
    private readonly promises: ReadPromisesService,
    private readonly stretches: PublishedStretches,
    private readonly access: PlaceAccess,
    private readonly places: ReadDarkPlaces,
  ) {}

  /** @throws Refused `not.found`, also when the person is not police there; `sign.nothingPublic` */
  async ofStretch(
    staff: StaffMember,
    slug: string,
    id: string,
    { language = 'sv', road }: StretchSignQuery,
  ): Promise<PlaceSign> {
    const stretch = await this.stretches.one(staff, slug, id);
    if (stretch.wishes === 0) throw new Refused('sign.nothingPublic');
    const name = road?.normalize('NFC').trim() || stretch.road;
    const path = formAddress(stretch.municipality.slug, 'speed-check', stretch.position);
    const to = { code: path, words: path };
    const place = [name, stretch.locality].filter((each) => each !== null).join(', ') || null;
    return this.sign(stretch.municipality, 'speed-check', language, {
      ...stretchWords(stretch, language),
      place,
      to,
    });
  }

  /**
   * The code of a place opens the form with the place chosen; the words below it are the address of its page, short enough to be typed, which
   * follows the place when it is merged. A place that has left the map has no public position, and its code leads to its page.
   * @throws Refused `not.found`, also for a place of a municipality in which the person does not work; `sign.nothingPublic`
   */
  async ofPlace(
    staff: StaffMember,
    reference: string,
    { language = 'sv' }: PlaceSignQuery,
  ): Promise<PlaceSign> {
    const { manager } = this.dataSource;
    const { municipalityId } = await this.access.read(manager, staff, reference);
    const place = await this.places.one(reference).catch((error: unknown) => {
      throw error instanceof Refused ? new Refused('sign.nothingPublic') : error;
    });
    const municipality = await this.municipalities.byId(manager, municipalityId);
    if (!municipality) throw new Error('A place without a municipality');
    const { slug } = municipality;
    const page = `/${slug}/platser/${place.reference}`;
    const form = place.position && formAddress(slug, 'dark-place', place.position);
    return this.sign(municipality, 'dark-place', language, {
      ...placeWords(place.measures, language, form ? 'form' : 'page'),
      place: place.name,
      to: { code: form ?? page, words: page },
    });
  }

  /** A sign to print. */
  async draw(sign: PlaceSign, name: string): Promise<DrawnSign> {
    return { name: `skylt-${name}.pdf`, bytes: await drawSign(sign, this.clock.now()) };
  }

  private async sign(
    { slug, name }: MunicipalityRecord,
    kind: ProposalKind,
    language: Language,
    { to, ...said }: SignWords & Pick<PlaceSign, 'place'> & { readonly to: SignPaths },
  ): Promise<PlaceSign> {
    const { manager } = this.dataSource;
    if (!(await this.municipalities.bySlug(manager, slug))) throw new Refused('sign.nothingPublic');
    const promise = await this.promises.present(slug, { staff: null, language });
    const promised =
      promise && [promise.title, promisedAbout(kind, promise.commitments)].filter(Boolean).join(' · ');
    return {
      language,
      municipality: name,
      promise: promised,
      ...said,
      link: `${this.config.publicUrl}${to.code}`,
      address: `${this.config.publicUrl}${to.words}`,
      foot: footWords(stockholmDate(this.clock.now()), language),
    };
  }
}
