import plist from 'plist'
import { incomingOf, serviceFor, type FinishedService } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import {
  decidesByPort,
  dropsPop3,
  needsBoth,
  refusesTokens,
  warnsOfExceptions,
} from '#shared/exporters/limits.ts'
import { hasFirmEnds } from '#shared/exporters/quoting.ts'

const BY_HAND = { guide: 'apple-mail' } as const

/**
 * A configuration profile for Mail on iOS, iPadOS and macOS (payload `com.apple.mail.managed`). A profile of the same
 * identifier replaces the earlier one. The engine signs it where the user has a key; else the device calls it unverified.
 */
export const mobileconfig: ExportFormat = {
  name: 'mobileconfig',
  program: 'Apple Mail',
  fileName: 'mail.mobileconfig',
  limits: (setup) => [
    ...needsBoth(setup, BY_HAND),
    ...refusesTokens(setup, BY_HAND),
    ...decidesByPort([incomingOf(setup), serviceFor(setup, 'smtp')], BY_HAND),
    ...dropsPop3(setup),
    ...warnsOfExceptions(setup),
  ],
  carries: hasFirmEnds,
  write: (setup, { uuid }) => {
    const { ascii, unicode } = setup.address
    // A profile identifier is a reverse-DNS name: what else an address holds becomes a hyphen.
    const identifier = `org.mailwright.${ascii.toLowerCase().replaceAll(/[^a-z0-9.]/g, '-')}`
    const incoming = incomingOf(setup)
    const outgoing = serviceFor(setup, 'smtp')
    return `${plist.build({
      PayloadType: 'Configuration',
      PayloadVersion: 1,
      PayloadIdentifier: identifier,
      PayloadUUID: uuid(),
      PayloadDisplayName: unicode,
      PayloadContent: [
        {
          PayloadType: 'com.apple.mail.managed',
          PayloadVersion: 1,
          PayloadIdentifier: `${identifier}.mail`,
          PayloadUUID: uuid(),
          PayloadDisplayName: unicode,
          EmailAccountDescription: unicode,
          EmailAddress: ascii,
          EmailAccountType: incoming?.endpoint.protocol === 'pop3' ? 'EmailTypePOP' : 'EmailTypeIMAP',
          ...server('Incoming', incoming),
          ...server('Outgoing', outgoing),
          OutgoingPasswordSameAsIncomingPassword:
            outgoing?.signIn === 'password' && outgoing.slot === incoming?.slot,
        },
      ],
    })}\n`
  },
}

function server(way: 'Incoming' | 'Outgoing', service: FinishedService | null) {
  if (service === null) return {}
  const { endpoint, userName, signIn } = service
  return {
    [`${way}MailServerHostName`]: endpoint.host,
    [`${way}MailServerPortNumber`]: endpoint.port,
    [`${way}MailServerUseSSL`]: endpoint.security !== 'none',
    [`${way}MailServerAuthentication`]: signIn === 'none' ? 'EmailAuthNone' : 'EmailAuthPassword',
    ...(signIn === 'none' ? {} : { [`${way}MailServerUsername`]: userName }),
  }
}
