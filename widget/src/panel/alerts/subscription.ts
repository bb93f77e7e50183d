/** Where the browser's service worker of this site lives: it belongs to the site's pages only. */
const scope = (site: string): string => `/chat/${site}`;

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** Whether the visitor could allow it: nobody asks in a frame of another origin, most browsers have said no for the visitor there. */
export function mayAsk(mode: 'frame' | 'page'): boolean {
  return 'PushManager' in window && 'serviceWorker' in navigator && (mode === 'page' || Notification.permission !== 'denied');
}

/** Lets the push service of the browser give out an address, and tells the desk. @throws Error if either does not want to */
export async function subscribe(site: string, key: string, token: () => Promise<string>): Promise<void> {
  const { pushManager } = await worker(site);
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // One that was made with another key is of no use.
  const subscription = await pushManager.subscribe(options).catch(async () => {
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(options);
  });
  const language = document.documentElement.lang;
  await ask(site, 'POST', await token(), JSON.stringify({ ...subscription.toJSON(), language }));
}

/** No more of it, whatever the browser still has. */
export async function unsubscribe(site: string, token: string): Promise<void> {
  await ask(site, 'DELETE', token);
  const registration = await navigator.serviceWorker.getRegistration(scope(site));
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

async function worker(site: string): Promise<ServiceWorkerRegistration> {
  const address = '/widget/worker.js';
  // The page's policy wants to know who makes addresses of scripts.
  const types = (window as { trustedTypes?: TrustedTypes }).trustedTypes;
  const trusted = types?.createPolicy('parley-worker', { createScriptURL: (url) => url }).createScriptURL(address) ?? address;
  const registration = await navigator.serviceWorker.register(trusted, { scope: scope(site) });
  const coming = registration.installing ?? registration.waiting;
  if (!registration.active && coming)
    await new Promise<void>((resolve) => coming.addEventListener('statechange', () => coming.state === 'activated' && resolve()));
  return registration;
}

async function ask(site: string, method: string, token: string, body?: string): Promise<void> {
  const answer = await fetch(`/api/v1/sites/${encodeURIComponent(site)}/notifications`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body && { body }),
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
}
