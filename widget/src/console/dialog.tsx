import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** The dialogs of the workspace; one at a time is open. */
export type DialogName = 'transfer' | 'invite' | 'close' | 'closeNext' | 'tags' | 'team' | 'palette' | 'keys';

interface DialogProps {
  readonly title: string;
  readonly kind?: string;
  readonly children: ComponentChildren;
  onClose(): void;
}

/** A native dialog: it traps the focus, closes on Escape or a click beside it, and gives the focus back. */
export function Dialog({ title, kind = '', children, onClose }: DialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.addEventListener('close', onClose);
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`pw-dialog ${kind}`}
      aria-label={title}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      {children}
    </dialog>
  );
}
