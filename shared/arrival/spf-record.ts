import { isIpv4, isIpv6 } from '#shared/domain/host-name.ts'

/** RFC 7208 section 4.5: the version and a space, or nothing after it. */
const VERSION = /^v=spf1(?: |$)/i
/** Longer than any sensible record; a name server may send more. */
const LONGEST = 4_096
const ALL = /^[+?~-]?all$/i
/** `domain-spec` of RFC 7208 section 7.1, as far as it can be judged without the values of macros. */
const TARGET = /^(?:[!-$&-.0-~]|%[%_-]|%\{[slodiphcrtv]\d{0,3}r?[-.+,/_=]{0,7}\})+$/i
const PREFIX = /(?:\/(\d{1,3}))?(?:\/\/(\d{1,3}))?$/

/** The terms of one record, in their order. */
export type SpfTerms = readonly string[]

/** Every SPF record among the TXT records of a name; there must be one at most. */
export function spfRecordsIn(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => VERSION.test(text))
}

export function termsOf(record: string): SpfTerms {
  return record
    .slice(0, LONGEST)
    .split(' ')
    .slice(1)
    .filter((term) => term !== '')
}

/** The terms that are not as RFC 7208 section 12 requires; one of them makes the whole record void. */
export function brokenTerms(terms: SpfTerms): SpfTerms {
  const doubled = (['redirect', 'exp'] as const).flatMap((name) =>
    terms.filter((term) => term.toLowerCase().startsWith(`${name}=`)).slice(1),
  )
  return [...terms.filter((term) => !isTerm(term)), ...doubled]
}

function isTerm(term: string): boolean {
  const modifier = /^([a-z][a-z0-9._-]*)=(.*)$/i.exec(term)
  if (modifier !== null) {
    const [, name = '', value = ''] = modifier
    return /^(redirect|exp)$/i.test(name) ? isTarget(value) : value === '' || TARGET.test(value)
  }
  const [, mechanism = '', rest = ''] = /^[+?~-]?([a-z0-9]+)(.*)$/i.exec(term) ?? []
  switch (mechanism.toLowerCase()) {
    case 'all':
      return rest === ''
    case 'include':
    case 'exists':
      return rest.startsWith(':') && isTarget(rest.slice(1))
    case 'ptr':
      return rest === '' || (rest.startsWith(':') && isTarget(rest.slice(1)))
    case 'a':
    case 'mx':
      return isHostTerm(rest)
    case 'ip4':
      return isNetwork(rest, isIpv4, 32)
    case 'ip6':
      return isNetwork(rest, isIpv6, 128)
    default:
      return false
  }
}

function isTarget(text: string): boolean {
  return TARGET.test(text) && (/\.[a-z][a-z0-9-]*\.?$/i.test(text) || text.endsWith('}'))
}

function isHostTerm(rest: string): boolean {
  const [suffix = '', four = '', six = ''] = PREFIX.exec(rest) ?? []
  const target = rest.slice(0, rest.length - suffix.length)
  const isPlace = target === '' || (target.startsWith(':') && isTarget(target.slice(1)))
  return isPlace && Number(four) <= 32 && Number(six) <= 128
}

function isNetwork(rest: string, isAddress: (text: string) => boolean, longest: number): boolean {
  const [, address = '', bits = '0'] = /^:([^/]+)(?:\/(\d{1,3}))?$/.exec(rest) ?? []
  return isAddress(address) && Number(bits) <= longest
}

/** How a record ends: its result for servers that it does not name. `null` where it leaves that to another record. */
export function endOf(terms: SpfTerms): '+' | '?' | '~' | '-' | null {
  const all = terms.find((term) => ALL.test(term))
  if (all !== undefined) return (/^[+?~-]/.exec(all)?.[0] ?? '+') as '+' | '?' | '~' | '-'
  return terms.some((term) => /^redirect=/i.test(term)) ? null : '?'
}

/** The domains whose records decide too (`include`, `redirect`), with a verdict of "yes" for what they name. */
export function welcomedBy(terms: SpfTerms): readonly string[] {
  const end = terms.findIndex((term) => ALL.test(term))
  const counting = end === -1 ? terms : terms.slice(0, end)
  const redirect = end === -1 ? terms : []
  return [
    ...counting.flatMap((term) => /^\+?include:(.+)$/i.exec(term)?.[1]?.toLowerCase() ?? []),
    ...redirect.flatMap((term) => /^redirect=(.+)$/i.exec(term)?.[1]?.toLowerCase() ?? []),
  ].map((name) => name.replace(/\.$/, ''))
}
