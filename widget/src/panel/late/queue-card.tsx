import type { JSX } from 'preact';
import { t, visit } from './kit';

/** The visitor's place in line, while there is one. */
export function QueueCard({ id }: { readonly id: string }): JSX.Element | null {
  const queue = visit.queue.value;
  const status = visit.live.list.value.get(id)?.status;
  if (!queue || queue.conversation !== id || status !== 'waiting' || queue.position < 1) return null;
  return (
    <div class="card queue" role="status">
      <span class="place" aria-hidden="true">
        {queue.position}
      </span>
      <p>
        <b>{t('place', { count: queue.position })}</b>
        <small>{t('keepPlace')}</small>
      </p>
    </div>
  );
}
