import { MOST_TIMES, RATIO_FROM_MS, type Bar } from './bars.ts'
import { lineBy, type LineName } from './lines.ts'
import { check, checkWorks } from './mailwright.ts'
import { runReference, runRefusedReference } from './reference.ts'
import { Relays } from './relays.ts'
import type { Ports } from './servers.ts'
import { median, runsAt, timed } from './stopwatch.ts'

/** What Mailwright took, and what the reference dialogues took for the same. */
export interface Comparison {
  readonly name: string
  readonly roundTripMs: number
  readonly referenceMs: number
  readonly ms: number
}

interface Account {
  readonly name: string
  readonly lines: readonly LineName[]
}

const ACCOUNTS: readonly Account[] = [
  { name: 'three together, TLS', lines: ['SMTP 465', 'IMAP 993', 'POP3 995'] },
  { name: 'three together, TLS but SMTP 587', lines: ['SMTP 587', 'IMAP 993', 'POP3 995'] },
  // IMAP and POP3 come to their sign-ins at the same moment here, and one waits for the verdict on the other's. What
  // POP3 loses by that it has won before, because its STAT travels with its sign-in.
  { name: 'three together, STARTTLS', lines: ['SMTP 587', 'IMAP 143', 'POP3 110'] },
]
export const WRONG_PASSWORD = 'wrong password, three together'

/** An account with its three services, as users test it. */
export async function measureTogether(ports: Ports, roundTripMs: number): Promise<readonly Comparison[]> {
  const relays = await Relays.start(ports, roundTripMs)
  const found: Comparison[] = []
  for (const { name, lines: names } of ACCOUNTS) {
    const lines = names.map(lineBy)
    // The references do not wait for one another, so they are as slow as the slowest of them alone.
    const reference = () =>
      Promise.all(names.map((one) => runReference(one, relays.at(lineBy(one).port).port)))
    const own = () => checkWorks(lines, { endpoints: relays.endpoints, roundTripMs })
    found.push({ name, ...(await compare(reference, own, roundTripMs)) })
  }
  found.push({ name: WRONG_PASSWORD, ...(await compareRefusal(relays)) })
  await relays.stop()
  return found
}

function compareRefusal(relays: Relays) {
  const { roundTripMs } = relays
  const lines = (['SMTP 465', 'IMAP 993', 'POP3 995'] as const).map(lineBy)
  const own = async () => {
    const { result } = await check(lines, { endpoints: relays.endpoints, roundTripMs, password: 'not it' })
    const sent = result.endpoints.filter(({ passwordSent }) => passwordSent !== 'no')
    if (sent.length !== 1) throw new Error('a wrong password is to reach exactly one server')
  }
  return compare(() => runRefusedReference(relays.at(993).port), own, roundTripMs)
}

async function compare(
  reference: () => Promise<unknown>,
  own: () => Promise<unknown>,
  roundTripMs: number,
): Promise<Omit<Comparison, 'name'>> {
  const referenceMs: number[] = []
  const ms: number[] = []
  for (let run = 0; run < runsAt(roundTripMs); run += 1) {
    referenceMs.push(await timed(reference))
    ms.push(await timed(own))
  }
  return { roundTripMs, referenceMs: median(referenceMs), ms: median(ms) }
}

export function togetherBars(comparisons: readonly Comparison[]): readonly Bar[] {
  return comparisons
    .filter(({ name, roundTripMs }) => roundTripMs >= RATIO_FROM_MS && name !== WRONG_PASSWORD)
    .map(({ name, roundTripMs, referenceMs, ms }) => ({
      name: `${name} at ${roundTripMs} ms, times the slowest reference`,
      value: ms / referenceMs,
      limit: MOST_TIMES.together,
      unit: 'times',
    }))
}
