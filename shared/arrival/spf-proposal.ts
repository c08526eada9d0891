import { brokenTerms, endOf, termsOf, type SpfTerms } from '#shared/arrival/spf-record.ts'

const ALL = /^[+?~-]?all$/i
const LAST = /^(?:redirect|exp)=/i

/** Slips that leave no doubt about what was meant. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/[;,"]+$/, ''],
  [/^([+?~-]?)(?:ip|ipv4|ip4)[:=](?=\d{1,3}\.)/i, '$1ip4:'],
  [/^([+?~-]?)(?:ip|ipv6|ip6)[:=](?=[0-9a-f]{0,4}:)/i, '$1ip6:'],
  [/^([+?~-]?)(include|exists|a|mx)=/i, '$1$2:'],
  [/^redirect:/i, 'redirect='],
  [/^(?:\+|)([-~])\1+all$/i, '$1all'],
]

/**
 * One record out of all that are there, with everything they named, what is added, and an `all` for other servers.
 * An existing record is extended and never doubled (RFC 7208 section 3.2).
 */
export function proposeSpf(records: readonly string[], added: readonly string[]): string {
  const all = records.map((record) => mended(termsOf(record)))
  const terms = [...new Set(all.flat())]
  const mechanisms = terms.filter((term) => !ALL.test(term) && !LAST.test(term))
  const missing = added.filter(
    (term) => !mechanisms.some((known) => known.replace(/^\+/, '').toLowerCase() === term.toLowerCase()),
  )
  // A second redirect would void the record; what it led to is asked for as an include instead.
  const [redirect, ...others] = terms.filter((term) => /^redirect=/i.test(term))
  const included = others.map((term) => `include:${term.slice('redirect='.length)}`)
  const ends = all.map((one) => endOf(one))
  const end = redirect !== undefined && ends.every((one) => one === null) ? redirect : safeEnd(ends)
  return ['v=spf1', ...mechanisms, ...included, ...missing, end].join(' ')
}

/** Strict only where every record was: `~all` never loses the mail of a server that the administrator has forgotten. */
function safeEnd(ends: readonly (string | null)[]): string {
  const said = ends.filter((end) => end !== null)
  return said.length > 0 && said.every((end) => end === '-') ? '-all' : '~all'
}

/** Slips are put right; a term that still means nothing is left out, because it makes the others worthless. */
function mended(terms: SpfTerms): SpfTerms {
  const joined = joinSplit(terms).map((term) =>
    SLIPS.reduce((text, [slip, right]) => text.replace(slip, right), term),
  )
  const broken = new Set(brokenTerms(joined))
  return joined.filter((term) => term !== '' && !broken.has(term))
}

/** `include: example.org` with a space, which is the most frequent slip of all. */
function joinSplit(terms: SpfTerms): SpfTerms {
  return terms.flatMap((term, index) => {
    if (/^[+?~-]?(?:include|a|mx|ip4|ip6|exists):$/i.test(terms[index - 1] ?? '')) return []
    return term.endsWith(':') ? [`${term}${terms[index + 1] ?? ''}`] : [term]
  })
}
