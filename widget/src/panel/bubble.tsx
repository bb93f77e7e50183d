import type { JSX } from 'preact';
import type { Author, EventRow, FileView } from '../shared/entries';
import type { ShownMessage } from '../shared/log';
import type { Unsent } from '../shared/outbox';
import { Icon } from '../shared/ui/icon';
import { t, visit } from './context';
import { Portrait } from './portrait';

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
      {first && !mine && <Portrait who={message.author} small />}
      {first && <span class="vh">{mine ? t('you') : message.author.name || t('team')}: </span>}
      <div class="b">{message.deleted ? <em>{t('deleted')}</em> : <Content text={message.text} files={message.files} />}</div>
      {last && <Meta message={message} mine={mine} />}
    </div>
  );
}

/** Where words may be formatted or hold a link: then it is fetched what shows that. Until it is there they are plain. */
const MARKS = /[*_`[@]|:\/\/|^\s{0,3}([-•>]|\d+[.)])/m;

function Content({ text, files }: { readonly text?: string | undefined; readonly files?: readonly FileView[] | undefined }): JSX.Element {
  const late = visit.later.code.value;
  if (!late && (files?.length || MARKS.test(text ?? ''))) void visit.later.need();
  return (
    <>
      {text && (late ? late.markdown(text) : <p>{text}</p>)}
      {files?.map((file) => (late ? <late.FileCard key={file.id} file={file} /> : <p key={file.id}>{file.name}</p>))}
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

export function TypingBubble({ who }: { readonly who: Author }): JSX.Element {
  return (
    <div class="m first last" aria-live="off">
      <Portrait who={who} small />
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
  const key = t.knows(mine) ? mine : `event.${type}`;
  if (!t.knows(key)) return null;
  return (
    <p class="ev">
      <Icon name={type === 'joined' ? 'user' : type === 'closed' ? 'check' : 'clock'} small />
      <span>
        {t(key, { name: agent?.name || by?.name || t('team') })} · <time dateTime={row.at}>{t.time(row.at)}</time>
      </span>
    </p>
  );
}
