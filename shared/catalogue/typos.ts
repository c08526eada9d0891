import { providerByDomain } from '#shared/catalogue/look-up.ts'
import { PROVIDERS } from '#shared/catalogue/providers.ts'
import { slip } from '#shared/catalogue/slip.ts'

/** Names that so many people type that a name one slip away is more likely a slip than a domain of its own. */
const LONG_NAMES = [
  'gmail',
  'googlemail',
  'hotmail',
  'outlook',
  'yahoo',
  'icloud',
  'protonmail',
  't-online',
  'freenet',
  'comcast',
  'verizon',
  'btinternet',
  'wanadoo',
  'laposte',
  'libero',
  'yandex',
]

/** Too short to be told from other names by one letter: only what follows them can be a slip. */
const SHORT_NAMES = ['aol', 'gmx', 'live', 'msn', 'web', 'ymail']

const ENDINGS = ['com', 'net', 'co.uk']

/** Slips of `com` that are no top-level domain: here the name before may hold a slip of its own. */
const NOBODYS_ENDINGS = new Set([
  'con',
  'cmo',
  'ocm',
  'xom',
  'vom',
  'comm',
  'coom',
  'conm',
  'cpm',
  'cim',
  'c0m',
])

const wellKnown = new Set(
  PROVIDERS.flatMap(({ domains }) => domains).filter((domain) =>
    [...LONG_NAMES, ...SHORT_NAMES].includes(domain.split('.')[0] ?? ''),
  ),
)
const withoutDots = new Map([
  ...[...wellKnown].map((domain) => [domain.replaceAll('.', ''), domain] as const),
  ...LONG_NAMES.flatMap((name) => (wellKnown.has(`${name}.com`) ? [[name, `${name}.com`] as const] : [])),
])

/**
 * The well-known domain that was probably meant by one outside the catalogue, or `null`. One slip counts: a letter
 * wrong, missing, twice or changed over with the next (Damerau-Levenshtein distance 1), in the name or its ending.
 */
export function meantDomain(domain: string): string | null {
  if (providerByDomain(domain) !== null) return null
  const dot = domain.indexOf('.')
  if (dot === -1) return withoutDots.get(domain) ?? null
  const name = domain.slice(0, dot)
  const ending = domain.slice(dot + 1)
  const endings = ENDINGS.filter((known) => slip(ending, known) !== 'none')
  const names = LONG_NAMES.filter((known) => slip(name, known) === 'slip')
  const candidates = [
    ...endings.map((known) => `${name}.${known}`),
    ...names.map((known) => `${known}.${ending}`),
    ...(NOBODYS_ENDINGS.has(ending) ? names.map((known) => `${known}.com`) : []),
  ]
  return candidates.find((candidate) => wellKnown.has(candidate)) ?? null
}
