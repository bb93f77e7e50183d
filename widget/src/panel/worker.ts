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
  postMessage(conversation: string): void;
  focus(): Promise<unknown>;
}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window' }): Promise<readonly Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
  addEventListener(type: 'push', listener: (event: Pushed) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Clicked) => void): void;
  addEventListener(type: 'activate', listener: (event: Extended) => void): void;
}

const worker = self as unknown as Worker;
const { registration, clients } = worker;

// A page that was open before is found, too.
worker.addEventListener('activate', (event) => event.waitUntil(clients.claim()));

worker.addEventListener('push', (event) => {
  const { title, conversation } = event.data?.json() as { title: string; conversation: string };
  // A later answer takes the place of the one before it.
  event.waitUntil(registration.showNotification(title, { tag: conversation, data: conversation }));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data as string));
});

/** In a page that is open, where words may be half written, or in a new one. */
async function show(conversation: string): Promise<unknown> {
  const [page] = await clients.matchAll({ type: 'window' });
  page?.postMessage(conversation);
  return page ? page.focus() : clients.openWindow(`${registration.scope}?${conversation}`);
}
