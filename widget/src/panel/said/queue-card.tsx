import type { JSX } from 'preact';
import { t, visit } from '../late/kit';

const MINUTE = 60;

/** The visitor's place in line, while there is one, and how long it usually takes. Without enough to go by, nothing is said of time. */
export function QueueCard({ id }: { readonly id: string }): JSX.Element | null {
  const queue = visit.queue.value[id];
  if (!queue || queue.position < 1) return null;
  return (
    <div class="card done" role="status">
      <span class="place" aria-hidden="true">
        {queue.position}
      </span>
      <p>
        <b>{t('place', { count: queue.position })}</b>
        {queue.wait && <small class="wait">{usually(queue.wait)}</small>}
        <small>{t('keepPlace')}</small>
      </p>
    </div>
  );
}

/** A range of seconds as people say it: whole minutes, rather too wide than too narrow. */
export function usually({ low, high }: { readonly low: number; readonly high: number }, say = t): string {
  const from = Math.floor(low / MINUTE);
  const count = Math.max(1, Math.ceil(high / MINUTE));
  if (from < 1) return say('wait.upTo', { count });
  return from < count ? say('wait.range', { from, count }) : say('wait.about', { count });
}
