import type { JSX } from 'preact';
import { t, visit } from './kit';

/** Asks once more before the conversation is ended. The safe answer has the focus. */
export function AskToEnd({ id }: { readonly id: string }): JSX.Element {
  return (
    <div class="strip" role="alertdialog" aria-label={t('endAsk')}>
      <span class="grow">{t('endAsk')}</span>
      <button class="btn" ref={focus} onClick={() => (visit.asking.value = false)}>
        {t('keep')}
      </button>
      <button class="btn go" onClick={() => void visit.end(id)}>
        {t('end')}
      </button>
    </div>
  );
}

function focus(element: HTMLElement | null): void {
  queueMicrotask(() => element?.focus());
}
