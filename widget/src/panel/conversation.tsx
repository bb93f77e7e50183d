import { useSignal } from '../shared/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { IconButton, PanelButtons } from './bar';
import { Composer } from './composer';
import { useAround } from './context';
import { Portrait } from './portrait';
import { Talk } from './talk';
import { isThread } from './visit';

/** One conversation: who answers, what was said, and where to write. */
export function Conversation({ id, beside }: { readonly id: string; readonly beside?: boolean }): JSX.Element {
  const { visit } = useAround();
  const dropping = useSignal(false);
  const take = (event: DragEvent): void => {
    event.preventDefault();
    dropping.value = false;
    for (const file of event.dataTransfer?.files ?? []) void visit.attach(file);
  };
  const over = (event: DragEvent): void => {
    event.preventDefault();
    dropping.value = true;
  };
  return (
    <div class={dropping.value ? 'view drop' : 'view'} onDragOver={over} onDragLeave={() => (dropping.value = false)} onDrop={take}>
      <Head id={id} beside={!!beside} />
      <ConnectionStrip />
      <Talk id={id} />
      <Composer id={id} />
    </div>
  );
}

function Head({ id, beside }: { readonly id: string; readonly beside: boolean }): JSX.Element {
  const { visit, t } = useAround();
  const view = visit.live.list.value.get(id);
  const asking = useSignal(false);
  const who = view?.agent?.name ?? (view ? visit.panel.config.name : undefined) ?? t('newChat');
  const line = !view ? t('newChatNote') : view.status === 'closed' ? t('closed') : view.agent ? t('team') : t('waiting');
  return (
    <>
      <header class="bar">
        {!beside && <IconButton icon="back" label={t('back')} onClick={() => visit.show(undefined)} />}
        <Portrait name={view?.agent?.name ?? visit.panel.config.name} avatar={view?.agent?.avatar} />
        <div class="grow">
          <h1>{who}</h1>
          <p>{line}</p>
        </div>
        {view && view.status !== 'closed' && !isThread(id) && (
          <button type="button" class="btn text s" onClick={() => (asking.value = true)}>
            {t('end')}
          </button>
        )}
        <PanelButtons />
      </header>
      {asking.value && (
        <AskToEnd
          onAnswer={(end) => {
            asking.value = false;
            if (end) void visit.end(id);
          }}
        />
      )}
    </>
  );
}

function AskToEnd({ onAnswer }: { onAnswer(end: boolean): void }): JSX.Element {
  const { t } = useAround();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div class="strip" role="alertdialog" aria-label={t('endAsk')}>
      <span class="grow">{t('endAsk')}</span>
      <button type="button" class="btn s" ref={keep} onClick={() => onAnswer(false)}>
        {t('keep')}
      </button>
      <button type="button" class="btn s go" onClick={() => onAnswer(true)}>
        {t('end')}
      </button>
    </div>
  );
}

/** Says that the line is gone only after two seconds, and that it is back for two: short losses pass unnoticed. */
function ConnectionStrip(): JSX.Element {
  const { visit, t } = useAround();
  const state = visit.live.connection.value;
  const told = useSignal<'' | 'lost' | 'back'>('');
  useEffect(() => {
    if (state === 'online' && told.peek() !== 'lost') return undefined;
    if (state === 'online') told.value = 'back';
    const timer = setTimeout(() => (told.value = state === 'online' ? '' : 'lost'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);
  const text = state === 'ended' ? t('ended') : told.value === 'lost' ? t('reconnecting') : told.value === 'back' ? t('connected') : '';
  return (
    <div role="status">
      {text && (
        <p class={told.value === 'back' ? 'strip good' : state === 'ended' ? 'strip bad' : 'strip'}>
          {told.value === 'lost' && state !== 'ended' && <span class="spin" aria-hidden="true" />}
          <span class="grow">{text}</span>
        </p>
      )}
    </div>
  );
}
