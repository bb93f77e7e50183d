import type { JSX } from 'preact';
import type { ConversationView } from '../../shared/frames';
import { Portrait, t, visit } from '../late/kit';

/** The way back to earlier conversations, the latest first. */
export function Past(): JSX.Element | null {
  const known = [...visit.live.list.value.values()].sort((a, b) => (b.lastAt ?? '').localeCompare(a.lastAt ?? ''));
  if (!known.length) return null;
  return (
    <section class="card">
      <h2>{t('yours')}</h2>
      {known.map((view) => (
        <PastRow key={view.id} view={view} />
      ))}
    </section>
  );
}

function PastRow({ view }: { readonly view: ConversationView }): JSX.Element {
  const state = view.status === 'closed' ? t('closed') : t('waiting');
  return (
    <button
      class="row"
      aria-current={visit.current.value === view.id ? 'true' : undefined}
      onClick={() => visit.show(view.id)}
    >
      <Portrait who={view.agent} />
      <span class="grow">
        <span class="cut">{view.agent?.name ?? visit.panel.config.name ?? t('team')}</span>
        <small class="cut">{view.preview || state}</small>
      </span>
      {view.unread > 0 ? (
        <span class="badge" role="img" aria-label={t('unread', { count: view.unread })}>
          {view.unread}
        </span>
      ) : (
        view.lastAt && <small>{t.day(view.lastAt)}</small>
      )}
    </button>
  );
}
