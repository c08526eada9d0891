import type { SendingService } from '#shared/arrival/facts.ts'
import { organisationOf } from '#shared/arrival/aligned.ts'
import { providerBySmtpHost } from '#shared/catalogue/look-up.ts'
import type { Provider } from '#shared/catalogue/provider.ts'

/** The service, and the names its customers' keys have. */
export interface KnownService extends SendingService {
  readonly dkimSelectors: readonly string[]
}

/**
 * The sending service: the provider of the SMTP host, and only where that is not known the one of the mailbox. One
 * company may receive the mail and another send it.
 */
export function sendingService(host: string | null, mailbox: Provider | null): KnownService {
  const known =
    host === null ? mailbox : (providerBySmtpHost(host) ?? (sendsItself(host, mailbox) ? mailbox : null))
  const { spfInclude = null, dkimSelectors = [], dkimTarget = null } = known?.sending ?? {}
  return { host, provider: known?.name ?? null, spfInclude, dkimSelectors, dkimTarget }
}

function sendsItself(host: string, mailbox: Provider | null): boolean {
  const hosts = mailbox?.servers.smtp.map((server) => server.split(':')[0] ?? '') ?? []
  return hosts.some((own) => organisationOf(own) === organisationOf(host))
}
