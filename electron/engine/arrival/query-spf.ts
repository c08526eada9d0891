import type { SpfEvaluation, SpfFacts } from '#shared/arrival/facts.ts'
import { spfRecordsIn } from '#shared/arrival/spf-record.ts'
import { asked, fewTexts } from '#engine/arrival/asked.ts'
import { spfResolver, type SpfResolve } from '#engine/arrival/spf-resolver.ts'
import type { Resolver } from '#engine/environment.ts'

/** RFC 5737: no mail server has this address, so a record that passes it passes any sender. */
const NOBODY = '192.0.2.1'
const MOST_SERVERS = 4

export interface SpfQuestion {
  readonly domain: string
  readonly host: string | null
  readonly messageFrom: string | null
  readonly limitMs: number
}

/** Evaluates the record for an unrelated address, for those of the SMTP host, and for the one a message came from. */
export async function querySpf(
  question: SpfQuestion,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<SpfFacts> {
  const { domain, host, messageFrom } = question
  const texts = fewTexts(asked(await resolver.texts(domain, signal)))
  const records = texts.state === 'found' ? spfRecordsIn(texts.value) : []
  if (records.length !== 1) return { texts, visited: {}, evaluations: [] }
  const servers = host === null ? null : await resolver.addresses(host, signal)
  const places: readonly Pick<SpfEvaluation, 'address' | 'from'>[] = [
    { address: NOBODY, from: 'nobody' },
    ...(messageFrom === null ? [] : [{ address: messageFrom, from: 'message' as const }]),
    ...(servers?.ok === true ? servers.value : [])
      .slice(0, MOST_SERVERS)
      .map(({ address }) => ({ address, from: 'server' as const })),
  ]
  const { resolve, visited } = spfResolver(resolver, signal)
  const evaluations = await Promise.all(places.map((place) => evaluate(place, question, resolve)))
  return { texts, visited: { ...visited }, evaluations }
}

/**
 * SECURITY: macros may lead any part of the sender and of this computer's name to a name server of an attacker's
 * choice; they are given neither. The limits on look-ups are the evaluator's own (RFC 7208 section 4.6.4).
 */
async function evaluate(
  { address, from }: Pick<SpfEvaluation, 'address' | 'from'>,
  { domain, host, limitMs }: SpfQuestion,
  resolve: SpfResolve,
): Promise<SpfEvaluation> {
  // Loaded when it is needed: it is as big as everything else in the engine together.
  const { spf } = await import('mailauth/lib/spf/index.js')
  const { status, lookups } = await spf({
    sender: `postmaster@${domain}`,
    ip: address,
    helo: host ?? domain,
    mta: 'receiver.invalid',
    strict: true,
    maxElapsedTime: limitMs,
    resolver: resolve,
  })
  const result = RESULTS.find((known) => known === status.result) ?? 'temperror'
  return { address, from, result, lookups: lookups?.count ?? 0, voids: lookups?.void ?? 0 }
}

const RESULTS = ['none', 'neutral', 'pass', 'fail', 'softfail', 'temperror', 'permerror'] as const
