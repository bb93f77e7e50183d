/** A thread has no conversation yet. */
export function isThread(id: string): boolean {
  return id.startsWith('new:');
}
