import type { Finding, Turn } from '#shared/finding/finding.ts'
import type { EndpointResult } from '#shared/finding/check-result.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import { adminMessage } from '#shared/report/admin-message.ts'
import { portRequest } from '#shared/report/firewall-request.ts'
import type { Letter } from '#shared/report/letter.ts'
import { remedyFor } from '#shared/report/remedies.ts'

/** Who gets a message about a finding: the administrator, where a known switch helps; else the one whose turn it is. */
export function addresseeOf({ code, endpoint, turn }: Finding, address: string): Turn {
  return remedyFor(code, endpoint.host, address) === null ? turn : 'admin'
}

/** The message about a finding to the one who can act: a blocked port is a request, and no report about a server. */
export function messageAbout(
  result: EndpointResult,
  finding: Finding,
  address: string,
  t: Translate,
): Letter {
  return finding.code === 'NET_PORT_BLOCKED'
    ? portRequest(result, t)
    : adminMessage(result, finding, { address, addressee: addresseeOf(finding, address) }, t)
}
