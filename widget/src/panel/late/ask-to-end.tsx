import type { JSX } from 'preact';
import { t, visit } from './kit';
import { toButton } from './menu';

/** Asks once more before the conversation is ended. The safe answer has the focus; Escape gives it, too. */
export function AskToEnd({ id }: { readonly id: string }): JSX.Element {
  const keep = (): void => {
    visit.asking.value = false;
    toButton();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    keep();
    // Or the panel would close.
    event.stopPropagation();
  };
  return (
    <div class="strip" role="alertdialog" aria-label={t('endAsk')} onKeyDown={onKey}>
      <span class="grow">{t('endAsk')}</span>
      <button class="btn" ref={focus} onClick={keep}>
        {t('keep')}
      </button>
      <button
        class="btn go"
        onClick={() => {
          keep();
          void visit.end(id);
        }}
      >
        {t('end')}
      </button>
    </div>
  );
}

function focus(element: HTMLElement | null): void {
  queueMicrotask(() => element?.focus());
}
