import type { SourceAnswer } from '#shared/discovery/source-answer.ts'
import { isHint } from '#shared/discovery/order.ts'
import { ok } from '#shared/outcome.ts'
import { inert, type Inert } from '#shared/text/inert.ts'
import {
  missed,
  NOTHING,
  type DiscoveryContext,
  type DiscoverySource,
  type SourceResult,
} from '#engine/discovery/source.ts'
import { orInterrupted } from '#engine/interruption.ts'

/** How long the others have before usual names are looked at too. */
const GUESS_AFTER_MS = 600

type SourceRank = DiscoverySource['rank']

/** An answer in which every text from outside has been made inert. */
interface HeardAnswer extends SourceAnswer {
  readonly candidates: Inert<SourceAnswer['candidates']>
  readonly notes: Inert<NonNullable<SourceAnswer['notes']>>
}

/** The domain is the user's; names and sign-in servers were judged where the document was read, and are used as they are. */
const OWN = ['domain', 'userName', 'issuer']

type OnAnswer = (answers: readonly SourceAnswer[], state: { readonly complete: boolean }) => void

const SKIPPED: SourceResult = { ...NOTHING, status: 'skipped' }

/** One round of questions to all sources: who is asked when, and who need not answer any more. */
export class DiscoveryRun {
  readonly #sources: readonly DiscoverySource[]
  readonly #context: DiscoveryContext
  readonly #onAnswer: OnAnswer
  readonly #answers = new Map<DiscoverySource, HeardAnswer>()
  readonly #offs = new Map<DiscoverySource, AbortController>()
  #wordGrace: NodeJS.Timeout | undefined
  #hearsayGrace: NodeJS.Timeout | undefined

  constructor(sources: readonly DiscoverySource[], context: DiscoveryContext, onAnswer: OnAnswer) {
    this.#sources = sources
    this.#context = context
    this.#onAnswer = onAnswer
  }

  async run(): Promise<void> {
    try {
      await Promise.all(this.#rank('built-in').map((source) => this.#ask(source)))
      if (this.#context.address.lookUp === 'manual' || this.#isKnown()) this.#leaveOut()
      else await this.#askNetwork()
    } finally {
      clearTimeout(this.#wordGrace)
      clearTimeout(this.#hearsayGrace)
    }
    this.#report({ complete: true })
  }

  async #askNetwork(): Promise<void> {
    if (this.#answers.size < this.#sources.length) this.#report({ complete: false })
    const heard = [...this.#rank('word'), ...this.#rank('hearsay')].map((source) => this.#hear(source))
    const guesses = this.#rank('guess')
    if (guesses.length > 0) {
      await this.#headStart(heard)
      if (!this.#isSettled(['word', 'hearsay'])) heard.push(...guesses.map((source) => this.#hear(source)))
    }
    await Promise.all(heard)
    this.#leaveOut()
  }

  /** Ends early when all sources have answered. */
  async #headStart(heard: readonly Promise<void>[]): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const pause = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, GUESS_AFTER_MS)
    })
    try {
      await Promise.race([pause, Promise.all(heard)])
    } finally {
      clearTimeout(timer)
    }
  }

  async #hear(source: DiscoverySource): Promise<void> {
    await this.#ask(source)
    this.#callOff()
    if (this.#answers.size < this.#sources.length) this.#report({ complete: false })
  }

  async #ask(source: DiscoverySource): Promise<void> {
    const { tools, signal } = this.#context
    const startedMs = tools.clock.now()
    const off = new AbortController()
    this.#offs.set(source, off)
    const own = AbortSignal.any([signal, off.signal])
    const outcome = await orInterrupted(own, async () =>
      ok(await source.ask({ ...this.#context, signal: own })),
    )
    const result = outcome.ok ? outcome.value : missed(outcome.error)
    this.#note(source, off.signal.aborted ? SKIPPED : result, Math.round(tools.clock.now() - startedMs))
  }

  #note(
    source: DiscoverySource,
    { status, code, provider, candidates, notes = [], yields }: SourceResult,
    durationMs: number,
  ): void {
    this.#answers.set(source, {
      report: { source: source.id, status, code, durationMs },
      provider: provider === null ? null : { ...provider, why: inert(provider.why, { own: OWN }) },
      candidates: inert(candidates, { own: OWN }),
      notes: inert(notes, { own: OWN }),
      ...(yields === undefined ? {} : { yields }),
    })
  }

  /**
   * Calls off who can no longer win, and gives those of the same rank a moment to contradict. A better source is waited
   * for: what is known so far is on the page already.
   */
  #callOff(): void {
    const { contradictionMs } = this.#context.tools.limits
    if (this.#isSettled(['word'])) {
      this.#abort(['hearsay', 'guess'])
      this.#wordGrace ??= setTimeout(() => this.#abort(['word']), contradictionMs)
    } else if (this.#isSettled(['word', 'hearsay'])) {
      this.#abort(['guess'])
      this.#hearsayGrace ??= setTimeout(() => this.#abort(['hearsay']), contradictionMs)
    }
  }

  #abort(ranks: readonly SourceRank[]): void {
    for (const [source, off] of this.#offs)
      if (ranks.includes(source.rank) && !this.#answers.has(source)) off.abort()
  }

  /** Who was not even asked. */
  #leaveOut(): void {
    for (const source of this.#sources) if (!this.#answers.has(source)) this.#note(source, SKIPPED, 0)
  }

  /** Mailwright's own list has the domain: asking around would only tell others about it. */
  #isKnown(): boolean {
    return [...this.#answers.values()].some(
      ({ report, candidates, provider }) =>
        report.source !== 'proposal' && (candidates.length > 0 || provider !== null),
    )
  }

  /**
   * Servers for receiving and for sending, or a provider, from sources of these ranks. A hint settles nothing, nor what
   * no collection corrects any more, and an
   * answer that would yield to a file of the domain only what is below such a file.
   */
  #isSettled(ranks: readonly SourceRank[]): boolean {
    const answers = [...this.#answers].flatMap(([{ rank }, answer]) => {
      const own: SourceRank = answer.yields === 'to-own-file' ? 'hearsay' : rank
      return ranks.includes(own) && !isHint(answer) ? [answer] : []
    })
    const protocols = new Set(
      answers
        .flatMap(({ candidates }) => candidates)
        .filter(({ source, trust }) => source !== 'collections' || trust !== 'guess')
        .map(({ endpoint }) => endpoint.protocol),
    )
    const both = protocols.has('smtp') && (protocols.has('imap') || protocols.has('pop3'))
    return both || answers.some(({ provider }) => provider !== null)
  }

  #rank(rank: SourceRank): readonly DiscoverySource[] {
    return this.#sources.filter((source) => source.rank === rank)
  }

  #report(state: { readonly complete: boolean }): void {
    const ranked = this.#sources.map((source) => this.#answers.get(source) ?? stillAsking(source))
    this.#onAnswer(ranked, state)
  }
}

function stillAsking({ id }: DiscoverySource): SourceAnswer {
  return {
    report: { source: id, status: 'asking', code: null, durationMs: 0 },
    provider: null,
    candidates: [],
  }
}
