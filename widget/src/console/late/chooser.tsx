import type { JSX, RefObject } from 'preact';
import type { Words } from '../../shared/i18n';
import type { Choosing } from '../choosing';
import type { Colleague } from '../colleagues';
import type { Surroundings } from '../context';
import type { AgentDesk } from '../desk';
import type { Called, Canned } from './canned';
import { callable, called, filled, marks, textIn } from './canned';
import type { Held } from './held';
import { Face, signal } from './kit';
import { begunName, fitting } from './naming';
import type { ResponseBook } from './responses';
import type { tables } from './words';

const UNDO = 5_000;
const LIST = 'pw-named';

/** A response that was put in, with what stood there before it. */
interface Inserted {
  readonly shortcut: string;
  readonly before: string;
  readonly caret: number;
  readonly after: string;
}

/** What is chosen from while writing: colleagues in a note, canned responses anywhere. Below it, what can be undone. */
export class Chooser implements Choosing {
  readonly #naming = signal<Called | undefined>(undefined);
  readonly #calling = signal<Called | undefined>(undefined);
  readonly #at = signal(0);
  /** Can be taken back as long as nothing was written since; for some seconds that is said, too. */
  #inserted: Inserted | undefined;
  readonly #fresh = signal<Inserted | undefined>(undefined);

  constructor(
    private readonly desk: AgentDesk,
    private readonly t: Surroundings['t'],
    private readonly say: Words<(typeof tables)['de']>,
    private readonly area: RefObject<HTMLTextAreaElement>,
    private readonly id: () => string,
    private readonly held: Held,
    private readonly responses: ResponseBook,
  ) {
    queueMicrotask(this.look);
  }

  readonly look = (): void => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = this.area.current ?? {};
    const focused = document.activeElement === this.area.current && selectionStart === selectionEnd;
    const name = focused && this.#note() ? begunName(value, selectionStart) : undefined;
    const call = focused && !name ? called(value, selectionStart) : undefined;
    if (name && !this.desk.colleagues.all.peek().length) void this.desk.colleagues.load().catch(() => undefined);
    if (call) this.responses.want();
    if (name?.words !== this.#naming.peek()?.words || call?.words !== this.#calling.peek()?.words) this.#at.value = 0;
    this.#naming.value = name;
    this.#calling.value = call;
  };

