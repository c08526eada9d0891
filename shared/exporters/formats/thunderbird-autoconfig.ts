import type { FinishedService, FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { needsBoth, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hasFirmEnds, lines } from '#shared/exporters/quoting.ts'
import { escapeXml } from '#shared/text/xml.ts'
import { signsInElsewhere } from '#shared/exporters/thunderbird-sign-in.ts'

/**
 * Autoconfig XML 1.1, for `isp/<domain>.xml` in Thunderbird's folder or for the domain's own autoconfig server. It is
 * about a domain: user names are written with placeholders wherever they follow from the address.
 */
export const thunderbirdAutoconfig: ExportFormat = {
  name: 'thunderbird-autoconfig',
  program: 'Thunderbird',
  fileName: 'autoconfig.xml',
  limits: (setup) => [
    ...needsBoth(setup, { guide: 'thunderbird' }),
    ...signsInElsewhere(setup),
    ...warnsOfExceptions(setup),
  ],
  // Thunderbird puts the user's values in place of what looks like a placeholder.
  carries: (value) => hasFirmEnds(value) && !value.includes('%EMAIL'),
  write: (setup) => {
    const domain = escapeXml(setup.address.domain.ascii)
    return lines(
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<clientConfig version="1.1">',
      `  <emailProvider id="${domain}">`,
      `    <domain>${domain}</domain>`,
      `    <displayName>${escapeXml(setup.address.domain.unicode)}</displayName>`,
      `    <displayShortName>${escapeXml(setup.address.domain.unicode)}</displayShortName>`,
      setup.services
        .filter(({ endpoint }) => endpoint.protocol !== 'smtp')
        .flatMap((service) => server('incomingServer', service, setup)),
      setup.services
        .filter(({ endpoint }) => endpoint.protocol === 'smtp')
        .flatMap((service) => server('outgoingServer', service, setup)),
      '  </emailProvider>',
      '</clientConfig>',
    )
  },
}

const SOCKET_TYPES = { tls: 'SSL', starttls: 'STARTTLS', none: 'plain' } as const
const AUTHENTICATION = { password: 'password-cleartext', token: 'OAuth2', none: 'none' } as const

function server(element: string, service: FinishedService, setup: FinishedSetup): readonly string[] {
  const { endpoint, signIn } = service
  return [
    `    <${element} type="${endpoint.protocol}">`,
    `      <hostname>${escapeXml(endpoint.host)}</hostname>`,
    `      <port>${endpoint.port}</port>`,
    `      <socketType>${SOCKET_TYPES[endpoint.security]}</socketType>`,
    ...(signIn === 'none' ? [] : [`      <username>${userName(service, setup)}</username>`]),
    `      <authentication>${AUTHENTICATION[signIn]}</authentication>`,
    `    </${element}>`,
  ]
}

function userName({ userName: name }: FinishedService, { address }: FinishedSetup): string {
  if (name === address.ascii) return '%EMAILADDRESS%'
  return name === address.localPart ? '%EMAILLOCALPART%' : escapeXml(name)
}
