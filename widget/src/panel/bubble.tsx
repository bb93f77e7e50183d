import type { JSX } from 'preact';
import type { Author, EventRow, FileView } from '../shared/entries';
import type { ShownMessage } from '../shared/log';
import { markdown } from '../shared/markdown';
import type { Unsent } from '../shared/outbox';
import type { Uploading } from '../shared/uploads';
import { Icon } from '../shared/ui/icon';
import { IconButton } from './bar';
import { t, visit } from './context';
import { Portrait } from './portrait';
import type { PanelTexts } from './texts';
import { texts } from './texts';

interface MessageProps {
  readonly message: ShownMessage;
  readonly first: boolean;
  readonly last: boolean;
}

export function MessageBubble({ message, first, last }: MessageProps): JSX.Element {
  const mine = message.author.kind === 'visitor';
  const place = `m${mine ? ' me' : ''}${first ? ' first' : ''}${last ? ' last' : ''}`;
  return (
    <div class={place}>
      {first && !mine && <Portrait name={message.author.name || t('team')} avatar={message.author.avatar} small />}
      {first && <span class="vh">{mine ? t('you') : message.author.name || t('team')}: </span>}
      <div class="b">{message.deleted ? <em>{t('deleted')}</em> : <Content text={message.text} files={message.files} />}</div>
      {last && <Meta message={message} mine={mine} />}
    </div>
  );
}

function Content({ text, files }: { readonly text?: string | undefined; readonly files?: readonly FileView[] | undefined }): JSX.Element {
  return (
    <>
      {text && markdown(text)}
      {files?.map((file) => (
        <FileCard key={file.id} file={file} />
      ))}
    </>
  );
}

function Meta({ message, mine }: { readonly message: ShownMessage; readonly mine: boolean }): JSX.Element {
  const view = visit.live.list.value.get(message.conversation);
  const read = (view?.read ?? 0) >= message.seq;
  const delivered = (view?.delivered ?? 0) >= message.seq;
  return (
    <p class={mine && read ? 'meta read' : 'meta'}>
      <time dateTime={message.at}>{t.time(message.at)}</time>
      {message.edited && ` ${t('edited')}`}
      {mine && <Icon name={read || delivered ? 'checks' : 'check'} />}
      {mine && t(read ? 'read' : delivered ? 'delivered' : 'sent')}
    </p>
  );
}

function FileCard({ file }: { readonly file: FileView }): JSX.Element {
  const address = `/api/v1/files/${encodeURIComponent(file.id)}`;
  const note = file.state === 'checking' ? t('checking') : file.state === 'refused' ? t('refused') : '';
  if (file.state !== 'ready') return <FileLine name={file.name} note={`${size(file.size)}, ${note}`} />;
  return (
    <a class="open" href={address} target="_blank" rel="noopener" aria-label={t('download', { name: file.name })}>
      {file.thumbnail ? (
        <img class="photo" src={`${address}/thumbnail`} alt={file.name} loading="lazy" />
      ) : (
        <FileLine name={file.name} note={size(file.size)} />
      )}
    </a>
  );
}

function FileLine({ name, note }: { readonly name: string; readonly note: string }): JSX.Element {
  return (
    <span class="file">
      <span class="thumb">
        <Icon name="file" />
      </span>
      <span class="grow">
        <span class="cut">{name}</span>
        <small>{note}</small>
      </span>
    </span>
  );
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? t('kb', { size: Math.ceil(bytes / 1000) }) : t('mb', { size: bytes / 1_000_000 });
}

/** Words that are not with the server yet, and why. */
export function UnsentBubble({ item }: { readonly item: Unsent }): JSX.Element {
  const { outbox } = visit.live;
  const state = outbox.stateOf(item);
  return (
    <div class="m me first last">
      <div class={state === 'failed' ? 'b fail' : state === 'waiting' ? 'b wait' : 'b'}>
        <Content text={item.text} files={item.files} />
      </div>
      {state === 'failed' ? (
        <p class="meta fail" role="alert">
          <Icon name="alert" />
          {t('failed')}
          <button onClick={() => outbox.retry(item.clientId)}>
            {t('again')}
          </button>
          <button onClick={() => outbox.discard(item.clientId)}>
            {t('discard')}
          </button>
        </p>
      ) : (
        <p class="meta">
          <Icon name="clock" />
          {state === 'sending' || visit.live.connection.value === 'online' ? t('sending') : t('queued')}
        </p>
      )}
    </div>
  );
}

export function UploadBubble({ item }: { readonly item: Uploading }): JSX.Element {
  const part = Math.round(item.part * 100);
  const failure = item.failed === 'too-large' ? t('uploadTooLarge') : item.failed === 'invalid' ? t('uploadType') : t('uploadFailed');
  return (
    <div class="m me first last">
      <div class={item.failed ? 'b fail' : 'b'}>
        <span class="file">
          <IconButton icon="close" label={item.failed ? t('discard') : t('cancelUpload')} onClick={() => visit.uploads.drop(item.key)} />
          <span class="grow">
            <span class="cut">{item.file.name}</span>
            <small>{item.failed ? failure : t('progress', { part, size: size(item.file.size) })}</small>
            {!item.failed && <progress max={100} value={part} aria-label={item.file.name} />}
          </span>
        </span>
      </div>
    </div>
  );
}

export function TypingBubble({ who }: { readonly who: Author }): JSX.Element {
  return (
    <div class="m first last" aria-live="off">
      <Portrait name={who.name || t('team')} avatar={who.avatar} small />
      <div class="b typing" role="img" aria-label={t('typing', { name: who.name || t('team') })}>
        <u />
        <u />
        <u />
      </div>
    </div>
  );
}

/** Joined, transferred, closed: a plain sentence in the log. An event this version does not know is left out. */
export function EventLine({ row }: { readonly row: EventRow }): JSX.Element | null {
  const { type, by, agent } = row.event ?? { type: '' };
  const mine = by?.kind === 'visitor' ? `event.${type}.me` : '';
  const key = (mine in texts ? mine : `event.${type}`) as keyof PanelTexts & string;
  if (!(key in texts)) return null;
  return (
    <p class="ev">
      <Icon name={type === 'joined' ? 'user' : type === 'closed' ? 'check' : 'clock'} small />
      <span>
        {t(key, { name: agent?.name || by?.name || t('team') })} · <time dateTime={row.at}>{t.time(row.at)}</time>
      </span>
    </p>
  );
}
