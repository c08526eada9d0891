/**
 * What the system, a terminal or another program ends a program with that listens to none of it, and that leaves it the
 * time to clear up; Ctrl+\ is SIGQUIT. SIGBREAK is Ctrl+Break of Windows, where SIGHUP is the window that is closed.
 * The launcher passes on the same (scripts/lib/run-in-place.mjs).
 */
export const ENDING_SIGNALS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGBREAK',
  'SIGQUIT',
  'SIGALRM',
  'SIGVTALRM',
  'SIGUSR2',
  'SIGXCPU',
  'SIGXFSZ',
  'SIGIO',
  'SIGPWR',
] as const

/** SECURITY: without a listener Node opens its debugger at this signal, which lets any local program take over. */
export function keepDebuggerShut(): void {
  process.on('SIGUSR1', () => {})
}