  readonly onKey = (event: KeyboardEvent): boolean => {
    if (event.isComposing) return false;
    if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey) return this.#undo(event);
    const { length } = this.#choices();
    if (!length) return false;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) this.#at.value = (this.#at.peek() + by + length) % length;
    else if (event.key === 'Enter' || event.key === 'Tab') this.#take(this.#choices()[this.#at.peek()]);
    else if (event.key === 'Escape') this.#shut();
    else return false;
    event.preventDefault();
    return true;
  };

  get field(): Readonly<Record<string, string>> {
    const chosen = this.#choices()[this.#at.value];
    return chosen ? { 'aria-autocomplete': 'list', 'aria-controls': LIST, 'aria-activedescendant': `${LIST}-${chosen.id}` } : {};
  }

  get list(): JSX.Element {
    return (
      <>
        {this.#options()}
        {this.#undoing()}
        {this.#waiting()}
        {this.#marked()}
        {this.held.turned.value !== undefined && (
          <p class="pw-aside" role="status">
            {this.say(this.held.turned.value ? 'on' : 'off')}
          </p>
        )}
      </>
    );
  }

  #options(): JSX.Element | null {
    const choices = this.#choices();
    const empty = this.#calling.value?.words === '' && this.responses.all.value?.length === 0;
    if (empty)
      return (
        <p class="pw-named pw-bare" role="status">
          {this.say('none')} {this.desk.may('keep-canned-responses') && <a href="/portal/canned">{this.say('keep')}</a>}
        </p>
      );
    if (!choices.length) return null;
    return (
      <ul class="pw-named" id={LIST} role="listbox" aria-label={this.#calling.value ? this.say('responses') : this.t('mention')}>
        {choices.map((choice, at) => (
          // The field keeps the focus.
          <li key={choice.id} id={`${LIST}-${choice.id}`} role="option" aria-selected={at === this.#at.value} onMouseDown={(event) => event.preventDefault()} onClick={() => this.#take(choice)}>
            {'shortcut' in choice ? this.#canned(choice) : this.#colleague(choice)}
          </li>
        ))}
      </ul>
    );
  }

  #colleague({ name, id, status, photo }: Colleague): JSX.Element {
    return (
      <>
        <Face name={name} id={id} photo={photo} size="s" />
        <span class="grow cut">{name}</span>
        <span class="muted">{this.t(status)}</span>
      </>
    );
  }

  #canned(choice: Canned): JSX.Element {
    return (
      <>
        <b class="cut">/{choice.shortcut}</b>
        <bdi class="grow cut muted">{this.#text(choice)}</bdi>
      </>
    );
  }

  #undoing(): JSX.Element | null {
    const inserted = this.#fresh.value;
    // What was changed since is not thrown away.
    if (!inserted || inserted.after !== this.desk.drafts.of(this.id()).text) return null;
    return (
      <p class="pw-aside">
        <span class="grow" role="status">
          {this.say('inserted', { shortcut: inserted.shortcut })}
        </span>
        <button type="button" class="pw-btn" onClick={this.#restore}>
          {this.say('undo')}
        </button>
      </p>
    );
  }

  #waiting(): JSX.Element | null {
    const id = this.id();
    const left = this.held.left.value.get(id);
    if (!left) return null;
    return (
      <p class="pw-aside">
        <span class="grow cut">
          <span class="pw-sr" role="status">
            {this.say('held')}
          </span>
          <bdi>{this.held.waiting(id)?.text}</bdi>
        </span>
        <span class="muted" aria-hidden="true">
          {this.say('seconds', { count: left })}
        </span>
        <button type="button" class="pw-btn" onClick={() => this.#back()}>
          {this.say('undo')} <kbd aria-hidden="true">{this.t('ctrl')} Z</kbd>
        </button>
        <button type="button" class="pw-btn" onClick={() => (this.held.release(id), this.area.current?.focus())}>
          {this.say('now')}
        </button>
      </p>
    );
  }

  #marked(): JSX.Element | null {
    const missing = marks(this.desk.drafts.of(this.id()).text);
    return missing.length && !this.#note() ? (
      <p class="pw-meanwhile" role="alert">
        {this.say('missing', { names: missing.join(', ') })}
      </p>
    ) : null;
  }

  #note(): boolean {
    return this.desk.drafts.of(this.id()).mode === 'note';
  }

  // Asked for when drawn and when a key comes: Enter may come before the next drawing.
  #choices(): readonly (Colleague | Canned)[] {
    const name = this.#naming.value;
    if (name && this.#note()) return fitting(this.desk.colleagues.all.value, name.words, this.desk.live.me.value?.id);
    const call = this.#calling.value;
    return call ? callable(this.responses.all.value ?? [], call.words, this.desk.view(this.id()), this.#language()) : [];
  }

  #take(choice: Colleague | Canned | undefined): void {
    const field = this.area.current;
    const from = (this.#naming.peek() ?? this.#calling.peek())?.from;
    if (!choice || !field || from === undefined) return;
    const before = { before: field.value, caret: field.selectionStart };
    field.setRangeText('shortcut' in choice ? this.#text(choice) : `@${choice.name} `, from, field.selectionStart, 'end');
    this.#shut();
    this.desk.write(this.id(), { text: field.value });
    field.focus();
    if (!('shortcut' in choice)) return;
    this.#select(field);
    const inserted = { ...before, shortcut: choice.shortcut, after: field.value };
    this.#inserted = inserted;
    this.#fresh.value = inserted;
    setTimeout(() => this.#fresh.peek() === inserted && (this.#fresh.value = undefined), UNDO);
  }

  /** The first mark, to be written over. */
  #select(field: HTMLTextAreaElement): void {
    const [mark] = marks(field.value);
    const at = mark ? field.value.indexOf(mark) : -1;
    if (mark && at >= 0) field.setSelectionRange(at, at + mark.length);
  }

  #text(choice: Canned): string {
    const view = this.desk.view(this.id());
    const facts = this.desk.visitors.of(this.id()).value?.facts;
    return filled(textIn(choice, this.#language()), {
      'visitor.name': facts?.name ?? view.visitor?.name,
      'visitor.email': facts?.email,
      'agent.name': this.desk.live.me.value?.name,
      'company.name': this.area.current?.closest('parley-workspace')?.getAttribute('company') ?? undefined,
      'department.name': view.department?.name,
    });
  }

  #language(): string {
    return this.desk.visitors.of(this.id()).value?.facts.language ?? '';
  }

  #shut(): void {
    this.#naming.value = undefined;
    this.#calling.value = undefined;
  }

  readonly #restore = (): void => {
    const field = this.area.current;
    const { before, caret } = this.#inserted ?? {};
    this.#inserted = undefined;
    this.#fresh.value = undefined;
    if (!field || before === undefined || caret === undefined) return;
    field.value = before;
    this.desk.write(this.id(), { text: before });
    field.focus();
    field.setSelectionRange(caret, caret);
  };

  #undo(event: KeyboardEvent): boolean {
    if (this.#inserted && this.#inserted.after === this.area.current?.value) this.#restore();
    // Not what the field shows: the key may come before the next drawing.
    else if (this.desk.drafts.of(this.id()).text || !this.#back()) return false;
    event.preventDefault();
    return true;
  }

  #back(): boolean {
    const back = this.held.undo(this.id());
    if (back) this.area.current?.focus();
    return back;
  }
}
