import { judgeArrival } from '#shared/arrival/judge.ts'
import { inert } from '#shared/text/inert.ts'
import type { ArrivalFacts } from '#shared/arrival/facts.ts'
import type { MessageFacts } from '#shared/domain/message-facts.ts'
import type { ArrivalReport } from '#shared/arrival/report.ts'
import { sendingService, type KnownService } from '#shared/arrival/sending-service.ts'
import { providerByDomain } from '#shared/catalogue/look-up.ts'
import type { Redactor } from '#shared/report/redact.ts'
import type { Provider } from '#shared/catalogue/provider.ts'
import { LONGEST_TEXT } from '#engine/arrival/asked.ts'
import { queryDkim } from '#engine/arrival/query-dkim.ts'
import { queryDmarc } from '#engine/arrival/query-dmarc.ts'
import { queryMtaSts } from '#engine/arrival/query-mta-sts.ts'
import { queryMx } from '#engine/arrival/query-mx.ts'
import { querySpf } from '#engine/arrival/query-spf.ts'
import { shareLookUps } from '#engine/net/shared-look-ups.ts'
import { interruptAfter } from '#engine/interruption.ts'
import { createHttpsFetch } from '#engine/https/fetch.ts'
import type { TrustedNetwork } from '#engine/connection/trusted-network.ts'

export interface ArrivalRequest {
  /** Of the address, in A-labels. */
  readonly domain: string
  /** The server that mail is handed to. */
  readonly smtpHost: string | null
  readonly provider: Provider | null
  /** Of a message that arrived. */
  readonly message: MessageFacts | null
  /** Where a server of the account has been told a secret: who runs it may write its DNS too. */
  readonly redact?: Redactor
}

/** Members that hold closed lists of words of ours: a secret that is one of them leaves no hole. */
const OUR_WORDS = ['state', 'kind', 'source', 'from', 'result']
const MESSAGE_WORDS = ['method', 'proof', 'kind']

/**
 * Asks everything at the same time that decides whether mail of the domain is believed, and says what it means. Names
 * are looked up and one public file may be fetched; there is no credential in here. It ends by `arrivalMs`: what was
 * not answered until then could not be asked.
 */
export async function queryArrival(
  request: ArrivalRequest,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<ArrivalReport> {
  const deadline = interruptAfter(tools.limits.arrivalMs, signal)
  try {
    const facts = await gather(request, tools, deadline.signal)
    // What is to be published is made of what is there, so a record is kept whole. The policy file has lines.
    return judgeArrival(inert(withoutSecrets(facts, request), { limit: LONGEST_TEXT, own: ['text'] }))
  } finally {
    deadline.end()
  }
}

/** A policy file is judged by its lines, which stay lines. */
function withoutSecrets(facts: ArrivalFacts, { redact }: ArrivalRequest): ArrivalFacts {
  if (redact === undefined) return facts
  const { message, mtaSts, ...rest } = facts
  const { policy } = mtaSts
  const clean = (text: string) =>
    text
      .split('\n')
      .map((line) => redact(line))
      .join('\n')
  const limit = LONGEST_TEXT
  return {
    ...inert(rest, { limit, redaction: { redact, except: OUR_WORDS } }),
    message: inert(message, { limit, redaction: { redact, except: MESSAGE_WORDS } }),
    mtaSts: {
      texts: inert(mtaSts.texts, { limit, redaction: { redact, except: OUR_WORDS } }),
      policy: typeof policy === 'string' ? policy : { text: clean(policy.text) },
    },
  }
}

async function gather(
  { domain, smtpHost, provider, message }: ArrivalRequest,
  tools: TrustedNetwork,
  signal: AbortSignal,
): Promise<ArrivalFacts> {
  const resolver = shareLookUps(tools.resolver, signal)
  const ownedBy = providerByDomain(domain)?.name ?? null
  const { dkimSelectors, ...service } = serviceFor(ownedBy, sendingService(smtpHost, provider))
  const messageFrom = message?.clientAddress ?? null
  const question = { domain, host: smtpHost, messageFrom, limitMs: tools.limits.arrivalMs }
  const [spf, dkim, dmarc, mx, mtaSts] = await Promise.all([
    querySpf(question, resolver, signal),
    queryDkim(domain, dkimSelectors, message, resolver, signal),
    queryDmarc(domain, resolver, signal),
    queryMx(domain, resolver, signal),
    queryMtaSts(domain, resolver, createHttpsFetch(tools, 'typed-domain'), signal),
  ])
  return { domain, ownedBy, service, spf, dkim, dmarc, mx, mtaSts, message }
}

/** What a provider asks of its customers says nothing about the domains that are its own. */
function serviceFor(ownedBy: string | null, known: KnownService): KnownService {
  return ownedBy === null ? known : { ...known, spfInclude: null, dkimTarget: null, dkimSelectors: [] }
}
