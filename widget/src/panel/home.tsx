import type { JSX } from 'preact';
import { Icon } from '../shared/ui/icon';
import { t, visit } from './context';
import { PanelButtons } from './bar';
import { Portrait } from './portrait';
import { until } from './until';

/** The way in: who is there, start a chat, earlier conversations, how else to reach the company. */
export function Home({ beside }: { readonly beside?: boolean }): JSX.Element {
  const said = visit.said.code.value;
  const ways = visit.ways.code.value;
  if (visit.shown.value) void visit.ways.need();
  const { logo, name = '' } = visit.panel.config;
  // Beside a conversation, that is the page's main part.
  const [Whole, Bar, Middle] = beside ? (['aside', 'div', 'div'] as const) : (['div', 'header', 'main'] as const);
  return (
    <Whole class={beside ? 'side home' : 'view home'}>
      <Bar class="bar bare">
        <div class="logo grow cut">{logo ? <img src={logo} alt={name} /> : name}</div>
        {!beside && <PanelButtons pop />}
      </Bar>
      <Middle class="mid">
        <Welcome />
        {said && <said.Past />}
        {ways && <ways.Ways />}
      </Middle>
    </Whole>
  );
}

function Welcome(): JSX.Element {
  const { open, reason } = visit.desk.value;
  return (
    <>
      <section class="hero">
        <h1>{t(open ? 'greeting' : reason === 'no-agent' ? 'absent' : 'away')}</h1>
        <Team headed />
      </section>
      <button class="tile go" onClick={() => visit.begin()}>
        <Icon name="chat" />
        <span>
          <b>{t(open ? 'start' : 'leave')}</b>
          <small>{visit.ways.code.value?.wait() || t(open ? 'startNote' : 'leaveNote')}</small>
        </span>
      </button>
    </>
  );
}

/** Whether somebody is there, or when. @param headed whether a heading says already that nobody is */
export function Team({ headed }: { readonly headed?: boolean }): JSX.Element {
  const { open, nextChange: next } = visit.desk.value;
  return (
    <p class="team">
      {open && visit.panel.config.team?.map((who) => <Portrait who={who} />)}
      <i class={open ? 'dot' : 'dot off'} aria-hidden />
      <span>
        <b>{open ? t('here') : next ? t('awayUntil', { day: until(next, t, visit.panel.config.language), time: t.time(next) }) : !headed && t('absent')}</b>
        <small>{t(open ? 'hereNote' : next ? 'awayTime' : 'awayNote')}</small>
      </span>
    </p>
  );
}
