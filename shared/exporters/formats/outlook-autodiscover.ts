import { incomingOf, serviceFor, type FinishedService } from '#shared/domain/finished-setup.ts'
import type { ExportFormat } from '#shared/exporters/export-format.ts'
import { asksOnce, needsBoth, refusesTokens, warnsOfExceptions } from '#shared/exporters/limits.ts'
import { hasFirmEnds, lines } from '#shared/exporters/quoting.ts'
import { escapeXml } from '#shared/text/xml.ts'

const BY_HAND = { guide: 'outlook-classic' } as const
const ENCRYPTION = { none: 'None', tls: 'SSL', starttls: 'TLS' } as const

/** Local Autodiscover for classic Outlook: an answer that it reads from a file. `outlook-registry` says where it is. */
export const outlookAutodiscover: ExportFormat = {
  name: 'outlook-autodiscover',
  program: 'Outlook (classic)',
  fileName: 'autodiscover.xml',
  limits: (setup) => [
    ...needsBoth(setup, BY_HAND),
    ...refusesTokens(setup, BY_HAND),
    ...asksOnce(setup, BY_HAND),
    ...warnsOfExceptions(setup),
  ],
  carries: hasFirmEnds,
  write: (setup) =>
    lines(
      '<?xml version="1.0" encoding="utf-8"?>',
      '<Autodiscover xmlns="http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006">',
      '  <Response xmlns="http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a">',
      '    <Account>',
      '      <AccountType>email</AccountType>',
      '      <Action>settings</Action>',
      setup.services
        .filter(({ endpoint }) => endpoint.protocol !== 'smtp')
        .flatMap((service) => protocol(service, null)),
      setup.services
        .filter(({ endpoint }) => endpoint.protocol === 'smtp')
        .flatMap((service) => protocol(service, incomingOf(setup) ?? serviceFor(setup, 'smtp'))),
      '    </Account>',
      '  </Response>',
      '</Autodiscover>',
    ),
}

/** @param incoming for sending: whose user name and password may be the same */
function protocol(service: FinishedService, incoming: FinishedService | null): readonly string[] {
  const { endpoint, userName, signIn, slot } = service
  const isSame = signIn !== 'none' && incoming?.userName === userName && incoming.slot === slot
  return [
    '      <Protocol>',
    `        <Type>${endpoint.protocol.toUpperCase()}</Type>`,
    `        <Server>${escapeXml(endpoint.host)}</Server>`,
    `        <Port>${endpoint.port}</Port>`,
    '        <DomainRequired>off</DomainRequired>',
    ...(signIn === 'none' ? [] : [`        <LoginName>${escapeXml(userName)}</LoginName>`]),
    '        <SPA>off</SPA>',
    `        <SSL>${endpoint.security === 'none' ? 'off' : 'on'}</SSL>`,
    `        <Encryption>${ENCRYPTION[endpoint.security]}</Encryption>`,
    `        <AuthRequired>${signIn === 'none' ? 'off' : 'on'}</AuthRequired>`,
    ...(incoming === null ? [] : [`        <UsePOPAuth>${isSame ? 'on' : 'off'}</UsePOPAuth>`]),
    '      </Protocol>',
  ]
}
