import { organisationOf } from '#shared/arrival/aligned.ts'
import { dmarcRecordsIn, parseDmarc } from '#shared/arrival/dmarc-record.ts'
import type { Asked, DmarcFacts } from '#shared/arrival/facts.ts'
import { asked, fewTexts, mapAsked } from '#engine/arrival/asked.ts'
import type { Resolver } from '#engine/environment.ts'

/** The record of the domain and of the organisation above it (RFC 7489 section 6.6.3), and who agreed to get reports. */
export async function queryDmarc(
  domain: string,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<DmarcFacts> {
  const organisation = organisationOf(domain)
  const textsAt = async (place: string) => fewTexts(asked(await resolver.texts(`_dmarc.${place}`, signal)))
  const [own, above] = await Promise.all([textsAt(domain), textsAt(organisation)])
  const here = recordIn(own)
  const place = here === null ? organisation : domain
  const domains = reportDomainsIn(here ?? recordIn(above)).filter(
    (target) => organisationOf(target) !== organisationOf(place),
  )
  const reports = await Promise.all(
    domains.map(async (target) => {
      const answer = fewTexts(asked(await resolver.texts(`${place}._report._dmarc.${target}`, signal)))
      return { domain: target, agreed: agreementIn(answer) }
    }),
  )
  return { organisation, own, above, reports }
}

function recordIn(texts: Asked<readonly string[]>): string | null {
  return texts.state === 'found' ? (dmarcRecordsIn(texts.value)[0] ?? null) : null
}

function reportDomainsIn(record: string | null): readonly string[] {
  return record === null ? [] : (parseDmarc(record)?.reportDomains ?? [])
}

function agreementIn(texts: Asked<readonly string[]>): Asked<null> {
  if (texts.state === 'found' && dmarcRecordsIn(texts.value).length === 0) return { state: 'absent' }
  return mapAsked(texts, () => null)
}
