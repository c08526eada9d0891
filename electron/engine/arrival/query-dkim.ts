import { isAligned } from '#shared/arrival/aligned.ts'
import type { Asked, DkimKey, SelectorFacts } from '#shared/arrival/facts.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { asked, fewTexts } from '#engine/arrival/asked.ts'
import { readDkimKey } from '#engine/arrival/dkim-key.ts'
import type { Resolver } from '#engine/environment.ts'

const MOST_SELECTORS = 8

/** Looks for the keys a message names, or for those customers of the provider usually have. */
export function queryDkim(
  domain: string,
  usual: readonly string[],
  message: MessageFacts | null,
  resolver: Resolver,
  signal: AbortSignal,
): Promise<readonly SelectorFacts[]> {
  const signed = (message?.signatures ?? [])
    .filter((signature) => isAligned(signature.domain, domain))
    .map((signature) => ({
      selector: signature.selector,
      domain: signature.domain,
      source: 'message' as const,
    }))
  // A message says itself where its keys are; others do not matter then.
  const wanted =
    signed.length > 0 ? signed : usual.map((selector) => ({ selector, domain, source: 'provider' as const }))
  return Promise.all(
    wanted.slice(0, MOST_SELECTORS).map(async (one): Promise<SelectorFacts> => {
      const name = `${one.selector}._domainkey.${one.domain}`
      const key = keyIn(fewTexts(asked(await resolver.texts(name, signal))))
      const alias = key.state === 'absent' ? await resolver.aliases(name, signal) : null
      const target = alias?.ok === true ? (alias.value[0] ?? null) : null
      return { selector: one.selector, source: one.source, name, alias: target, key }
    }),
  )
}

function keyIn(texts: Asked<readonly string[]>): Asked<DkimKey> {
  if (texts.state !== 'found') return texts
  const value = readDkimKey(texts.value)
  return value === null ? { state: 'absent' } : { state: 'found', value }
}
