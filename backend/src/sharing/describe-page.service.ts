import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReadDarkPlaces } from '../inventory/read-dark-places.service.js';
import { MunicipalityLookup } from '../municipalities/municipality-lookup.js';
import { Config } from '../platform/config/config.js';
import { Refused } from '../platform/problem/refused.js';
import { type KnownPage, type PageHead, PageHeads } from '../platform/static/page-head.js';
import { type PageAddress, pageAddress, pageWords } from './page-address.rules.js';
import { Pictures } from './pictures.service.js';
import { shortened, type ShareWords } from './share-words.rules.js';
import { type Shared, type ShareSubject, ShareSubjects } from './share-subjects.service.js';

/** Writes what each public page says about itself. What is not public, or not there, says nothing of its own. */
@Injectable()
export class DescribePageService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly config: Config,
    private readonly heads: PageHeads,
    private readonly municipalities: MunicipalityLookup,
    private readonly subjects: ShareSubjects,
    private readonly pictures: Pictures,
    private readonly places: ReadDarkPlaces,
  ) {}

  onModuleInit(): void {
    this.heads.register((path) => this.describe(path));
  }

  /** The head of a page, null for the page before all municipalities, `nowhere` for what is not there or not public. */
  async describe(path: string): Promise<KnownPage> {
    if (/^\/*$/.test(path)) return null;
    const address = pageAddress(path);
    if (!address) return 'nowhere';
    try {
      return (await this.headOf(address, path)) ?? 'nowhere';
    } catch (error) {
      if (error instanceof Refused) return 'nowhere';
      throw error;
    }
  }

  private async headOf(address: PageAddress, path: string): Promise<PageHead | null> {
    if (address.page === 'own') {
      const title = 'Löfteskartan';
      const description = 'Den här sidan hör till den som har länken eller är inloggad.';
      return { title, description, canonical: this.config.publicUrl, picture: null, indexed: false };
    }
    const { municipality: slug } = address;
    const municipality = await this.municipalities.bySlug(this.dataSource.manager, slug);
    if (!municipality) return null;
    const place = municipality.shortName;
    switch (address.page) {
      case 'follow-up': {
        const shared = await this.subjects.followUp({ municipality: slug, asOf: address.asOf });
        return this.head(`/${slug}/lofte/uppfoljning/${address.asOf}`, place, shared, [
          'follow-ups',
          shared.id,
        ]);
      }
      case 'proposal': {
        const reference = address.name.toUpperCase();
        const shared = await this.subjects.proposal(reference);
        return this.head(`/${slug}/forslag/${reference}`, place, shared, ['proposals', reference]);
      }
      case 'commitment': {
        const promise = await this.subjects.presentPromise(slug);
        const commitment = promise?.commitments.find((each) => each.slug === address.name);
        if (!commitment) return null;
        const shared = await this.subjects.commitment(commitment);
        return this.head(`/${slug}/lofte/${commitment.slug}`, place, shared, ['commitments', commitment.id]);
      }
      case 'place': {
        const { reference, name, description } = await this.places.one(address.name);
        const promise = await this.subjects.presentPromise(slug);
        const shared = promise && (await this.subjects.promise(promise.id));
        const words = {
          title: name,
          description: description ? shortened(description, 200) : pageWords.platser.description,
        };
        const picture = shared?.picture ?? null;
        return this.head(
          `/${slug}/platser/${reference}`,
          place,
          { words, picture },
          promise && ['medborgarloften', promise.id],
        );
      }
      case 'dialogue': {
        const reference = address.name.toUpperCase();
        const shared = await this.subjects.dialogue(reference);
        return this.head(`/${slug}/dialoger/${reference}`, place, shared, ['medborgardialoger', reference]);
      }
      case 'question': {
        const reference = address.name.toUpperCase();
        const { shared, dialogue } = await this.subjects.question(reference);
        return this.head(`/${slug}/fraga/${reference}`, place, shared, ['medborgardialoger', dialogue]);
      }
      case 'promise':
      case 'municipality': {
        const promise = await this.subjects.presentPromise(slug);
        const shared = promise && (await this.subjects.promise(promise.id));
        const words =
          address.page === 'municipality'
            ? { ...pageWords[address.words], title: pageWords[address.words].title(place) }
            : (shared?.words ?? { ...pageWords[''], title: pageWords[''].title(place) });
        const canonical = path.replace(/\/+$/, '');
        return this.head(
          canonical,
          place,
          { words, picture: shared?.picture ?? null },
          promise && ['medborgarloften', promise.id],
        );
      }
    }
  }

  /** The feed of the municipality, and before it that of the commitment which the page is about. */
  private feedsOf(path: string, place: string): PageHead['feeds'] {
    const address = pageAddress(path);
    if (!address || address.page === 'own') return [];
    const home = `${this.config.publicUrl}/${encodeURIComponent(address.municipality)}`;
    const whole = { title: `Löfteskartan ${place}`, address: `${home}/flode.atom` };
    if (address.page !== 'commitment') return [whole];
    const own = `${home}/lofte/${encodeURIComponent(address.name)}/flode.atom`;
    return [{ title: 'Åtagandet', address: own }, whole];
  }

  private head(
    path: string,
    place: string,
    { words, picture }: { readonly words: ShareWords; readonly picture: Shared['picture'] | null },
    of: readonly [ShareSubject, string] | null,
  ): PageHead {
    const { publicUrl } = this.config;
    const address =
      of &&
      picture &&
      `${publicUrl}/api/v1/share-pictures/${of[0]}/${encodeURIComponent(of[1])}?v=${this.pictures.versionOf(picture)}`;
    return {
      title: words.title.includes(place)
        ? `${words.title} – Löfteskartan`
        : `${words.title} – Löfteskartan ${place}`,
      description: words.description,
      canonical: `${publicUrl}${encodeURI(path)}`,
      picture: picture && address ? { address, alt: this.subjects.altOf(picture) } : null,
      feeds: this.feedsOf(path, place),
      indexed: true,
    };
  }
}
