import type { JSX } from 'preact';
import type { ConversationView, Party } from '../shared/frames';
import type { Command } from './commands';
import { COMMANDS, needsAlt } from './commands';
import { faceOf, nameOf, plain, useAround } from './context';
import { Dialog } from './dialog';
import { Face } from './face';
import { ConsoleIcon } from './icons';
import { useSignal } from './use-signal';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly keys?: string | undefined;
  /** Where it is a conversation: whose. */
  readonly visitor?: Party | undefined;
  run(): unknown;
}

const MOST = 12;

/** Do anything: commands that can be done now, and conversations, by a few letters. */
export function Palette({ onClose }: { onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const words = useSignal('');
  const at = useSignal(0);
  const choices = fitting();
  const chosen = choices[Math.min(at.value, choices.length - 1)];

  function fitting(): Choice[] {
    const wanted = words.value.trim().toLowerCase().split(/\s+/);
    const fits = (text: string): boolean => wanted.every((word) => text.toLowerCase().includes(word));
    return [...commands(), ...conversations()].filter(({ title, note }) => fits(`${title} ${note}`)).slice(0, MOST);
  }

  function commands(): Choice[] {
    return COMMANDS.flatMap((command) => {
      const run = command.run(desk);
      return run && command.name !== 'keyHelp' ? [{ id: command.name, title: t(command.name), note: '', keys: keysOf(command), run }] : [];
    });
  }

  function conversations(): Choice[] {
    return [...desk.lists.mine.value, ...desk.lists.queue.value].map((view: ConversationView) => ({
      id: view.id,
      title: nameOf(view.visitor, t),
      note: plain(view.preview ?? ''),
      visitor: view.visitor ?? ({ id: view.id, name: '' } as Party),
      run: () => desk.show(view.id),
    }));
  }

  const run = (choice: Choice | undefined): void => {
    if (!choice) return;
    onClose();
    // After the dialog has given the focus back, so that a command may take it.
    setTimeout(() => void choice.run());
  };
  const onKey = (event: KeyboardEvent): void => {
    // Not what was drawn last: Enter may come before the next drawing.
    const now = fitting();
    const place = Math.min(at.value, now.length - 1);
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) at.value = (place + by + now.length) % now.length || 0;
    else if (event.key === 'Enter') run(now[place]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog title={t('palette')} kind="palette" onClose={onClose}>
      <ConsoleIcon name="search" />
      <input
        type="text"
        role="combobox"
        aria-label={t('palette')}
        aria-expanded="true"
        aria-controls="pw-choices"
        aria-activedescendant={chosen ? `pw-choice-${chosen.id}` : ''}
        placeholder={t('palettePlaceholder')}
        autocomplete="off"
        value={words.value}
        onInput={(event) => {
          words.value = event.currentTarget.value;
          at.value = 0;
        }}
        onKeyDown={onKey}
      />
      <ul id="pw-choices" role="listbox" aria-label={t('palette')}>
        {choices.map((choice) => (
          <li key={choice.id} id={`pw-choice-${choice.id}`} role="option" aria-selected={choice === chosen} onClick={() => run(choice)}>
            {choice.visitor && <Face name={faceOf(choice.visitor)} id={choice.visitor.id} size="s" />}
            <span class="grow cut">
              {choice.title} <span class="muted">{choice.note}</span>
            </span>
            {choice.keys && <kbd>{choice.keys}</kbd>}
          </li>
        ))}
      </ul>
      <p class="pw-none" role="status">
        {choices.length ? '' : t('nothingFits')}
      </p>
      <p class="hints" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('paletteChoose')}
        </span>
        <span>
          <kbd>↵</kbd> {t('paletteRun')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('paletteBack')}
        </span>
      </p>
    </Dialog>
  );
}

/** All keys, and the switch for those who speak to their computer or whose cat walks over it. */
export function KeysDialog({ onClose }: { onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  return (
    <Dialog title={t('keys')} kind="keys" onClose={onClose}>
      <h2>{t('keys')}</h2>
      <dl class="pw-keys">
        {COMMANDS.filter(({ key }) => key).map((command) => (
          <div key={command.name}>
            <dt>
              <kbd>{keysOf(command)}</kbd>
            </dt>
            <dd>{t(command.name)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>{t('ctrl')} K</kbd>
          </dt>
          <dd>{t('palette')}</dd>
        </div>
      </dl>
      <label class="pw-check">
        <input type="checkbox" checked={desk.keyboard.letters.value} onChange={(event) => desk.keyboard.setLetters(event.currentTarget.checked)} />
        {t('letters')}
      </label>
      <div class="pw-acts">
        <button type="button" class="pw-btn" onClick={(event) => event.currentTarget.closest('dialog')?.close()}>
          {t('done')}
        </button>
      </div>
    </Dialog>
  );
}

export function keysOf(command: Command): string | undefined {
  return command.key && (needsAlt(command) ? `Alt ${command.key}` : command.key);
}
