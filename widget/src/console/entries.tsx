import type { JSX } from 'preact';
import type { EventRow, FileView, Note } from '../shared/entries';
import type { ConversationView, Party } from '../shared/frames';
import type { ShownMessage } from '../shared/log';
import { markdown } from '../shared/markdown';
import type { Unsent } from '../shared/outbox';
import type { Quoted } from '../shared/quotes';
import { Icon } from '../shared/ui/icon';
import { ALERT, CHECK, CHECKS, FILE } from '../shared/ui/paths';
import type { Uploading } from '../shared/uploads';
import { mayGoAgain } from '../shared/uploads';
import { faceOf, useAround } from './context';
import { Face } from './face';
import { ConsoleIcon } from './icons';
import { kept } from './kept';
import { Quote } from './quote';

/** How far a message has come on the other side. */
export type Mark = 'sent' | 'delivered' | 'read';

export function markOf({ seq }: ShownMessage, view: ConversationView | undefined): Mark {
  return (view?.read ?? 0) >= seq ? 'read' : (view?.delivered ?? 0) >= seq ? 'delivered' : 'sent';
}

interface SaidBubbleProps {
  readonly message: ShownMessage;
  readonly name: string;
  readonly visitor: Party | undefined;
  readonly mark: Mark;
  readonly quoted: Quoted;
}

export const SaidBubble = kept(({ message, name, visitor, mark, quoted }: SaidBubbleProps): JSX.Element => {
  const { desk, t } = useAround();
  const ours = message.author.kind !== 'visitor';
  const mine = message.author.id === desk.live.me.value?.id;
  const who = mine ? t('you') : ours ? message.author.name || t('unnamed') : name;
  return (
    <article class={ours ? 'pw-msg me' : 'pw-msg'} data-message={message.id} tabIndex={-1}>
      {!ours && <Face name={faceOf(visitor)} id={visitor?.id} size="s" />}
      <div class="bub">
        {!message.deleted && <Quote conversation={message.conversation} replyTo={message.replyTo} quoted={quoted} name={name} />}
        {message.deleted ? <em>{t('deleted')}</em> : <Content text={message.text} files={message.files} />}
      </div>
      <p class="meta">
        <b>{who}</b> <time dateTime={message.at}>{t.time(message.at)}</time>
        {message.edited && <span>{t('edited')}</span>}
        {ours && (
          <>
            <span>{t(mark)}</span>
            <Icon name={mark === 'sent' ? CHECK : CHECKS} small />
          </>
        )}
        {!message.deleted && (
          <button type="button" class="pw-answer" aria-label={t('quote')} title={t('quote')} onClick={() => desk.quoting.quote(message.conversation, message.id)}>
            <ConsoleIcon name="quote" />
          </button>
        )}
      </p>
    </article>
  );
});

function Content({ text, files }: { readonly text?: string | undefined; readonly files?: readonly FileView[] | undefined }): JSX.Element {
  return (
    <>
      {text && markdown(text)}
      {files?.map((file) => (
        <FileLine key={file.id} file={file} />
      ))}
    </>
  );
}

function FileLine({ file }: { readonly file: FileView }): JSX.Element {
  const { t } = useAround();
  const size = file.size < 1_000_000 ? t('kb', { size: Math.ceil(file.size / 1000) }) : t('mb', { size: file.size / 1_000_000 });
  const address = `/api/v1/files/${encodeURIComponent(file.id)}`;
  if (file.state !== 'ready') {
    return (
      <p class="pw-file">
        <Icon name={FILE} /> <span class="cut">{file.name}</span> <small>{`${size}, ${t(file.state)}`}</small>
      </p>
    );
  }
  return (
    <a class="pw-file" href={address} target="_blank" rel="noopener">
      {file.thumbnail ? <img src={`${address}/thumbnail`} alt={file.name} loading="lazy" /> : <Icon name={FILE} />}
      <span class="cut">{file.name}</span> <small>{size}</small>
    </a>
  );
}

/** Paper across the whole width, with a lock and words: never to be mistaken for something the visitor sees. */
export function NoteCard({ note }: { readonly note: Note }): JSX.Element {
  const { t } = useAround();
  return (
    <article class="pw-note">
      <p class="cap">
        <ConsoleIcon name="lock" />
        <b>{note.author.name}</b> · {t('noteCap')}
        <time dateTime={note.at}>{t.time(note.at)}</time>
      </p>
      <Content text={note.text} />
    </article>
  );
}

export function EventLine({ row, name }: { readonly row: EventRow; readonly name: string }): JSX.Element | null {
  const { desk, t } = useAround();
  const { type, by, agent, department, reason, text } = row.event ?? { type: '' };
  const byAnother = type === 'transferred' ? by?.name : type === 'joined' && by?.kind === 'agent' && by.id !== agent?.id;
  const key = [`event.${type}.${byAnother ? 'by' : reason}`, `event.${type}`].find(t.knows);
  if (!key) return null;
  const called = (who: { readonly id: string; readonly name: string } | undefined): string =>
    who?.id === desk.live.me.value?.id ? t('you') : who?.name || (by?.kind === 'visitor' ? name : t('unnamed'));
  return (
    <p class="pw-event">
      {t(key, { name: called(agent ?? by), by: called(by), to: agent ? called(agent) : (department?.name ?? '') })} {text && `${t('quoted', { text })} `}·{' '}
      <time dateTime={row.at}>{t.time(row.at)}</time>
    </p>
  );
}

/** Words or a note that are not with the server yet, and why. */
export function UnsentCard({ item, name, quoted }: { readonly item: Unsent; readonly name: string; readonly quoted: Quoted }): JSX.Element {
  const { desk, t } = useAround();
  const { outbox } = desk.live;
  const state = outbox.stateOf(item);
  const online = desk.live.connection.value === 'online';
  return (
    <article class={item.note ? 'pw-note' : `pw-msg me ${state === 'sending' ? '' : state}`}>
      <div class={item.note ? '' : 'bub'}>
        <Quote conversation={item.thread} replyTo={item.replyTo} quoted={quoted} name={name} />
        <Content text={item.text} files={item.files} />
      </div>
      {state === 'failed' ? (
        <p class="meta bad" role="alert">
          <Icon name={ALERT} small /> {t('failed')}
          <button type="button" onClick={() => outbox.retry(item.clientId)}>
            {t('again')}
          </button>
          <button type="button" onClick={() => outbox.discard(item.clientId)}>
            {t('discard')}
          </button>
        </p>
      ) : (
        <p class="meta">{online ? t('sending') : t('queued')}</p>
      )}
    </article>
  );
}

export function UploadCard({ item }: { readonly item: Uploading }): JSX.Element {
  const { desk, t } = useAround();
  const part = Math.round(item.part * 100);
  const label = item.failed ? t('discard') : t('cancelUpload');
  return (
    <article class={item.failed ? 'pw-msg me failed' : 'pw-msg me'}>
      <div class="bub pw-file">
        <span class="cut">{item.file.name}</span>
        <small {...(item.failed && { role: 'alert' })}>{item.failed ? t('uploadFailed') : t('progress', { part })}</small>
        {!item.failed && <progress max={100} value={part} aria-label={item.file.name} />}
        <button type="button" class="pw-ib" aria-label={label} title={label} onClick={() => desk.uploads.drop(item.key)}>
          <Icon name="close" />
        </button>
      </div>
      {mayGoAgain(item) && (
        <p class="meta bad">
          <button type="button" onClick={() => desk.uploads.again(item)}>
            {t('again')}
          </button>
        </p>
      )}
    </article>
  );
}
