import { signal } from '../shared/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useAround } from './context';
import { Conversation } from './conversation';
import { Home } from './home';

const roomy = matchMedia('(min-width: 860px)');
const wide = signal(roomy.matches);
roomy.addEventListener('change', () => (wide.value = roomy.matches));

/** Home or a conversation; on a page with room, home beside the conversation. */
export function App(): JSX.Element {
  const { visit } = useAround();
  const beside = visit.panel.mode === 'page' && wide.value;
  const current = visit.current.value;
  useEffect(() => {
    if (beside && !current) visit.begin();
  }, [beside, current]);
  useEscape();
  if (!beside) return current ? <Conversation id={current} /> : <Home />;
  return (
    <div class="page">
      <Home beside />
      <div class="pane">{current && <Conversation id={current} beside />}</div>
    </div>
  );
}

function useEscape(): void {
  const { visit } = useAround();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) visit.closePanel();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
