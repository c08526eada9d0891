import { serviceFor, type FinishedService, type FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { narrows, needs, refusesTokens, warnsOfExceptions, when } from '#shared/exporters/limits.ts'
import { hasFirmEnds, lines } from '#shared/exporters/quoting.ts'
import { escapeXml } from '#shared/text/xml.ts'

const BETTER = { format: 'android-qr' } as const

/** A provider for FairEmail's list. Its account is then set up by address and password. */
export const fairemail: ExportFormat = {
  name: 'fairemail',
  program: 'FairEmail',
  fileName: 'providers.xml',
  limits: (setup) => [
    ...needs(setup, 'imap', BETTER),
    ...needs(setup, 'smtp', BETTER),
    ...refusesTokens(setup, BETTER),
    narrows('preset', BETTER),
    ...when(
      setup.services.some((service) => userForm(service, setup) === null),
      narrows('preset-user-name', BETTER),
    ),
    ...warnsOfExceptions(setup),
  ],
  carries: hasFirmEnds,
  write: (setup) => {
    const { domain } = setup.address
    const imap = serviceFor(setup, 'imap')
    const form = imap === null ? null : userForm(imap, setup)
    // FairEmail reads the domain as a regular expression.
    const pattern = escapeXml(domain.ascii.replaceAll('.', String.raw`\.`))
    return lines(
      '<?xml version="1.0" encoding="utf-8"?>',
      '<providers>',
      `  <provider name="${escapeXml(domain.unicode)}" domain="${pattern}"${form === null ? '' : ` user="${form}"`}>`,
      server('imap', imap),
      server('smtp', serviceFor(setup, 'smtp')),
      server('pop', serviceFor(setup, 'pop3')),
      '  </provider>',
      '</providers>',
    )
  },
}

function server(element: string, service: FinishedService | null): string | null {
  if (service === null) return null
  const { host, port, security } = service.endpoint
  return `    <${element} host="${escapeXml(host)}" port="${port}" starttls="${String(security === 'starttls')}" />`
}

function userForm({ userName, signIn }: FinishedService, { address }: FinishedSetup) {
  if (signIn === 'none' || userName === address.ascii) return 'email'
  return userName === address.localPart ? 'local' : null
}
