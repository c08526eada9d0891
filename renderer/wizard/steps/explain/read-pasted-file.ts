import { MAX_PASTED, pastedFrom, type Pasted } from '#shared/explain/pasted.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { PastedProblem } from '#renderer/wizard/machine/state.ts'

/** Text has no zero in it; a message of a mail program in a form of its own has, from the beginning. */
const HEAD = 4_096

/** Reads a file the user has chosen, in the page; its size is looked at before its content. */
export async function readPastedFile(file: File): Promise<Outcome<Pasted, PastedProblem>> {
  if (file.size > MAX_PASTED) return fail('too-big')
  try {
    const octets = new Uint8Array(await file.arrayBuffer())
    return octets.subarray(0, HEAD).includes(0)
      ? fail('not-text')
      : ok(pastedFrom(octets, (from, charset) => new TextDecoder(charset, { fatal: true }).decode(from)))
  } catch {
    return fail('unreadable')
  }
}
