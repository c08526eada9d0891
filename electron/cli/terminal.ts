import type { Readable, Writable } from 'node:stream'
import { inertJson, inertLine, inertText } from '#cli/output/inert.ts'

/** The terminal a command runs in. Progress goes to `progress`, results to `results`. */
export interface Terminal {
  readonly input: Readable & { readonly isTTY?: boolean; setRawMode?: (raw: boolean) => unknown }
  readonly results: Writable
  readonly progress: Writable & { readonly isTTY?: boolean }
  readonly env: NodeJS.ProcessEnv
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal
}

export function print(terminal: Terminal, text: string): void {
  terminal.results.write(`${inertText(text)}\n`)
}

export function printJson(terminal: Terminal, value: unknown): void {
  print(terminal, inertJson(value))
}

/** One line, whatever names are quoted in it. */
export function sayLine(terminal: Terminal, text: string): void {
  say(terminal, inertLine(text))
}

export function say(terminal: Terminal, text: string): void {
  terminal.progress.write(`${inertText(text)}\n`)
}
