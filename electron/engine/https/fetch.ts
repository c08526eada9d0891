import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { publicHost } from '#shared/domain/host-name.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import { interruptAfter, orInterrupted } from '#engine/interruption.ts'
import { get, type HttpAnswer } from '#engine/https/get.ts'
import type { Ground } from '#engine/net/ground.ts'
import { overLine } from '#engine/https/open-line.ts'
import type { FetchedDocument, HttpFetch } from '#engine/environment.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

const MAX_REDIRECTS = 3

/**
 * Fetches over the same way as a mail test goes: our own name look-up, address race, proxy and proof of identity,
 * and so with the same answers to the same troubles. One deadline covers all redirects.
 * @param ground of the address that is asked for; where a redirect leads is always a server's word
 */
export function createHttpsFetch(tools: TrustedNetwork, ground: Ground): HttpFetch {
  return async (address, parent) => {
    const deadline = interruptAfter(tools.limits.fetchMs, parent)
    try {
      return await orInterrupted(deadline.signal, () => follow(address, ground, tools, deadline.signal))
    } finally {
      // Also closes what `follow` still reads after the deadline has come.
      deadline.end()
    }
  }
}

async function follow(
  address: string,
  ground: Ground,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<Outcome<FetchedDocument, LookUpFault>> {
  let url: URL | null = URL.parse(address)
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    // SECURITY: https alone, also after a redirect: an answer in the clear may be an attacker's on the way.
    if (url === null || url.protocol !== 'https:') return fail({ kind: 'redirect', why: 'insecure' })
    if (url.username !== '' || url.password !== '') return fail({ kind: 'redirect', why: 'insecure' })
    // SECURITY: a server's redirect must not make this computer knock at its own ports or its neighbours'.
    if (publicHost(url.hostname) === null) return fail({ kind: 'redirect', why: 'insecure' })
    const answer = await getOnce(url, hops === 0 ? ground : 'outside', tools, signal)
    if (!answer.ok) return answer
    if (answer.value.kind === 'document') return ok({ host: url.hostname, body: answer.value.body })
    url = URL.parse(answer.value.location, url.href)
  }
  return fail({ kind: 'redirect', why: 'too-many' })
}

function getOnce(
  url: URL,
  ground: Ground,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<Outcome<HttpAnswer, LookUpFault>> {
  return overLine(url, ground, tools, signal, (line) => get(line, url, tools.limits.fetchBytes, signal))
}
