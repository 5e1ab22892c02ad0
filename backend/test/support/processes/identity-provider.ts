import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/**
 * A real OpenID provider for tests and journeys, where nobody has a password. It is told on the command line where people go back to, and
 * its port (0 takes a free one). Who signs in is whoever the form names: a name of the list below, or claims as JSON.
 */
const [back = 'http://localhost:3000', port = '0'] = process.argv.slice(2);

interface Person {
  readonly sub: string;
  readonly email?: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly amr?: readonly string[];
  readonly email_verified?: boolean;
  /** How long a code of this person holds. */
  readonly codeSeconds?: number;
}

const people: Readonly<Record<string, Person>> = {
  vera: { sub: 'vera-1', email: 'vera@ale.example', name: 'Vera Lind', groups: ['handlaggare'] },
};

/** Everybody as they last signed in, by the provider's own name for them. */
const known = new Map<string, Person>();

function signedIn(login: string): string {
  const person = login.startsWith('{') ? (JSON.parse(login) as Person) : (people[login] ?? { sub: login });
  known.set(person.sub, person);
  return person.sub;
}

const personOf = (sub: string): Person => known.get(sub) ?? { sub };

const form = (uid: string) => `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Inloggning</title>
<main><h1>Kommunens inloggning</h1><form method="post" action="/interaction/${uid}">
<label>Användarnamn <input name="login" autocomplete="username"></label> <button>Logga in</button>
<button name="no" value="1">Avbryt</button></form></main></html>`;

/** The provider's own page would fetch a font from elsewhere. */
function logoutSource(context: { body: string }, signOutForm: string): void {
  context.body = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Logga ut</title><main>
<h1>Logga ut från kommunen?</h1>${signOutForm}
<button form="op.logoutForm" name="logout" value="yes">Ja, logga ut</button></main></html>`;
}

async function interaction(provider: Provider, request: IncomingMessage, response: ServerResponse) {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(form(uid));
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const given = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  const result = given.has('no')
    ? { error: 'access_denied', error_description: 'The person said no' }
    : { login: { accountId: signedIn(given.get('login') ?? '') } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const server = createServer();
server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lofteskartan',
        client_secret: 'a secret of the tests, of which nobody else knows',
        redirect_uris: [`${back}/arbete/logga-in/svar`],
        post_logout_redirect_uris: [`${back}/arbete/logga-in?utloggad`],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: {
      openid: ['sub', 'amr'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => true },
    cookies: { keys: ['nobody keeps these cookies'] },
    ttl: {
      AuthorizationCode: (_context: unknown, code: { accountId: string }) =>
        personOf(code.accountId).codeSeconds ?? 60,
      AccessToken: 300,
      IdToken: 300,
      Grant: 300,
      Interaction: 300,
      Session: 300,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource } },
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ ...personOf(id) }),
    }),
    // Nobody is asked whether the product may know who they are: it is their employer's.
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string }; requestParamScopes: Set<string> };
    }) => {
      const { client, session, requestParamScopes } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope([...requestParamScopes].join(' '));
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) {
      callback(request, response);
      return;
    }
    interaction(provider, request, response).catch((error: unknown) => {
      response.statusCode = 400;
      response.end(String(error));
    });
  });
  process.stdout.write(`issuer ${issuer}\n`);
});
