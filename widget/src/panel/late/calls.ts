import type { VisitorDetails } from '../session';
import { browserStore } from '../../shared/store';
import { visit } from './kit';

/** What the customer's page asks for with `Parley(name, given)`. @throws Error with the desk's code when it refuses */
export async function call(name: string, given: unknown): Promise<void> {
  if (name === 'prefill') prefill(`${given}`);
  else if (name === 'logout') await leave();
  else if (name === 'identify') await visit.session.introduce({ identity: `${given}` });
  else {
    const { name: called, email, ...attributes } = given as VisitorDetails;
    await visit.session.introduce({ ...(called && { name: called }), ...(email && { email }), attributes });
  }
}

/** Whoever sits here next is somebody else: nothing of this visitor stays in the browser. */
async function leave(): Promise<void> {
  await visit.session.introduce({ another: true });
  const store = browserStore();
  store.keys('parley').forEach((key) => store.remove(key));
  location.reload();
}

/** Words to begin with. What the visitor has written already stays. */
function prefill(words: string): void {
  if (!visit.current.peek()) visit.begin();
  if (!visit.draft.peek()) visit.draft.value = words;
}
