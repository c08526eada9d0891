import type { LookUpFault } from '#shared/discovery/look-up-fault.ts'

/** Headers that Exchange adds to its answers and no other server has a reason to. */
const HEADERS: ReadonlySet<string> = new Set([
  'x-feserver',
  'x-beserver',
  'x-calculatedbetarget',
  'x-owa-version',
  'x-diaginfo',
  'x-ms-diagnostics',
])

/** Windows authentication, or a token for Exchange itself, whose client ID is the same everywhere. */
const CHALLENGE = /(?:^|,\s*)(?:ntlm|negotiate)\b|client_id="?00000002-0000-0ff1-ce00-000000000000/i

/** Whether a refusal at the address of Autodiscover is one of Exchange: any web server may require a password. */
export function isExchangeRefusal(
  fault: LookUpFault,
): fault is Extract<LookUpFault, { kind: 'http-status' }> {
  if (fault.kind !== 'http-status' || fault.reply === undefined) return false
  const { challenge, headers } = fault.reply
  return (
    headers.some((name) => HEADERS.has(name)) || (fault.status === UNAUTHORIZED && CHALLENGE.test(challenge))
  )
}

const UNAUTHORIZED = 401

const MICROSOFT = [
  ['outlook.com', 'microsoft-365'],
  ['office365.com', 'microsoft-365'],
  ['partner.outlook.cn', 'microsoft-365-china'],
] as const

/** The provider in the catalogue whose Autodiscover a host of Microsoft is, `null` for another host. */
export function microsoftAt(host: string): 'microsoft-365' | 'microsoft-365-china' | null {
  return MICROSOFT.find(([suffix]) => host.endsWith(`.${suffix}`))?.[1] ?? null
}
