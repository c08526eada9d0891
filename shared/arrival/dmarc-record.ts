import { withoutBlanks } from '#shared/arrival/blanks.ts'

export type DmarcPolicy = 'none' | 'quarantine' | 'reject'

export interface DmarcRecord {
  readonly policy: DmarcPolicy
  /** For domains below this one; the same as `policy` where nothing is said. */
  readonly subdomains: DmarcPolicy
  readonly spf: 'r' | 's'
  readonly dkim: 'r' | 's'
  /** Domains of the mailboxes that get aggregate reports. */
  readonly reportDomains: readonly string[]
}

const VERSION = /^v[ \t]{0,9}=[ \t]{0,9}DMARC1[ \t]{0,9}(?:;|$)/
const LONGEST = 4_096
const MOST_TAGS = 50
const MOST_REPORTS = 10
const POLICIES = ['none', 'quarantine', 'reject'] as const
const KNOWN = ['p', 'sp', 'np', 'rua', 'ruf', 'adkim', 'aspf', 'fo', 'pct', 'rf', 'ri', 't', 'psd'] as const

/** Every DMARC record among the TXT records of a name. */
export function dmarcRecordsIn(texts: readonly string[]): readonly string[] {
  return texts.map(withoutBlanks).filter((text) => VERSION.test(text))
}

/** RFC 7489 section 6.3; `null` for a record that receivers leave aside. */
export function parseDmarc(record: string): DmarcRecord | null {
  const tags = tagsOf(record)
  const policy = policyIn(tags, 'p')
  if (policy === null || (tags.has('sp') && policyIn(tags, 'sp') === null)) return null
  return {
    policy,
    subdomains: policyIn(tags, 'sp') ?? policy,
    spf: tags.get('aspf')?.toLowerCase() === 's' ? 's' : 'r',
    dkim: tags.get('adkim')?.toLowerCase() === 's' ? 's' : 'r',
    reportDomains: reportDomainsIn(tags.get('rua') ?? ''),
  }
}

/** The same record with what is wrong left out and another policy, if there is none that can be read. */
export function proposeDmarc(record: string | null, policy: DmarcPolicy | null): string {
  const tags = record === null ? new Map<string, string>() : tagsOf(record)
  const wanted = policy ?? policyIn(tags, 'p') ?? 'none'
  const kept = KNOWN.filter((name) => name !== 'p' && tags.has(name)).filter(
    (name) => name !== 'sp' || policyIn(tags, 'sp') !== null,
  )
  return ['v=DMARC1', `p=${wanted}`, ...kept.map((name) => `${name}=${tags.get(name) ?? ''}`)].join('; ')
}

function tagsOf(record: string): ReadonlyMap<string, string> {
  const parts = record.slice(0, LONGEST).split(';').slice(1, MOST_TAGS)
  return new Map(
    parts.flatMap((part) => {
      const at = part.indexOf('=')
      return at === -1
        ? []
        : [[withoutBlanks(part.slice(0, at)).toLowerCase(), withoutBlanks(part.slice(at + 1))] as const]
    }),
  )
}

function policyIn(tags: ReadonlyMap<string, string>, name: string): DmarcPolicy | null {
  const value = tags.get(name)?.toLowerCase()
  return POLICIES.find((policy) => policy === value) ?? null
}

function reportDomainsIn(rua: string): readonly string[] {
  const domains = rua
    .split(',')
    .slice(0, MOST_REPORTS)
    .flatMap(
      (uri) => /^[ \t]{0,9}mailto:[^@\s]{1,250}@([a-z0-9.-]{1,250})/i.exec(uri)?.[1]?.toLowerCase() ?? [],
    )
  return [...new Set(domains)]
}
