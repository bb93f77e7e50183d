import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import type { Quoted } from '../shared/quotes';
import { excerpt, quoted } from '../shared/quotes';
import { timeline } from '../shared/log';
import { plain, useAround } from './context';

interface QuoteProps {
  readonly conversation: string;
  readonly replyTo: string | undefined;
  readonly quoted: Quoted;
  /** The visitor's. */
  readonly name: string;
}

/** What a message answers: who said it and its first words. Leads to it. */
export function Quote({ conversation, replyTo, quoted: original, name }: QuoteProps): JSX.Element | null {
  const { desk, t } = useAround();
  if (!original || !replyTo) return null;
  return (
    <a
      class="pw-quote"
      href={`#${replyTo}`}
      onClick={(event) => {
        event.preventDefault();
        void desk.quoting.seek(conversation, replyTo);
      }}
    >
      <span class="pw-sr">{t('inReplyTo')} </span>
      <QuotedWords quoted={original} name={name} />
    </a>
  );
}

function QuotedWords({ quoted: original, name }: { readonly quoted: Quoted; readonly name: string }): JSX.Element {
  const { desk, t } = useAround();
  if (!original || original === 'earlier') return <span>{t('quoteEarlier')}</span>;
  const { author } = original;
  const who = author.id === desk.live.me.value?.id ? t('you') : author.kind === 'visitor' ? name : author.name || t('unnamed');
  return (
    <>
      <b>
        <bdi>{who}</bdi>
      </b>
      <span class="words" dir="auto">
        {original.deleted ? <em>{t('deleted')}</em> : plain(excerpt(original))}
      </span>
    </>
  );
}

/** What the reply being written answers, and how to leave that out. */
export function Replying({ id, name }: { readonly id: string; readonly name: string }): JSX.Element | null {
  const { desk, t } = useAround();
  const { quote, mode } = desk.drafts.of(id);
  const log = desk.live.log(id).value;
  if (!quote || mode === 'note') return null;
  return (
    <div class="pw-replying">
      <div class="pw-quote" role="note" aria-label={t('inReplyTo')}>
        <QuotedWords quoted={quoted(log, timeline(log), quote)} name={name} />
      </div>
      <button type="button" class="pw-ib" aria-label={t('dropQuote')} title={t('dropQuote')} onClick={() => desk.quoting.drop(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
