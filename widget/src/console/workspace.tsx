import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useSignal } from './use-signal';
import { useAround } from './context';
import { ConversationPane } from './conversation';
import { ListPane } from './list';
import { VisitorPane } from './visitor';

/** Three panes: list, conversation, visitor. Below 1024 px the visitor is a drawer, below 640 px one pane shows at a time. */
export function Workspace({ login }: { readonly login: string }): JSX.Element {
  const { desk, t } = useAround();
  const drawer = useSignal(false);
  const id = desk.current.value;
  useKeys();
  return (
    <div class="pw-shell" data-pane={id ? 'talk' : 'list'} data-drawer={drawer.value}>
      <ListPane />
      <section class="pw-talk" aria-label={t('conversation')}>
        <Strip login={login} />
        {id ? <ConversationPane key={id} id={id} onVisitor={() => (drawer.value = !drawer.value)} /> : <Empty />}
      </section>
      {id && <VisitorPane id={id} onClose={() => (drawer.value = false)} />}
    </div>
  );
}

function Strip({ login }: { readonly login: string }): JSX.Element {
  const { desk, t } = useAround();
  const state = desk.live.connection.value;
  const refusal = desk.refusal.value;
  return (
    <div role="status" class="pw-strips">
      {state === 'offline' && <p class="pw-strip">{t('reconnecting')}</p>}
      {state === 'ended' && (
        <p class="pw-strip bad">
          {t('ended')} <a href={login}>{t('signIn')}</a>
        </p>
      )}
      {refusal && state !== 'ended' && (
        <p class="pw-strip bad">{refusal === 'conflict' ? t('refusedConflict') : t('refusedOther', { code: refusal })}</p>
      )}
    </div>
  );
}

function Empty(): JSX.Element {
  const { t } = useAround();
  const keys = [
    ['A', t('keyAccept')],
    ['D', t('keyDecline')],
    ['R', t('keyReply')],
    ['N', t('keyNote')],
    ['J / K', t('keyNext')],
    ['E', t('keyClose')],
  ] as const;
  return (
    <div class="pw-empty">
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyNote')}</p>
      <dl class="pw-keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Single letters act outside of text fields only; with Alt, the two for offers act everywhere. */
function useKeys(): void {
  const { desk } = useAround();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = (event.target as Element | null)?.closest?.('input, textarea, select, [contenteditable], dialog');
      const key = event.altKey ? event.code.replace('Key', '') : event.key.toUpperCase();
      const offer = desk.offers.peek()[0]?.conversation;
      const id = desk.current.peek();
      if (event.ctrlKey || event.metaKey || (event.altKey ? !'AD'.includes(key) : typing)) return;
      const act = {
        A: offer && (() => desk.accept(offer)),
        D: offer && (() => desk.decline(offer)),
        J: () => desk.step(1),
        K: () => desk.step(-1),
        R: id && (() => desk.write(id, { mode: 'reply' })),
        N: id && (() => desk.write(id, { mode: 'note' })),
        E: id && (() => desk.close(id)),
      }[key];
      if (!act) return;
      event.preventDefault();
      void act();
      if (key === 'R' || key === 'N') document.querySelector<HTMLElement>('parley-workspace textarea')?.focus();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
