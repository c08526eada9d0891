import type { ServiceFacts } from '#shared/domain/saved-account.ts'

/** What is different about a server since it was last proved. */
export type ServiceChange =
  /** Another certificate of the same issuer: nearly always a renewal. */
  | { readonly kind: 'certificate-renewed'; readonly validTo: string }
  | { readonly kind: 'issuer'; readonly from: string; readonly to: string; readonly validTo: string }
  | { readonly kind: 'tls'; readonly from: string; readonly to: string }
  | { readonly kind: 'gained'; readonly names: readonly string[] }
  | { readonly kind: 'lost'; readonly names: readonly string[] }
  | { readonly kind: 'addresses'; readonly from: readonly string[]; readonly to: readonly string[] }

/** Numbers behind a name change from day to day (`SIZE 35882577`) and say nothing about what a server can do. */
const nameOf = (capability: string) => capability.split(' ')[0] ?? ''

/** What has changed from one proof to the next, the weighty first; empty where nothing has. */
export function changesBetween(before: ServiceFacts, after: ServiceFacts): readonly ServiceChange[] {
  return [
    ...certificateChange(before, after),
    ...(before.tls !== null && after.tls !== null && before.tls !== after.tls
      ? [{ kind: 'tls' as const, from: before.tls, to: after.tls }]
      : []),
    ...difference('lost', before, after),
    ...difference('gained', after, before),
    ...addressChange(before, after),
  ]
}

function certificateChange(before: ServiceFacts, after: ServiceFacts): readonly ServiceChange[] {
  const [old, now] = [before.certificate, after.certificate]
  if (old === null || now === null || old.fingerprint === now.fingerprint) return []
  const { validTo } = now
  // A certificate with a date that none can read has been refused, and there is no sentence about it.
  if (Number.isNaN(Date.parse(validTo))) return []
  return old.issuer === now.issuer
    ? [{ kind: 'certificate-renewed', validTo }]
    : [{ kind: 'issuer', from: old.issuer, to: now.issuer, validTo }]
}

function difference(
  kind: 'gained' | 'lost',
  more: ServiceFacts,
  less: ServiceFacts,
): readonly ServiceChange[] {
  if (more.capabilities.length === 0 || less.capabilities.length === 0) return []
  const known = new Set(less.capabilities.map(nameOf))
  const names = [...new Set(more.capabilities.map(nameOf))].filter((name) => !known.has(name))
  return names.length === 0 ? [] : [{ kind, names }]
}

/** Big providers answer with a few of their many addresses, others each time: one in common is the same place. */
function addressChange(before: ServiceFacts, after: ServiceFacts): readonly ServiceChange[] {
  const [from, to] = [before.addresses, after.addresses]
  if (from.length === 0 || to.length === 0 || to.some((address) => from.includes(address))) return []
  return [{ kind: 'addresses', from, to }]
}
