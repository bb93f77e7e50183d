/**
 * A real OpenID provider on a random port of this machine. Arguments: the client's secret, its redirect URI, and the people as JSON:
 * {"ann": {"email": "…", "email_verified": true, "name": "…"}}. Prints "ready PORT". Whoever is named on its page is signed in.
 */
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [secret, back, peopleJson] = process.argv.slice(2);
const people = JSON.parse(peopleJson);
let handle = (request, response) => response.writeHead(503).end();

const server = createServer((request, response) => handle(request, response));
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address();
  const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: 'parley', client_secret: secret, redirect_uris: [back], response_types: ['code'], grant_types: ['authorization_code'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    cookies: { keys: ['for tests only'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (context, id) => (people[id] ? { accountId: id, claims: () => ({ sub: id, ...people[id] }) } : undefined),
    // nobody is asked what the client may know
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const rest = provider.callback();
  handle = (request, response) => {
    if (!request.url.startsWith('/interaction/')) return rest(request, response);
    interact(provider, request, response).catch((error) => response.writeHead(500).end(String(error)));
  };
  console.log(`ready ${port}`);
});

async function interact(provider, request, response) {
  if (request.method !== 'POST') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<!doctype html><html lang="en"><title>Test provider</title><h1>Test provider</h1><form method="post"><label>Who are you? <input name="login" autofocus></label> <button>Go on</button></form>');
    return;
  }
  let body = '';
  for await (const part of request) body += part;
  const login = new URLSearchParams(body).get('login');
  const result = people[login] ? { login: { accountId: login } } : { error: 'access_denied', error_description: 'unknown' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}
