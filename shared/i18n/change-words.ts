import type { ServiceChange } from '#shared/accounts/service-changes.ts'
import { assertNever } from '#shared/outcome.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** One change of a server since it was last proved. Capabilities stay as the server announces them. */
export function changeWords(change: ServiceChange, t: Translate): string {
  switch (change.kind) {
    case 'certificate-renewed':
      return t('change.certificate-renewed', { validTo: new Date(change.validTo) })
    case 'issuer':
      return t('change.issuer', { from: change.from, to: change.to, validTo: new Date(change.validTo) })
    case 'tls':
      return t('change.tls', { from: change.from, to: change.to })
    case 'gained':
    case 'lost':
      return t(`change.${change.kind}`, { names: change.names.join(', ') })
    case 'addresses':
      return t('change.addresses', { from: change.from.join(', '), to: change.to.join(', ') })
    default:
      return assertNever(change)
  }
}
