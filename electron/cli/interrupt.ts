import { ENDING_SIGNALS, keepDebuggerShut } from '#engine/ending-signals.ts'
import { EXIT } from '#cli/exit-status.ts'

/** Every command ends well within it; Windows allows little more to a program whose window was closed. */
const CLEAN_UP_MS = 4_000

/**
 * Aborts when the user, the system or the end of the program that has started this one asks it to stop. Ctrl+C reaches
 * a whole group of processes and is passed on by each of them besides, so the same wish comes several times: the
 * repeats are ignored while the first is carried out, which has a deadline of its own.
 */
export function listenForInterrupt(): AbortSignal {
  const interrupt = new AbortController()
  const stop = () => {
    if (interrupt.signal.aborted) return
    interrupt.abort()
    setTimeout(() => process.exit(EXIT.broken), CLEAN_UP_MS).unref()
  }
  keepDebuggerShut()
  for (const name of ENDING_SIGNALS) process.on(name, stop)
  // The launcher's end of the channel closes with it, whatever has ended it.
  process.once('disconnect', stop)
  process.channel?.unref()
  // Not `undefined`, which it is without a channel.
  if (Object.is(process.connected, false)) stop()
  return interrupt.signal
}
