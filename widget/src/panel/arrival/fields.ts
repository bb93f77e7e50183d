/** One thing that is asked before the first message, in the visitor's language. */
export interface Field {
  readonly name: string;
  readonly kind: 'text' | 'email' | 'phone' | 'choice' | 'checkbox' | 'department';
  /** Of a department the panel's own. */
  readonly label?: string;
  readonly help?: string;
  readonly required?: boolean;
  /** What a text must be as a whole, as a regular expression. */
  readonly pattern?: string;
  readonly choices?: readonly string[];
}

/** What the visitor has put in so far, by the fields' names; a box that is ticked is `true`. */
export type Filled = Readonly<Record<string, string>>;

export type Trouble = 'arrival.missing' | 'arrival.choose' | 'arrival.notEmail' | 'arrival.notPhone' | 'arrival.notFitting';

/** What is wrong with a field as it is filled in. The server looks again. */
export function trouble({ kind, name, required, pattern, choices }: Field, filled: Filled): Trouble | undefined {
  const said = (filled[name] ?? '').trim();
  if (!said) return required ? (kind === 'choice' ? 'arrival.choose' : 'arrival.missing') : undefined;
  if (kind === 'email') return /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(said) ? undefined : 'arrival.notEmail';
  if (kind === 'phone') return /^\+?[\d\s()./-]{3,40}$/.test(said) && /\d{3}/.test(said.replace(/\D/g, '')) ? undefined : 'arrival.notPhone';
  if (kind === 'choice') return choices?.includes(said) ? undefined : 'arrival.choose';
  return !pattern || matches(pattern, said) ? undefined : 'arrival.notFitting';
}

/** What the server understands and this browser does not is left to the server. */
function matches(pattern: string, said: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(said);
  } catch {
    return true;
  }
}

/** What goes with the message: of fields that are asked, those that say something. */
export function given(fields: readonly Field[], filled: Filled): Filled {
  return Object.fromEntries(fields.map(({ name }) => [name, (filled[name] ?? '').trim()] as const).filter(([, said]) => said));
}
