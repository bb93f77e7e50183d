import type { JSX } from 'preact';
import { IconButton } from './bar';
import { t, visit } from './context';

const LONGEST = 8_000;

/** Where the visitor writes. Enter sends, Shift+Enter breaks the line; what is typed is kept whatever the line does. */
export function Composer({ id }: { readonly id: string }): JSX.Element {
  const here = visit.shown.value ? id : '';
  const draft = visit.draft.value;
  const said = visit.said.code.value;
  const tooMany = draft.trim().length - LONGEST;
  const closed = visit.live.list.value.get(id)?.status === 'closed';
  const send = (): void => {
    // Not what was drawn last: Enter may come before the next drawing.
    const text = visit.draft.peek();
    if (text.trim().length <= LONGEST) visit.send(text);
  };
  const onKey = (event: KeyboardEvent): void => {
    // The Enter that ends a Japanese or Chinese composition is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const attach = (files: FileList | null | undefined): boolean => {
    for (const file of files ?? []) void visit.attach(file);
    return !!files?.length;
  };

  return (
    <footer class="foot">
      {visit.panel.config.preview && <p class="hint">{t('preview.seen')}</p>}
      {closed && <p class="hint">{t('reopen')}</p>}
      {said && tooMany > 0 && <said.TooLong count={tooMany} />}
      <form
        class="compose"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {said && <said.Replying id={id} />}
        <textarea
          ref={(field) => visit.focus(field, here)}
          rows={1}
          aria-label={t('message')}
          placeholder={t('placeholder')}
          value={draft}
          onInput={(event) => visit.type(event.currentTarget.value)}
          onKeyDown={onKey}
          onPaste={(event) => attach(event.clipboardData?.files) && event.preventDefault()}
        />
        <div class="tools">
          <input
            id="pick"
            type="file"
            multiple
            hidden
            onChange={(event) => {
              attach(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <IconButton icon="plus" label={t('attach')} onClick={() => visit.pick()} />
          <IconButton icon="send" kind="send" label={t('send')} type="submit" disabled={!draft.trim() || tooMany > 0} />
        </div>
      </form>
    </footer>
  );
}
