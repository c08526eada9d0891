import type { ResultLine } from '#shared/batch/result-line.ts'
import { registrableDomain } from '#shared/domain/registrable-domain.ts'
import type { Code } from '#shared/finding/codes.ts'

/** The accounts of one provider. */
export interface ProviderTally {
  readonly name: string
  readonly works: number
  readonly fails: number
}

/** A certificate that was seen; `ends`: ISO 8601, UTC. */
export interface SeenCertificate {
  readonly server: string
  readonly ends: string
}

export interface PasswordEndTally {
  readonly day: string
  readonly provider: string
  readonly accounts: number
}

export interface BatchSummary {
  readonly rows: number
  readonly works: number
  readonly fails: number
  /** Most accounts first. */
  readonly providers: readonly ProviderTally[]
  /** Most frequent first; without what works. */
  readonly codes: readonly { readonly code: Code; readonly rows: number }[]
  /** The next to end first. */
  readonly certificates: readonly SeenCertificate[]
  readonly passwordEnds: readonly PasswordEndTally[]
}

/** Counts results as they come. It keeps what is said about providers, servers and days, and nothing of a row that was read. */
export class SummaryCount {
  readonly #providers = new Map<string, { works: number; fails: number }>()
  readonly #codes = new Map<Code, number>()
  readonly #certificates = new Map<string, string>()
  readonly #passwordEnds = new Map<string, PasswordEndTally>()
  /** Wrong rows by their line: one that was mended since has a result of its own. */
  readonly #wrong = new Map<number, Code>()
  #works = 0
  #fails = 0

  add(result: ResultLine): void {
    if (result.row === null) {
      this.#wrong.set(result.line, result.code)
      return
    }
    this.#wrong.delete(result.line)
    const isGood = result.verdict === 'ok'
    if (isGood) this.#works += 1
    else {
      this.#fails += 1
      this.#codes.set(result.code, (this.#codes.get(result.code) ?? 0) + 1)
    }
    const name = providerName(result)
    const provider = this.#providers.get(name) ?? { works: 0, fails: 0 }
    provider[isGood ? 'works' : 'fails'] += 1
    this.#providers.set(name, provider)
    this.#addDates(result, name)
  }

  summary(): BatchSummary {
    const codes = new Map(this.#codes)
    for (const code of this.#wrong.values()) codes.set(code, (codes.get(code) ?? 0) + 1)
    const fails = this.#fails + this.#wrong.size
    return {
      rows: this.#works + fails,
      works: this.#works,
      fails,
      providers: [...this.#providers]
        .map(([name, counts]) => ({ name, ...counts }))
        .toSorted((a, b) => b.works + b.fails - a.works - a.fails || a.name.localeCompare(b.name)),
      codes: [...codes]
        .map(([code, rows]) => ({ code, rows }))
        .toSorted((a, b) => b.rows - a.rows || a.code.localeCompare(b.code)),
      certificates: [...this.#certificates]
        .map(([server, ends]) => ({ server, ends }))
        .toSorted((a, b) => a.ends.localeCompare(b.ends) || a.server.localeCompare(b.server)),
      passwordEnds: [...this.#passwordEnds.values()].toSorted(
        (a, b) => a.day.localeCompare(b.day) || b.accounts - a.accounts,
      ),
    }
  }

  #addDates({ endpoints, passwordEnds: day }: ResultLine, provider: string): void {
    for (const { host, port, certificateEnds } of endpoints)
      if (certificateEnds !== null) this.#certificates.set(`${host}:${port}`, certificateEnds)
    if (day === null) return
    const key = `${day} ${provider}`
    const accounts = (this.#passwordEnds.get(key)?.accounts ?? 0) + 1
    this.#passwordEnds.set(key, { day, provider, accounts })
  }
}

/** By name where it is known, else by the domain that the servers belong to. */
function providerName({ provider, endpoints, row }: ResultLine): string {
  if (provider !== null) return provider.name
  const [first] = endpoints
  const host = first?.host ?? row?.address.slice(row.address.lastIndexOf('@') + 1) ?? ''
  return registrableDomain(host) ?? host
}
