import { READABLE_CLIENTS, type ReadableClient } from '#shared/programs/readers/readers.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'

export interface InspectOptions {
  readonly client: ReadableClient | null
  readonly path: string | null
  /** `leave`: judged by what is known beforehand, and no socket is opened. */
  readonly test: 'leave' | 'test'
  /** `write`: without asking, as a script has agreed to whatever is shown. */
  readonly fix: 'leave' | 'ask' | 'write'
  /** Where the password comes from. */
  readonly way: 'ask' | 'password-stdin' | 'saved' | 'no-login'
}

const OF_TEST = ['password-stdin', 'saved', 'no-login'] as const

/** @throws UsageError for options that do not go together */
export function readInspectOptions({ values }: Invocation): InspectOptions {
  const { client: name, profile } = values
  const client = READABLE_CLIENTS.find((known) => known === name) ?? null
  if (typeof name === 'string' && client === null)
    throw new UsageError('cli.usage.inspect-client', { clients: READABLE_CLIENTS.join(', ') })
  if (typeof profile === 'string' && client === null) throw new UsageError('cli.usage.inspect-profile')
  const ways = OF_TEST.filter((option) => values[option] === true)
  const test = values['test'] === true ? 'test' : 'leave'
  const options = ways.map((option) => `--${option}`).join(', ')
  if (ways.length > 0 && test === 'leave') throw new UsageError('cli.usage.inspect-test', { options })
  const [way = 'ask', ...others] = ways
  if (others.length > 0) throw new UsageError('cli.usage.only-one', { options })
  return { client, path: typeof profile === 'string' ? profile : null, test, fix: readFix(values), way }
}

function readFix({ fix, yes }: Invocation['values']): InspectOptions['fix'] {
  if (fix === true) return yes === true ? 'write' : 'ask'
  if (yes === true) throw new UsageError('cli.usage.inspect-fix')
  return 'leave'
}

/** @throws UsageError where it is not said what is to be taken back */
export function readUndoOptions(
  invocation: Invocation,
): Pick<InspectOptions, 'path'> & { client: ReadableClient } {
  const { values } = invocation
  const { client, path } = readInspectOptions(invocation)
  const surplus = ['test', 'fix', 'insist'].some((option) => values[option] === true)
  if (client === null || surplus) throw new UsageError('cli.usage.inspect-undo')
  return { client, path }
}
