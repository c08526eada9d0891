import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import { needsCare, type LineBreak, type MailHandler } from '#shared/preflight/preflight-line.ts'
import type { WrittenPreflight } from '#shared/preflight/read-line.ts'

/** Whom something is about. */
interface Concerned {
  readonly domains: number
  readonly addresses: number
}

export interface HandlerTally extends Concerned {
  /** Of a provider or the domain of a hoster, `null` where the handler says it all. */
  readonly name: string | null
  readonly mail: MailHandler
}

export interface BreakTally extends Concerned {
  readonly provider: string
  readonly break: Pick<LineBreak, 'kind' | 'state' | 'day' | 'finalDay' | 'services'>
}

export interface PreflightSummary extends Concerned {
  /** Domains and wrong lines that need to be looked after. */
  readonly care: number
  readonly contradictions: number
  readonly wrongLines: number
  /** Most domains first. */
  readonly handlers: readonly HandlerTally[]
  /** The next first. */
  readonly breaks: readonly BreakTally[]
}

/** Counts lines as they come, and keeps what is said about providers and days, and nothing of a domain. */
export class PreflightCount {
  readonly #handlers = new Map<string, HandlerTally>()
  readonly #breaks = new Map<string, BreakTally>()
  #counts = { domains: 0, addresses: 0, care: 0, contradictions: 0, wrongLines: 0 }

  add(line: WrittenPreflight): void {
    const { domain, addresses, mail, contradictions } = line
    const known = this.#counts
    this.#counts = {
      domains: known.domains + (domain === null ? 0 : 1),
      addresses: known.addresses + addresses,
      care: known.care + (needsCare(line) ? 1 : 0),
      contradictions: known.contradictions + (contradictions.length > 0 ? 1 : 0),
      wrongLines: known.wrongLines + (domain === null ? 1 : 0),
    }
    if (domain === null || mail === null) return
    const name = handlerName(line)
    const handler = this.#handlers.get(`${mail} ${name}`) ?? { name, mail, domains: 0, addresses: 0 }
    this.#handlers.set(`${mail} ${name}`, { ...handler, ...more(handler, addresses) })
    for (const one of line.breaks) this.#addBreak(one, line.provider?.name ?? '', addresses)
  }

  summary(): PreflightSummary {
    return {
      ...this.#counts,
      handlers: [...this.#handlers.values()].toSorted(
        (a, b) => b.domains - a.domains || (a.name ?? '').localeCompare(b.name ?? ''),
      ),
      breaks: [...this.#breaks.values()].toSorted(
        (a, b) => nextDay(a.break).localeCompare(nextDay(b.break)) || b.domains - a.domains,
      ),
    }
  }

  #addBreak(
    { kind, state, day, finalDay, services, addresses: own }: WrittenPreflight['breaks'][number],
    provider: string,
    addresses: number,
  ): void {
    if (own === 0) return
    const key = JSON.stringify([kind, day, services, provider])
    const known = this.#breaks.get(key) ?? {
      provider,
      break: { kind, state, day, finalDay, services },
      domains: 0,
      addresses: 0,
    }
    this.#breaks.set(key, { ...known, ...more(known, own ?? addresses) })
  }
}

/** The day that is next: for what has begun, the one on which it is over for all. */
export function nextDay({ state, day, finalDay }: Pick<LineBreak, 'state' | 'day' | 'finalDay'>): string {
  return state === 'announced' ? day : (finalDay ?? day)
}

function more({ domains, addresses }: Concerned, further: number): Concerned {
  return { domains: domains + 1, addresses: addresses + further }
}

function handlerName({ provider, mail, mx }: WrittenPreflight): string | null {
  if (provider !== null && mail !== 'none') return provider.name
  const [first] = mx
  return mail === 'hoster' && first !== undefined ? (registrableDomain(first) ?? first) : null
}
