import type { JSX } from 'preact';
import type { ShownMessage } from '../../shared/log';
import type { Unsent } from '../../shared/outbox';
import { Icon, Portrait, t, visit } from '../late/kit';
import { Answer, Quote } from './quotes';
import { CHECK, CHECKS, CLOCK } from '../../shared/ui/paths';

interface MessageProps {
  readonly message: ShownMessage;
  readonly first: boolean;
  readonly last: boolean;
  /** How far a message of the visitor's own has come. */
  readonly state: 'sent' | 'delivered' | 'read';
}

export function MessageBubble({ message, first, last, state }: MessageProps): JSX.Element {
  const mine = message.author.kind === 'visitor';
  const place = `m${mine ? ' me' : ''}${first ? ' first' : ''}${last ? ' last' : ''}`;
  return (
    <div class={place}>
      {first && !mine && <Portrait who={message.author} small />}
      <span class="vh">{mine ? t('you') : message.author.name || t('team')}: </span>
      <div class="b">{message.deleted ? <em>{t('deleted')}</em> : <Content said={message} />}</div>
      {last && <Meta message={message} state={mine && state} />}
      <Answer message={message} />
    </div>
  );
}

/** Where words may be formatted or hold a link: then it is fetched what shows that. Until it is there they are plain. */
const MARKS = /[*_`[@]|:\/\/|^\s{0,3}([-•>]|\d+[.)])/m;

function Content({ said }: { readonly said: ShownMessage | Unsent }): JSX.Element {
  const { text, files } = said;
  const late = visit.later.code.value;
  if (!late && (files?.length || MARKS.test(text ?? ''))) void visit.later.need();
  return (
    <>
      <Quote said={said} />
      {text && (late ? late.markdown(text) : <p>{text}</p>)}
      {files?.map((file) => (late ? <late.FileCard key={file.id} file={file} /> : <p key={file.id}>{file.name}</p>))}
    </>
  );
}

function Meta({ message, state }: { readonly message: ShownMessage; readonly state: MessageProps['state'] | false }): JSX.Element {
  return (
    <p class={`meta ${state}`}>
      <time dateTime={message.at}>{t.time(message.at)}</time>
      {message.edited && ` ${t('edited')}`}
      {state && <Icon name={state === 'sent' ? CHECK : CHECKS} />}
      {state && t(state)}
    </p>
  );
}

/** Words that are not with the server yet, and why. */
export function UnsentBubble({ item }: { readonly item: Unsent }): JSX.Element {
  const state = visit.live.outbox.stateOf(item);
  const late = visit.later.code.value;
  if (state === 'failed') void visit.later.need();
  return (
    <div class="m me first last">
      <div class={state === 'failed' ? 'b fail' : state === 'waiting' ? 'b wait' : 'b'}>
        <Content said={item} />
      </div>
      {state === 'failed' ? (
        late && <late.Failed item={item} />
      ) : (
        <p class="meta">
          <Icon name={CLOCK} />
          {state === 'sending' || visit.live.connection.value === 'online' ? t('sending') : t('queued')}
        </p>
      )}
    </div>
  );
}
