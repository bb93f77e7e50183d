/**
 * The service worker of a site's panel: shows what the desk says while no page of it is open, and opens the conversation. It caches
 * nothing and stands in no request's way.
 */
interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Pushed extends Extended {
  readonly data: { json(): unknown } | null;
}
interface Clicked extends Extended {
  readonly notification: Notification;
}
interface Page {
  readonly url: string;
  navigate(url: string): Promise<Page | null>;
  focus(): Promise<Page>;
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<Page | null>;
  };
  addEventListener(type: 'push', listener: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
  addEventListener(type: 'activate', listener: (event: Extended) => void): void;
}

const worker = self as unknown as Worker;
const { registration, clients } = worker;

// Only pages of its own can be led to a conversation.
worker.addEventListener('activate', (event) => event.waitUntil(clients.claim()));

worker.addEventListener('push', (event) => {
  const { title, conversation } = event.data?.json() as { title: string; conversation: string };
  // A later answer takes the place of the one before it.
  event.waitUntil(registration.showNotification(title, { tag: conversation, data: conversation }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(`${registration.scope}?${event.notification.data}`));
});

async function show(address: string): Promise<unknown> {
  const [page] = await clients.matchAll({ type: 'window' });
  try {
    return await (page && (await page.navigate(address)))?.focus() ?? (await clients.openWindow(address));
  } catch {
    return clients.openWindow(address);
  }
}
