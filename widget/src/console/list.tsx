import type { JSX } from 'preact';
import type { ConversationView } from '../shared/frames';
import type { ReadonlySignal } from '../shared/signals';
import { Icon } from '../shared/ui/icon';
import { clocks } from './clocks';
import { departmentOf, faceOf, nameOf, plain, useAround } from './context';
import type { RunningOffer } from './offers';
import { Face } from './face';
import { kept } from './kept';
import { PresenceSwitch } from './presence';
import { Rows } from './rows';
import { useNow } from './use-now';
import { CLOCK } from '../shared/ui/paths';

/** Presence, offers, one's own conversations and the queue. Each part is drawn by itself: the clock of one draws no other. */
export function ListPane(): JSX.Element {
  const { desk, t } = useAround();
  const { mentioned, mine, shared, queue, team } = desk.lists;
  // until the desk has said who this is, nothing is known of anybody
  const known = desk.live.me.value;
  return (
    <aside class="pw-list" aria-label={t('conversations')}>
      <PresenceSwitch />
      <Offers />
      <div class="pw-rows" aria-busy={!known}>
        <Waiting title={t('mentioned')} list={mentioned} />
        {known && <Listed title={t('mine')} list={mine} empty={t('noneMine')} />}
        <Listed title={t('shared')} list={shared} />
        {known && <Waiting title={t('queue')} list={queue} empty={t('nobody')} />}
        <Team list={team} />
      </div>
    </aside>
  );
}

/** What is offered, and said of it and of mentions to whoever does not see them. */
function Offers(): JSX.Element {
  const { desk, t } = useAround();
  const now = useNow(1000);
  const offers = desk.offers.value.filter((offer) => offer.until > now);
  const mentioned = desk.lists.mentioned.value;
  return (
    <>
      <p class="pw-sr" role="status">
        {[...offers.map((offer) => t('offerSaid', { name: nameOf(offer.visitor, t) })), ...mentioned.map(({ visitor }) => `${t('mentioned')}: ${nameOf(visitor, t)}`)].join('. ')}
      </p>
      {offers.map((offer) => (
        <OfferCard key={offer.conversation} offer={offer} now={now} />
      ))}
    </>
  );
}

type Views = ReadonlySignal<readonly ConversationView[]>;

interface ListedProps {
  readonly title: string;
  readonly list: Views;
  /** What to say of none; without it the group is only there while something is in it. */
  readonly empty?: string;
  /** The time, where some in it may wait. */
  readonly now?: number;
}

function Listed({ title, list, empty = '', now = 0 }: ListedProps): JSX.Element | null {
  const views = list.value;
  return views.length || empty ? <Group title={title} views={views} empty={empty} now={now} /> : null;
}

/** The same with running clocks. */
function Waiting(props: ListedProps): JSX.Element {
  return <Listed {...props} now={useNow(1000)} />;
}

function Team({ list }: { readonly list: Views }): JSX.Element | null {
  const { desk, t } = useAround();
  const team = list.value;
  if (!team.length) return null;
  return (
    <details class="pw-team">
      <summary class="pw-group">
        {t('team')} <span>{team.length}</span>
      </summary>
      <Rows views={team}>{(view) => <Line key={view.id} view={view} now={0} current={view.id === desk.current.value} />}</Rows>
    </details>
  );
}

function OfferCard({ offer, now }: { readonly offer: RunningOffer; readonly now: number }): JSX.Element {
  const { desk, t } = useAround();
  const known = desk.visitors.of(offer.conversation).value;
  const about = offer.preview ?? desk.live.list.value.get(offer.conversation)?.preview;
  const waited = offer.waited !== undefined && t('waited', { time: minutes(offer.waited * 1000 + Math.max(0, now - offer.since)) });
  const left = Math.min(offer.expiresIn, Math.max(0, Math.ceil((offer.until - now) / 1000)));
  return (
    <section class="pw-offer" aria-label={`${t('offered')}: ${nameOf(offer.visitor, t)}`}>
      <div class="pw-line">
        <Face name={faceOf(offer.visitor)} id={offer.visitor?.id} />
        <div class="grow">
          <b class="cut" title={nameOf(offer.visitor, t)}>
            {nameOf(offer.visitor, t)}
          </b>
          <span class="muted cut">{departmentOf(offer)}</span>
        </div>
        <span class="pw-ring" role="timer" aria-label={t('secondsLeft', { count: left })} style={{ '--v': (100 * left) / offer.expiresIn }}>
          {left}
        </span>
      </div>
      {about && <p>{t('quoted', { text: plain(about) })}</p>}
      <p class="muted cut">{[waited, known?.facts.page?.title ?? known?.facts.page?.url, known?.earlier.length && t('returning')].filter(Boolean).join(' · ')}</p>
      <div class="pw-acts">
        <button type="button" class="pw-btn go" onClick={() => void desk.accept(offer.conversation)}>
          {t('accept')} <kbd aria-hidden="true">A</kbd>
        </button>
        <button type="button" class="pw-btn" onClick={() => void desk.decline(offer.conversation)}>
          {t('decline')} <kbd aria-hidden="true">D</kbd>
        </button>
      </div>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly views: readonly ConversationView[];
  readonly empty: string;
  readonly now: number;
}

function Group({ title, views, empty, now }: GroupProps): JSX.Element {
  const { desk } = useAround();
  return (
    <section aria-label={title}>
      <h2 class="pw-group">
        {title} <span>{views.length}</span>
      </h2>
      {!views.length && <p class="pw-none">{empty}</p>}
      <Rows views={views}>{(view) => <Line key={view.id} view={view} now={view.status === 'waiting' ? now : 0} current={view.id === desk.current.value} />}</Rows>
    </section>
  );
}

interface LineProps {
  readonly view: ConversationView;
  /** The time, for one that waits. */
  readonly now: number;
  readonly current: boolean;
}

const Line = kept(({ view, now, current }: LineProps): JSX.Element => {
  const { desk, t } = useAround();
  const name = nameOf(view.visitor, t);
  const waits = view.status === 'waiting';
  const waiting = waits && !view.target && view.waitingSince;
  const writes = desk.live.typist(view.id).value;
  return (
    <button
      type="button"
      class={view.unread ? 'pw-conv unread' : 'pw-conv'}
      aria-current={current ? 'true' : undefined}
      onClick={() => desk.show(view.id)}
    >
      <Face name={faceOf(view.visitor)} id={view.visitor?.id} />
      <span class="who cut" title={name}>
        {name}
      </span>
      <span class="side">
        {waiting && <Icon name={CLOCK} />}{' '}
        {view.target ? (
          <pw-clock ref={clocks} {...view.target}>
            {t.time(view.target.dueAt)}
          </pw-clock>
        ) : waiting ? (
          minutes(now - Date.parse(waiting))
        ) : (
          view.lastAt && t.time(view.lastAt)
        )}
      </span>
      <span class="last cut">
        {waits && view.origin === 'message' && <b>{t('leftAway')} </b>}
        {view.agent && !desk.lists.isMine(view) && <b>{view.agent.name} </b>}
        {writes ? t('isTyping', { name }) : plain(view.preview ?? departmentOf(view))}
      </span>
      {view.unread > 0 && (
        <span class="pw-badge" role="img" aria-label={t('unread', { count: view.unread })}>
          {view.unread}
        </span>
      )}
    </button>
  );
});

function minutes(span: number): string {
  const seconds = Math.max(0, Math.round(span / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
