import type { Asked } from '#shared/arrival/facts.ts'
import { asked, fewTexts } from '#engine/arrival/asked.ts'
import type { Resolver, ResolverFault } from '#engine/environment.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'

/** How the evaluator asks: as `dns.resolve`, with the codes of its errors. */
export type SpfResolve = (name: string, type: string) => Promise<string[]>

/** The evaluator asks for ten names, each with ten hosts behind an `mx` at most, and for each of several addresses. */
const MOST_QUESTIONS = 400

/**
 * Lets the evaluator ask by way of our own resolver, and keeps the TXT records it met. It never opens a socket itself.
 */
export function spfResolver(resolver: Resolver, signal: AbortSignal) {
  const visited: Record<string, Asked<readonly string[]>> = Object.create(null)
  let questions = 0
  const resolve: SpfResolve = async (name, type) => {
    questions += 1
    if (questions > MOST_QUESTIONS || signal.aborted) throw refusal('ETIMEOUT')
    const answer = await ask(name.toLowerCase().replace(/\.$/, ''), type, resolver, signal)
    if (type === 'TXT')
      visited[name.toLowerCase()] = fewTexts(asked(answer as Outcome<string[], ResolverFault>))
    if (!answer.ok) throw refusal(answer.error.kind === 'name-not-found' ? 'ENOTFOUND' : 'ESERVFAIL')
    if (answer.value.length === 0) throw refusal('ENODATA')
    // An MX record is an object, as in `dns.resolve`, which the evaluator's types leave out.
    return [...answer.value] as string[]
  }
  return { resolve, visited }
}

async function ask(
  name: string,
  type: string,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<Outcome<readonly unknown[], ResolverFault>> {
  switch (type) {
    case 'TXT': {
      const texts = fewTexts(asked(await resolver.texts(name, signal)))
      return texts.state === 'found' ? ok(texts.value) : fail(faultOf(texts.state))
    }
    case 'A':
    case 'AAAA': {
      const found = await resolver.addresses(name, signal)
      const family = type === 'A' ? 4 : 6
      return found.ok ? ok(found.value.flatMap((one) => (one.family === family ? [one.address] : []))) : found
    }
    case 'MX': {
      const routes = await resolver.mailRoutes(name, signal)
      return routes.ok
        ? ok(routes.value.map(({ host, preference }) => ({ exchange: host, priority: preference })))
        : routes
    }
    case 'PTR':
      return resolver.pointers(addressOf(name), signal)
    default:
      return ok([])
  }
}

function faultOf(state: 'absent' | 'unasked'): ResolverFault {
  return state === 'absent'
    ? { kind: 'name-not-found' }
    : { kind: 'resolver-failed', detail: 'server-failure' }
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code })
}

/** `4.3.2.1.in-addr.arpa` and the nibbles of `ip6.arpa` (RFC 1035 section 3.5, RFC 3596 section 2.5). */
function addressOf(name: string): string {
  const labels = name
    .replace(/\.(?:in-addr|ip6)\.arpa$/, '')
    .split('.')
    .toReversed()
  return name.endsWith('.ip6.arpa') ? (labels.join('').match(/.{4}/g) ?? []).join(':') : labels.join('.')
}
