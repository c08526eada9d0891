import { isAligned } from '#shared/arrival/aligned.ts'
import type { ArrivalFacts, DkimKey, SelectorFacts } from '#shared/arrival/facts.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import { bad, good, notAsked, type Judgement, type Opinion } from '#shared/arrival/judgements/opinion.ts'
import type { DnsRecord, Proof } from '#shared/arrival/report.ts'

/** RFC 8301 section 3.2: a verifier takes nothing shorter; signers are asked for 2048. */
const SHORTEST_KEY = 1_024

/** Whether mail bears a signature of the domain that receivers can check. */
export const dkimJudgement: Judgement = {
  subject: 'dkim',
  judge: (facts) => (facts.message === null ? byKeys(facts, 'published') : byMessage(facts, facts.message)),
}

function byMessage(facts: ArrivalFacts, message: MessageFacts): Opinion {
  const { domain } = facts
  const verdicts = message.verdicts.filter(({ method }) => method === 'dkim')
  const own = message.signatures.filter((signature) => isAligned(signature.domain, domain))
  if (own.length > 0) {
    const passed = verdicts.find((one) => one.result === 'pass' && isAligned(one.domain, domain))
    if (passed !== undefined) {
      const state = passed.proof === 'message' ? 'message' : 'sign'
      const selector = own[0]?.selector ?? ''
      return shortKeyIn(facts) ?? good({ state, selector }, { proof: passed.proof })
    }
    const keys = byKeys(facts, 'message')
    const failed = verdicts.find((one) => /^(?:fail|permerror|policy)$/.test(one.result))
    return keys.code !== 'OK' || failed === undefined
      ? keys
      : bad('ARRIVE_DKIM_FAILED', 'error', ['ask-provider'], { proof: failed.proof, turn: 'provider' })
  }
  // A message that never left its own server needs no signature: that it has none says nothing.
  if (message.clientAddress === null && message.verdicts.length === 0) return unknown(facts)
  const [foreign] = message.signatures
  if (foreign !== undefined)
    return bad('ARRIVE_DKIM_FOREIGN', 'warning', ['switch-on-signing', 'ask-provider'], {
      proof: 'message',
      facts: { signer: foreign.domain },
      records: aliasRecords(facts),
    })
  return bad('ARRIVE_DKIM_MISSING', 'error', ['switch-on-signing', 'ask-provider'], {
    proof: 'message',
    facts: { selectors: 'none' },
    records: aliasRecords(facts),
  })
}

/** The best of the keys decides: providers publish two, and one of them is enough. */
function byKeys(facts: ArrivalFacts, proof: Proof): Opinion {
  const { dkim } = facts
  if (dkim.length === 0) return unknown(facts)
  const usable = dkim.find(({ key }) => key.state === 'found' && key.value.state === 'usable')
  if (usable !== undefined)
    return shortKeyIn(facts) ?? good({ state: 'key', selector: usable.selector }, { proof: 'published' })
  if (dkim.some(({ key }) => key.state === 'unasked')) return notAsked()
  const found = dkim.find(({ key }) => key.state === 'found')
  if (found !== undefined) {
    const code = keyIn(found)?.state === 'revoked' ? 'ARRIVE_DKIM_REVOKED' : 'ARRIVE_DKIM_SYNTAX'
    return bad(code, 'error', ['switch-on-signing', 'ask-provider'], {
      proof,
      facts: { name: found.name },
    })
  }
  const dangling = dkim.find(({ alias }) => alias !== null)
  if (dangling !== undefined)
    return bad('ARRIVE_DKIM_ALIAS', 'error', ['switch-on-signing', 'ask-provider'], {
      proof,
      turn: 'provider',
      facts: { name: dangling.name, alias: dangling.alias ?? '' },
    })
  // A domain may use any selector, so only a message can show that there is no signature.
  return bad('ARRIVE_DKIM_MISSING', 'warning', ['switch-on-signing', 'ask-provider'], {
    proof,
    facts: { selectors: dkim.map(({ selector }) => selector).join(', ') },
    records: aliasRecords(facts),
  })
}

function unknown({ service }: ArrivalFacts): Opinion {
  return bad('ARRIVE_DKIM_UNKNOWN', 'info', ['send-test', 'ask-provider'], {
    facts: { service: service.provider ?? 'none' },
  })
}

/** Where every usable key is too short; a long one beside it is the one that is meant. */
function shortKeyIn(facts: ArrivalFacts): Opinion | null {
  const usable = facts.dkim.filter((one) => keyIn(one)?.state === 'usable')
  const [short] = usable
  if (short === undefined || !usable.every((one) => isShort(keyIn(one)))) return null
  return bad('ARRIVE_DKIM_SHORT', 'warning', ['switch-on-signing', 'ask-provider'], {
    facts: { bits: keyIn(short)?.bits ?? 0, name: short.name },
  })
}

function isShort(key: DkimKey | null): boolean {
  return key !== null && key.algorithm === 'rsa' && key.bits < SHORTEST_KEY
}

function keyIn({ key }: SelectorFacts): DkimKey | null {
  return key.state === 'found' ? key.value : null
}

/** Only where the provider's aliases follow from the domain; a key of one's own is made by the provider. */
function aliasRecords({ domain, dkim, service }: ArrivalFacts): readonly DnsRecord[] {
  const target = service.dkimTarget
  if (target === null) return []
  return dkim
    .filter(({ source, key }) => source === 'provider' && key.state === 'absent')
    .map(({ selector, name }) => ({
      change: 'add',
      name,
      type: 'CNAME',
      value: target.replaceAll('{selector}', selector).replaceAll('{domain}', domain),
    }))
}
