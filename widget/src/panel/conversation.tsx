import type { JSX } from 'preact';
import { IconButton, PanelButtons } from './bar';
import { Composer } from './composer';
import { t, visit } from './context';
import { Portrait } from './portrait';
import { Talk } from './talk';

/** One conversation: who answers, what was said, and where to write. */
export function Conversation({ id, beside }: { readonly id: string; readonly beside?: boolean }): JSX.Element {
  const mark = (event: JSX.TargetedDragEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.classList.toggle('drop', event.type === 'dragover');
    for (const file of event.dataTransfer?.files ?? []) if (event.type === 'drop') void visit.attach(file);
  };
  return (
    <div class="view" onDragOver={mark} onDragLeave={mark} onDrop={mark}>
      <Head id={id} beside={!!beside} />
      <ConnectionStrip />
      <Talk id={id} />
      <Composer id={id} />
    </div>
  );
}

function Head({ id, beside }: { readonly id: string; readonly beside: boolean }): JSX.Element {
  const view = visit.live.list.value.get(id);
  const late = visit.later.code.value;
  const who = view?.agent?.name ?? (view && visit.panel.config.name) ?? t('newChat');
  const role = [view?.agent?.title, view?.department?.name].filter(Boolean).join(', ');
  const line = !view ? t('newChatNote') : view.status === 'closed' ? t('closed') : view.agent ? role : t('waiting');
  return (
    <>
      <header class="bar">
        {!beside && <IconButton icon="back" kind="flip" label={t('home')} onClick={() => visit.show(undefined)} />}
        <Portrait who={view?.agent} />
        <div class="grow">
          <h1>{who}</h1>
          <p>{line}</p>
        </div>
        <IconButton icon="more" label={t('menu')} aria-haspopup="menu" aria-expanded={visit.menu.value} onClick={() => visit.toggleMenu()} />
        <PanelButtons />
        {visit.menu.value && late && <late.Menu id={id} />}
      </header>
      {visit.asking.value && late && <late.AskToEnd id={id} />}
    </>
  );
}

function ConnectionStrip(): JSX.Element {
  const line = visit.line.value;
  return (
    <div role="status">
      {line && (
        <p class={`strip ${line}`}>
          {line === 'lost' && <span class="spin" aria-hidden />}
          {t(line)}
        </p>
      )}
    </div>
  );
}
