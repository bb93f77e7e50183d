import type { JSX } from 'preact';
import { BELL } from '../../shared/ui/paths';
import { isThread } from '../thread';
import { Icon, t, visit } from './kit';

/** The conversation's menu. Arrow keys move, Escape and a click elsewhere close it; the focus goes back to its button. */
export function Menu({ id }: { readonly id: string }): JSX.Element {
  const view = visit.live.list.value.get(id);
  const on = visit.sound.value;
  const alerts = visit.alerts.code.value;
  if (visit.panel.config.pushKey) void visit.alerts.need();
  const close = (back: boolean): void => {
    visit.menu.value = false;
    if (back) toButton();
  };
  const onKey = (event: JSX.TargetedKeyboardEvent<HTMLElement>): void => {
    const items = [...event.currentTarget.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at(to % items.length)?.focus();
    else if (event.key === 'Escape') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const left = (event: FocusEvent): void => {
    const { relatedTarget: next, currentTarget: menu } = event;
    if (!(menu as Node).contains(next as Node) && !(next as Element | null)?.matches('[aria-haspopup=menu]')) close(false);
  };
  return (
    <div class="menu" role="menu" aria-label={t('menu')} onKeyDown={onKey} onfocusout={left}>
      <button class="row" role="menuitemcheckbox" aria-checked={on} ref={first} onClick={() => setSound(!on)}>
        <Icon name={BELL} />
        <span class="grow">{t('sound')}</span>
        <span class="switch" aria-hidden="true" />
      </button>
      {alerts && <alerts.Notify />}
      {view && view.status !== 'closed' && !isThread(id) && (
        <button
          class="row"
          role="menuitem"
          onClick={() => {
            close(false);
            visit.asking.value = true;
          }}
        >
          <Icon name="close" />
          <span class="grow">{t('end')}</span>
        </button>
      )}
    </div>
  );
}

function setSound(on: boolean): void {
  const { sound, store } = visit;
  sound.value = on;
  if (on) store.remove('parley.sound');
  else store.set('parley.sound', 'off');
}

/** Where the menu, and what it asks, came from. */
export function toButton(): void {
  document.querySelector<HTMLElement>('[aria-haspopup=menu]')?.focus();
}

let focused: HTMLElement | null = null;

/** The menu takes the focus when it comes, not each time it is drawn again. */
function first(item: HTMLElement | null): void {
  // Preact tells of an element before it stands in the document.
  if (item && item !== focused) queueMicrotask(() => item.focus());
  focused = item;
}
