import type { OidcIssuer } from '../../src/platform/config/oidc-issuers.js';
import { Child } from './child.js';

/** Claims that somebody comes with. */
export type Claimed = Readonly<Record<string, unknown>> & { readonly sub: string };

/** A real OpenID provider in a process of its own. */
export class IdentityProvider {
  private constructor(
    private readonly child: Child,
    readonly issuer: string,
  ) {}

  static async start(back: string): Promise<IdentityProvider> {
    const child = new Child(new URL('./processes/identity-provider.ts', import.meta.url), [back]);
    const said = await child.says(/issuer (\S+)\n/);
    return new IdentityProvider(child, said.replace('issuer ', '').trim());
  }

  /** The setting that makes it a sign-in service. */
  setting(changes: Partial<OidcIssuer> & Pick<OidcIssuer, 'id' | 'name'>): OidcIssuer {
    return {
      issuer: this.issuer,
      clientId: 'lofteskartan',
      clientSecret: 'a secret of the tests, of which nobody else knows',
      scopes: ['openid', 'profile', 'email', 'groups'],
      claims: { email: 'email', name: 'name' },
      memberships: [],
      accounts: 'create',
      trustedDomains: [],
      requiredAmr: null,
      ...changes,
    };
  }

  /**
   * Goes through the provider's pages as a browser of its own would.
   * @param who null presses "Avbryt"
   * @returns the query with which the browser comes back
   */
  async visit(address: string, who: Claimed | null): Promise<string> {
    const browser = new Browser();
    const login = await browser.get(address);
    const page = await browser.get(login);
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`No form in:\n${page}`);
    const body: Record<string, string> = who ? { login: JSON.stringify(who) } : { no: '1' };
    let next = await browser.post(new URL(action, this.issuer).href, body);
    while (next.startsWith(this.issuer)) next = await browser.get(next);
    return new URL(next).search.slice(1);
  }

  stop(): Promise<number | null> {
    return this.child.end();
  }
}

/** Keeps cookies; a redirect is answered with its address, a page with its text. */
class Browser {
  private readonly cookies = new Map<string, string>();

  get(address: string): Promise<string> {
    return this.ask(address, {});
  }

  post(address: string, body: Record<string, string>): Promise<string> {
    return this.ask(address, { method: 'POST', body: new URLSearchParams(body) });
  }

  private async ask(address: string, request: RequestInit): Promise<string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { ...request, headers: { Cookie: cookie }, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.cookies.set(name, value);
    }
    const to = answer.headers.get('Location');
    return to === null ? answer.text() : new URL(to, address).href;
  }
}
