import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useSignal } from './use-signal';
import { useAround } from './context';

interface Target {
  readonly id: string;
  readonly name: string;
}

/** Asks to whom a conversation goes. A native dialog: it traps the focus, closes on Escape and gives the focus back. */
export function TransferDialog({ id, onClose }: { readonly id: string; onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const dialog = useRef<HTMLDialogElement>(null);
  const departments = useSignal<readonly Target[]>([]);
  const agents = useSignal<readonly Target[]>([]);
  const loaded = useSignal(false);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.addEventListener('close', onClose);
    const fetchInto = async (path: string, into: { value: readonly Target[] }): Promise<void> => {
      const page = await desk.session.get<{ items?: readonly Target[] } | readonly Target[]>(path).catch(() => []);
      into.value = 'items' in page ? (page.items ?? []) : (page as readonly Target[]);
    };
    void Promise.all([fetchInto('departments', departments), fetchInto('agents', agents)]).then(() => (loaded.value = true));
  }, []);

  const submit = (event: JSX.TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [kind, target] = String(form.get('to')).split(':');
    const to = kind === 'agent' ? { agent: target ?? '' } : { department: target ?? '' };
    void desk.transfer(id, to, String(form.get('comment') ?? '').trim());
    onClose();
  };
  const colleagues = agents.value.filter((agent) => agent.id !== desk.live.me.value?.id);
  const nobody = loaded.value && !departments.value.length && !colleagues.length;

  return (
    <dialog ref={dialog} class="pw-dialog" aria-labelledby="pw-transfer">
      <form onSubmit={submit}>
        <h2 id="pw-transfer">{t('transferTitle')}</h2>
        {nobody && <p>{t('noTargets')}</p>}
        <label>
          {t('transferTo')}
          <select name="to" required>
            <Options label={t('departments')} kind="department" targets={departments.value} />
            <Options label={t('colleagues')} kind="agent" targets={colleagues} />
          </select>
        </label>
        <label>
          {t('comment')}
          <textarea name="comment" rows={3} maxLength={300} />
        </label>
        <div class="pw-acts">
          <button type="button" class="pw-btn" onClick={onClose}>
            {t('cancel')}
          </button>
          <button type="submit" class="pw-btn go" disabled={nobody || !loaded.value}>
            {t('transfer')}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Options({ label, kind, targets }: { readonly label: string; readonly kind: string; readonly targets: readonly Target[] }): JSX.Element | null {
  if (!targets.length) return null;
  return (
    <optgroup label={label}>
      {targets.map((target) => (
        <option key={target.id} value={`${kind}:${target.id}`}>
          {target.name}
        </option>
      ))}
    </optgroup>
  );
}
