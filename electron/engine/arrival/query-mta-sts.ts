import type { MtaStsFacts } from '#shared/arrival/facts.ts'
import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'
import { stsRecordsIn } from '#shared/arrival/sts-policy.ts'
import { harmless } from '#shared/text/server-text.ts'
import { asked, fewTexts } from '#engine/arrival/asked.ts'
import type { HttpFetch, Resolver } from '#engine/environment.ts'

/** RFC 8461 section 3.3 lets a receiver stop at 64 KiB. */
const MOST_OCTETS = 65_536

/** The announcement, and the policy file where there is one. */
export async function queryMtaSts(
  domain: string,
  resolver: Resolver,
  fetch: HttpFetch,
  signal: AbortSignal,
): Promise<MtaStsFacts> {
  const texts = fewTexts(asked(await resolver.texts(`_mta-sts.${domain}`, signal)))
  const announced = texts.state === 'found' && stsRecordsIn(texts.value).length === 1
  return { texts, policy: announced ? await fetchPolicy(`mta-sts.${domain}`, fetch, signal) : 'not-asked' }
}

async function fetchPolicy(
  host: string,
  fetch: HttpFetch,
  signal: AbortSignal,
): Promise<MtaStsFacts['policy']> {
  const document = await fetch(`https://${host}/.well-known/mta-sts.txt`, signal)
  if (!document.ok) return refusalOf(document.error)
  // Redirects must not be followed; one within the same host cannot be seen any more and does no harm.
  if (document.value.host !== host) return 'elsewhere'
  const lines = document.value.body.subarray(0, MOST_OCTETS).toString('utf8').split(/\r?\n/)
  return { text: lines.map((line) => harmless(line)).join('\n') }
}

/** A failure on this side (network, proxy, cancelled) says nothing about the file. */
function refusalOf({ kind }: LookUpFault): 'certificate' | 'unreachable' | 'not-asked' {
  switch (kind) {
    case 'certificate':
      return 'certificate'
    case 'resolver-failed':
    case 'offline':
    case 'cancelled':
    case 'proxy-refused':
    case 'proxy-unusable':
      return 'not-asked'
    default:
      return 'unreachable'
  }
}
