import type { JSX } from 'preact';
import { visit } from './context';
import { Conversation } from './conversation';
import { Home } from './home';

/** Home or a conversation; on a page with room, home beside the conversation. */
export function App(): JSX.Element {
  const current = visit.current.value;
  if (!visit.roomy.value) return current ? <Conversation id={current} /> : <Home />;
  return (
    <div class="page">
      <Home beside />
      <div class="pane">{current && <Conversation id={current} beside />}</div>
    </div>
  );
}
