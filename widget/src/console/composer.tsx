import type { JSX, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { markdown } from '../shared/markdown';
import { useChoosing } from './choosing';
import { useAround } from './context';
import type { WritingMode } from './drafts';
import { EmojiPicker } from './emoji-picker';
import { ConsoleIcon } from './icons';
import { Replying } from './quote';
import { useSignal } from './use-signal';
import { useView } from './use-view';

const LONGEST = 8_000;
const MODES: readonly WritingMode[] = ['reply', 'note'];

/** Reply or note. In note mode the whole composer is paper, and its button says so: no internal word is sent by mistake. */
export function Composer({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  const { desk, t } = useAround();
  const { text, mode, answered } = desk.drafts.of(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const picking = useSignal(false);
  const status = useView(id)?.status;
  const tooMany = text.trim().length - LONGEST;
  const note = mode === 'note';
  const hint = tooMany > 0 ? t('tooLong', { count: tooMany }) : note ? '' : status === 'closed' ? t('isClosed') : status === 'waiting' ? t('acceptFirst') : '';
  useEffect(() => field.current?.focus({ preventScroll: true }), [id]);

  const send = (): void => {
    if (tooMany <= 0) desk.send(id);
    field.current?.focus();
  };
  const choosing = useChoosing(field, id);
  const onKey = (event: KeyboardEvent): void => {
    if (choosing.onKey(event)) return;
    if (event.key === 'Escape') {
      // First the quote, then the field.
      if (!note && desk.drafts.change(id, {}).quote) desk.quoting.drop(id);
      else field.current?.blur();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    // A key held down answers no question.
    if (!event.repeat) send();
  };
  const attach = (files: FileList | null | undefined): boolean => {
    // A file in a note would be a message to the visitor: files belong to replies. Not what was drawn last: a file may come before.
    if (desk.drafts.change(id, {}).mode === 'note' || !files?.length) return false;
    desk.release(id);
    for (const file of files) desk.uploads.start(id, file);
    return true;
  };
  const insert = (words: string): void => {
    const area = field.current;
    if (!area) return;
    area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
    desk.write(id, { text: area.value });
  };
  const shut = (): void => {
    picking.value = false;
    field.current?.focus();
  };
  useDrop(field, attach);

  return (
    <form
      class={note ? 'pw-composer paper' : 'pw-composer'}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div class="modes" role="group" aria-label={t('modes')}>
        {MODES.map((which) => (
          <button key={which} type="button" aria-pressed={mode === which} onClick={() => desk.write(id, { mode: which })}>
            {t(which)}
          </button>
        ))}
        <span class={tooMany > 0 ? 'hint bad' : 'hint'} role="status">
          {hint}
        </span>
      </div>
      <Replying id={id} name={name} />
      {desk.preview.value && !!text.trim() && (
        <div class="pw-preview" role="region" aria-label={t('preview')} tabIndex={0}>
          {markdown(text)}
        </div>
      )}
      <textarea
        ref={field}
        rows={2}
        aria-label={t(note ? 'noteAbout' : 'replyTo', { name })}
        placeholder={t(note ? 'notePlaceholder' : 'replyPlaceholder')}
        value={text}
        {...choosing.field}
        onInput={(event) => {
          desk.write(id, { text: event.currentTarget.value });
          choosing.look();
        }}
        onSelect={choosing.look}
        onBlur={choosing.look}
        onKeyDown={onKey}
        onPaste={(event) => attach(event.clipboardData?.files) && event.preventDefault()}
      />
      {choosing.list}
      {answered && (
        <p class="pw-meanwhile" role="alert">
          <span class="grow">{t('answered', { name: answered })}</span>
          <button type="submit" class="pw-btn">
            {t('sendAnyway')}
          </button>
        </p>
      )}
      <div class="tools">
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            attach(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        {!note && (
          <button type="button" class="pw-ib" aria-label={t('attach')} title={t('attach')} onClick={() => picker.current?.click()}>
            <ConsoleIcon name="clip" />
          </button>
        )}
        <button type="button" class="pw-ib" aria-label={t('emoji')} title={t('emoji')} aria-haspopup="dialog" aria-expanded={picking.value} onClick={() => (picking.value = !picking.value)}>
          <ConsoleIcon name="smile" />
        </button>
        <button type="button" class="pw-ib" aria-label={t('preview')} title={t('preview')} aria-pressed={desk.preview.value} onClick={() => (desk.preview.value = !desk.preview.value)}>
          <ConsoleIcon name="eye" />
        </button>
        {picking.value && (
          <EmojiPicker
            book={desk.emoji}
            onClose={shut}
            onPick={(sign) => {
              insert(sign);
              shut();
            }}
          />
        )}
        <button type="submit" class="pw-btn go" disabled={!text.trim() || tooMany > 0}>
          {t(note ? 'addNote' : 'send')} <kbd aria-hidden="true">↵</kbd>
        </button>
      </div>
    </form>
  );
}

/** Files dropped anywhere over the conversation. Without this a browser would leave the console for the file. */
function useDrop(field: RefObject<HTMLTextAreaElement>, attach: (files: FileList | undefined) => boolean): void {
  const latest = useRef(attach);
  latest.current = attach;
  useEffect(() => {
    const pane = field.current?.closest<HTMLElement>('.pw-talk');
    if (!pane) return undefined;
    const over = (event: DragEvent): void => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      pane.classList.toggle('dropping', event.type === 'dragover');
      if (event.type === 'drop') latest.current(event.dataTransfer.files);
    };
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    kinds.forEach((kind) => pane.addEventListener(kind, over));
    return () => kinds.forEach((kind) => pane.removeEventListener(kind, over));
  }, []);
}
