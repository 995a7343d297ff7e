// Google's client for Node.js signs in, reads to the sync token, follows changes, loses the token and
// revokes. Prints what it saw as JSON.
import { auth, calendar_v3 } from '@googleapis/calendar';

const twin = process.env.TWIN;

const client = new auth.OAuth2({
  clientId: 'node-client',
  clientSecret: 'node-secret',
  redirectUri: 'http://127.0.0.1:9/callback',
  forceRefreshOnFailure: true,
  endpoints: {
    oauth2AuthBaseUrl: `${twin}/google/o/oauth2/v2/auth`,
    oauth2TokenUrl: `${twin}/google/token`,
    oauth2RevokeUrl: `${twin}/google/revoke`,
  },
});

async function control(path, body) {
  await fetch(`${twin}/control/${path}`, { method: 'POST', body: JSON.stringify(body) });
}

async function signIn() {
  const { codeVerifier, codeChallenge } = await client.generateCodeVerifierAsync();
  const url = client.generateAuthUrl({
    access_type: 'offline',
    scope: ['openid', 'https://www.googleapis.com/auth/calendar.events.readonly'],
    code_challenge_method: 'S256',
    code_challenge: codeChallenge,
    login_hint: 'member@example.com',
  });
  const redirect = await fetch(url, { redirect: 'manual' });
  const code = new URL(redirect.headers.get('location')).searchParams.get('code');
  const { tokens } = await client.getToken({ code, codeVerifier });
  client.setCredentials(tokens);
}

const calendar = new calendar_v3.Calendar({ auth: client, rootUrl: `${twin}/` });

async function read(parameters) {
  const items = [];
  let pageToken;
  for (let pages = 1; ; pages++) {
    const { data } = await calendar.events.list({
      calendarId: 'primary',
      singleEvents: true,
      pageToken,
      ...parameters,
    });
    items.push(...data.items);
    pageToken = data.nextPageToken;
    if (!pageToken) return { items, pages, syncToken: data.nextSyncToken };
  }
}

async function failure(call) {
  try {
    await call();
    return 'none';
  } catch (e) {
    return `${e.status ?? e.code}`;
  }
}

await signIn();
const full = await read({ maxResults: 2 });
await control('move-next-meeting?minutes=30', {});
const changes = await read({ syncToken: full.syncToken });
await control('expire-sync-tokens', {});
const dead = await failure(() => read({ syncToken: changes.syncToken }));
await control('expire-access-tokens', {});
const refreshed = await read({ maxResults: 250 });
await client.revokeToken(client.credentials.refresh_token);
const revoked = await failure(() => client.refreshAccessToken());

console.log(
  JSON.stringify({
    pages: full.pages,
    items: full.items.length,
    changed: changes.items.map((it) => it.summary),
    dead,
    refreshed: refreshed.items.length,
    revoked,
  }),
);
