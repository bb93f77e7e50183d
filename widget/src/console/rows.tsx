import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConversationView } from '../shared/frames';
import { useSignal } from './use-signal';

/** So many rows come and go together. */
const CHUNK = 25;
/** A list of so many is all there. */
const ALL = 4 * CHUNK;
/** Of one row, as the style sheet has it. */
const REM = 3.25;

interface RowsProps {
  readonly views: readonly ConversationView[];
  readonly children: (view: ConversationView) => JSX.Element;
}

/** Rows of a list. Of a long one only those near the view are drawn: five hundred cost a key or a frame no more than fifty. */
export function Rows({ views, children }: RowsProps): JSX.Element {
  if (views.length <= ALL) return <>{views.map(children)}</>;
  const chunks = Array.from({ length: Math.ceil(views.length / CHUNK) }, (_, i) => views.slice(i * CHUNK, (i + 1) * CHUNK));
  return (
    <>
      {chunks.map((chunk, i) => (
        <Chunk key={i} views={chunk}>
          {children}
        </Chunk>
      ))}
    </>
  );
}

function Chunk({ views, children }: RowsProps): JSX.Element {
  const near = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return;
    const watch = new IntersectionObserver(
      // Whoever goes through the rows by keys does not lose the one that has the focus.
      (seen) => (near.value = !!seen.at(-1)?.isIntersecting || current.contains(document.activeElement)),
      { root: current.closest('.pw-rows'), rootMargin: '100%' },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={place} style={{ blockSize: `${views.length * REM}rem` }}>
      {near.value && views.map(children)}
    </div>
  );
}
