import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { CloseDialog, TagsDialog } from './closing';
import type { DialogName } from './dialog';
import { useAround } from './context';
import { ConversationPane } from './conversation';
import { EmptyPane } from './empty';
import { ListPane } from './list';
import { KeysDialog, Palette } from './palette';
import { TeamDialog } from './team';
import { TransferDialog } from './transfer';
import { VisitorPane } from './visitor';

/** Three panes: list, conversation, visitor. Below 1024 px the visitor is a drawer, below 640 px one pane shows at a time. */
export function Workspace({ login }: { readonly login: string }): JSX.Element {
  const { desk, t } = useAround();
  const { drawer, dialog } = desk;
  // A dialog says late that it was closed: by then a key may have opened another.
  const shut = (name: DialogName) => () => {
    if (dialog.peek() === name) dialog.value = undefined;
  };
  const id = desk.current.value;
  useKeys();
  return (
    <div class="pw-shell" data-pane={id ? 'talk' : 'list'} data-drawer={drawer.value}>
      <ListPane />
      <section class="pw-talk" aria-label={t('conversation')}>
        <Strip login={login} />
        {id ? <ConversationPane key={id} id={id} onVisitor={() => (drawer.value = !drawer.value)} /> : desk.live.me.value && <EmptyPane />}
      </section>
      {id && <VisitorPane id={id} onClose={() => (drawer.value = false)} />}
      {id && dialog.value === 'transfer' && <TransferDialog id={id} onClose={shut('transfer')} />}
      {id && dialog.value === 'invite' && <TransferDialog id={id} invites onClose={shut('invite')} />}
      {id && dialog.value === 'close' && <CloseDialog id={id} andGoOn={false} onClose={shut('close')} />}
      {id && dialog.value === 'closeNext' && <CloseDialog id={id} andGoOn onClose={shut('closeNext')} />}
      {id && dialog.value === 'tags' && <TagsDialog id={id} onClose={shut('tags')} />}
      {dialog.value === 'team' && <TeamDialog onClose={shut('team')} />}
      {dialog.value === 'palette' && <Palette onClose={shut('palette')} />}
      {dialog.value === 'keys' && <KeysDialog onClose={shut('keys')} />}
    </div>
  );
}

function Strip({ login }: { readonly login: string }): JSX.Element {
  const { desk, t } = useAround();
  const state = desk.live.connection.value;
  const refusal = desk.handling.refusal.value;
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

function useKeys(): void {
  const { desk } = useAround();
  useEffect(() => {
    addEventListener('keydown', desk.keyboard.hear);
    return () => removeEventListener('keydown', desk.keyboard.hear);
  }, []);
}
