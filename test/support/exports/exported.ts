import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { FinishedService, FinishedSetup } from '#shared/domain/finished-setup.ts'
import type { ExportFormatName } from '#shared/domain/program-names.ts'
import { parseEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ExportExtras } from '#shared/exporters/export-format.ts'
import { formatNamed } from '#shared/exporters/formats.ts'
import { makeExport } from '#shared/exporters/make-export.ts'
import type { Protocol } from '#shared/domain/protocol.ts'

export const EXTRAS: ExportExtras = {
  notes: ['Made by Mailwright.'],
  uuid: () => 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11',
  documentPath: null,
}

export interface SetupOrder extends Partial<Omit<FinishedService, 'endpoint'>> {
  readonly address?: string
  /** `host:port:security` by protocol. */
  readonly servers: Partial<Record<Protocol, string>>
  readonly oauth?: FinishedSetup['oauth']
}

/** A setup as the wizard or the terminal hand it on. */
export function setupOf({
  address: text = 'anna@example.test',
  servers,
  oauth = null,
  ...service
}: SetupOrder) {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new Error(`no address: ${text}`)
  const services = Object.entries(servers).map(([protocol, server]): FinishedService => {
    const endpoint = parseEndpoint(protocol as Protocol, server)
    if (!endpoint.ok) throw new Error(`no server: ${server}`)
    return {
      endpoint: endpoint.value,
      userName: address.value.ascii,
      signIn: oauth === null ? 'password' : 'token',
      slot: 'account',
      certificate: 'trusted',
      ...service,
    }
  })
  return { address: address.value, services, oauth } satisfies FinishedSetup
}

export function tryExport(name: ExportFormatName, setup: FinishedSetup, extras: Partial<ExportExtras> = {}) {
  const format = formatNamed(name)
  if (format === null) throw new Error(`no format ${name}`)
  return makeExport(format, setup, { ...EXTRAS, ...extras })
}

/** The content of a file that has to come about. */
export function exported(
  name: ExportFormatName,
  setup: FinishedSetup,
  extras: Partial<ExportExtras> = {},
): string {
  const made = tryExport(name, setup, extras)
  if (!made.ok) throw new Error(`${name}: ${JSON.stringify(made.error)}`)
  return made.value
}
