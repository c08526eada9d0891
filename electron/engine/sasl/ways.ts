import type { Fault } from '#shared/domain/fault.ts'
import type { MechanismChoice } from '#shared/domain/mechanism.ts'
import type { AuthMethod } from '#shared/domain/protocol.ts'
import { fail, type Outcome } from '#shared/outcome.ts'
import { bearingOnPassword } from '#shared/replies/meaning.ts'
import type { ChannelBinding, SaslMechanism } from '#engine/sasl/mechanism.ts'
import { bindingFor, usableMechanisms, type MechanismOffer } from '#engine/sasl/mechanisms.ts'

/** Servers may count each of them towards a lock-out; providers lock from five on. */
const MAX_ATTEMPTS = 4

/** One way to sign in: a SASL mechanism, or a command that the protocol has of its own. */
export interface SignInWay<T> {
  /** As servers announce it, or as the command is called. */
  readonly name: string
  readonly method: AuthMethod
  /** Whether the server has to be able to tie it to the connection. */
  readonly binds: SaslMechanism['binds']
  readonly attempt: () => Promise<Outcome<T, Fault>>
}

/** Told of each attempt before it is made. */
export type OnWay = (way: Pick<SignInWay<unknown>, 'name' | 'method'>) => void

/** What the line says about a sign-in over it. */
export interface SignInLine {
  readonly encrypted: boolean
  readonly channelBinding: ChannelBinding | null
  /** How many passwords, tokens and proofs have been written so far. */
  readonly secretsWritten: number
}

/**
 * The announced mechanisms as ways to sign in.
 * SECURITY: where other programs on this computer could read along, those that keep the password back go first.
 */
export function saslWays<T>(
  { offered, kind }: Pick<MechanismOffer, 'offered' | 'kind'>,
  { encrypted, channelBinding: binding }: SignInLine,
  choice: MechanismChoice,
  attempt: (mechanism: SaslMechanism, binding: ChannelBinding | null) => Promise<Outcome<T, Fault>>,
): readonly SignInWay<T>[] {
  const order = !encrypted ? 'scram-first' : choice.kind === 'best' ? choice.order : 'plain-first'
  return usableMechanisms({ offered, kind, binding, order }).map((mechanism) => ({
    name: mechanism.name,
    method: mechanism.method,
    binds: mechanism.binds,
    attempt: () => attempt(mechanism, bindingFor(mechanism, { offered, binding })),
  }))
}

/** Puts a command that shows the password as PLAIN does behind PLAIN and LOGIN; behind all where neither is announced. */
export function afterPlainText<T>(ways: readonly SignInWay<T>[], own: SignInWay<T>): readonly SignInWay<T>[] {
  const last = ways.findLastIndex(({ name }) => name === 'PLAIN' || name === 'LOGIN')
  return last === -1 ? [...ways, own] : ways.toSpliced(last + 1, 0, own)
}

/**
 * Signs in by the first way that leads to a verdict. One that ends before the server could compare the password says
 * nothing about it, and the next follows on the same line; any other answer is final, because a refused password is
 * not sent again.
 * @returns `null` where there is no way
 */
export async function tryWays<T>(
  ways: readonly SignInWay<T>[],
  choice: MechanismChoice,
  line: SignInLine,
  onWay: OnWay,
): Promise<Outcome<T, Fault> | null> {
  let left = chosen(ways, choice)
  let last: Outcome<T, Fault> | null = null
  for (let attempts = 0; attempts < MAX_ATTEMPTS; attempts += 1) {
    const [way, ...others] = left
    if (way === undefined) return last
    onWay(way)
    const before = line.secretsWritten
    const result = await way.attempt()
    const open = result.ok
      ? null
      : openFault(result.error, line.secretsWritten > before ? 'shown' : 'not-shown')
    if (open === null) return result
    last = fail(open)
    // What failed is the binding, and it would fail with another hash as well.
    left = way.binds === 'channel' ? others.filter(({ binds }) => binds === 'nothing') : others
  }
  return last
}

function chosen<T>(ways: readonly SignInWay<T>[], choice: MechanismChoice): readonly SignInWay<T>[] {
  if (choice.kind === 'best') return ways
  return ways.filter(({ name }) => name === choice.name).slice(0, 1)
}

/** Where nothing of what the server announces can be used, or not what was named. */
export function noneUsable(offered: readonly string[], choice: MechanismChoice): Fault {
  return choice.kind === 'only'
    ? { kind: 'no-usable-mechanism', offered, wanted: choice.name }
    : { kind: 'no-usable-mechanism', offered }
}

/** What is reported of an attempt that leaves the password open; `null` where it does not. */
function openFault(fault: Fault, secret: 'shown' | 'not-shown'): Fault | null {
  if (fault.kind !== 'rejected') return null
  const { reply } = fault
  const bearing = bearingOnPassword(reply, secret)
  if (bearing === 'final') return null
  return bearing === 'mechanism' ? { kind: 'mechanism-failed', reply } : fault
}
