import type { IsoDate } from '../../../shared/catalogue/source.ts'
import type { RankedCandidate } from '../../../shared/domain/candidate.ts'
import { parseEmailAddress } from '../../../shared/domain/email-address.ts'
import { autoconfigSource, wellKnownSource } from '../../../electron/engine/discovery/autoconfig-source.ts'
import { findSettings } from '../../../electron/engine/discovery/find.ts'
import { probeWithoutLogin } from '../../../electron/engine/probe/probe-without-login.ts'
import type { ProbeTools } from '../../../electron/engine/probe/tools.ts'
import { compareHost, comparePublished, type Difference } from './compare.ts'
import {
  domainQuestions,
  hostQuestions,
  type DomainQuestion,
  type HostQuestion,
  type Looked,
} from './plan.ts'

/** So few at the same time that no network takes it for a scan. */
const AT_ONCE = 4

export interface CheckReport {
  readonly date: IsoDate
  readonly hosts: number
  readonly domains: number
  /** Entries all of whose hosts answered as the entry says. */
  readonly agreeing: readonly string[]
  readonly differences: readonly Difference[]
}

export interface LookAroundOptions {
  readonly date: IsoDate
  readonly signal: AbortSignal
  readonly onAsked?: (name: string) => void
}

/**
 * Greets every host once, signs in nowhere, and reads what the domains publish. Bounded by the limits of a probe for
 * each host, and by the time one look-up of settings may take for each domain.
 */
export async function lookAround(
  looked: Looked,
  tools: ProbeTools,
  { date, signal, onAsked = () => {} }: LookAroundOptions,
): Promise<CheckReport> {
  const hosts = hostQuestions(looked)
  const domains = domainQuestions(looked)
  const greeted = await inTurn(hosts, async (question) => {
    const evidence = await greet(question, tools, signal)
    onAsked(question.endpoint.host)
    return { question, differences: compareHost(question, evidence, looked.providers, date) }
  })
  const published = await inTurn(domains, async (question) => {
    const differences = comparePublished(question, await readPublished(question, tools, signal))
    onAsked(question.domain)
    return differences
  })
  const wrong = new Set(greeted.flatMap(({ differences }) => differences.flatMap(({ owners }) => owners)))
  const asked = new Set(greeted.flatMap(({ question }) => question.owners))
  return {
    date,
    hosts: hosts.length,
    domains: domains.length,
    agreeing: looked.providers.map(({ id }) => id).filter((id) => asked.has(id) && !wrong.has(id)),
    differences: [...greeted.flatMap(({ differences }) => differences), ...published.flat()],
  }
}

function greet({ endpoint }: HostQuestion, tools: ProbeTools, signal: AbortSignal) {
  const startedMs = tools.clock.now()
  return probeWithoutLogin(endpoint, tools, { signal, now: () => tools.clock.now() - startedMs })
}

/** The address is nobody's: the part before the @ tells a server nothing. */
async function readPublished({ domain }: DomainQuestion, tools: ProbeTools, signal: AbortSignal) {
  const address = parseEmailAddress(`mailbox@${domain}`)
  if (!address.ok) return []
  const sources = [autoconfigSource, wellKnownSource]
  const request = { address: address.value, accountType: null, sources, tools, signal }
  let candidates: readonly RankedCandidate[] = []
  for await (const snapshot of findSettings(request)) candidates = snapshot.candidates
  return candidates
}

/** The answers in the order of the questions. */
async function inTurn<Question, Answer>(
  questions: readonly Question[],
  ask: (question: Question) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers = new Map<Question, Answer>()
  const waiting = [...questions]
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      answers.set(next, await ask(next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return questions.flatMap((question) => {
    const answer = answers.get(question)
    return answer === undefined ? [] : [answer]
  })
}
