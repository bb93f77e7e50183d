import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useAround } from './context';
import type { WritingMode } from './drafts';
import { ConsoleIcon } from './icons';
import { useView } from './use-view';

const LONGEST = 8_000;
const MODES: readonly WritingMode[] = ['reply', 'note'];

/** Reply or note. In note mode the whole composer is paper, and its button says so: no internal word is sent by mistake. */
export function Composer({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  const { desk, t } = useAround();
  const { text, mode } = desk.drafts.of(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const status = useView(id)?.status;
  const tooMany = text.trim().length - LONGEST;
  const note = mode === 'note';
  const hint = tooMany > 0 ? t('tooLong', { count: tooMany }) : note ? '' : status === 'closed' ? t('isClosed') : status === 'waiting' ? t('acceptFirst') : '';
  useEffect(() => field.current?.focus({ preventScroll: true }), [id]);

  const send = (): void => {
    if (tooMany <= 0) desk.send(id);
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const attach = (files: FileList | null | undefined): boolean => {
    // A file in a note would be a message to the visitor: files belong to replies.
    if (note || !files?.length) return false;
    for (const file of files) void desk.attach(id, file);
    return true;
  };

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
      <textarea
        ref={field}
        rows={2}
        aria-label={t(note ? 'noteAbout' : 'replyTo', { name })}
        placeholder={t(note ? 'notePlaceholder' : 'replyPlaceholder')}
        value={text}
        onInput={(event) => desk.write(id, { text: event.currentTarget.value })}
        onKeyDown={onKey}
        onPaste={(event) => attach(event.clipboardData?.files) && event.preventDefault()}
      />
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
        <button type="submit" class="pw-btn go" disabled={!text.trim() || tooMany > 0}>
          {t(note ? 'addNote' : 'send')} <kbd aria-hidden="true">↵</kbd>
        </button>
      </div>
    </form>
  );
}
