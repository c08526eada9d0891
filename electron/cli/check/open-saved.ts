import type { OpenProblem } from '#shared/contract/contract.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { CheckOptions } from '#cli/check/check-options.ts'
import { refusedServers, type CheckSubject } from '#cli/check/check-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'

/** The saved account that `--saved` is about. Its servers were agreed to when it was set up. */
export async function openSaved(
  useCases: UseCases,
  options: CheckOptions,
  invocation: Invocation,
): Promise<CheckSubject> {
  const { address, plan } = options
  const { terminal, values } = invocation
  const notSaved = new UsageError('cli.not-saved', { address: address.unicode })
  const account = await savedAccount(useCases, address, invocation)
  const services = servicesFor(account, plan.protocols)
  const secret = values['insist'] === true ? 'insist' : 'use'
  const opened = await useCases.open({ address: address.ascii, secret }, terminal.signal)
  if (!opened.ok) {
    const { error } = opened
    if (error === 'ACCOUNT_GONE') throw notSaved
    throw error === 'CFG_LOCKED'
      ? refusedServers(error, address, services, invocation)
      : unusable(error, useCases, invocation)
  }
  if (opened.value.secret === 'not-saved') throw notSaved
  const { setupId, discovery } = opened.value
  return { address, setupId, services, protocols: plan.protocols, discovery, saved: opened.value }
}

/**
 * An account as it was saved, without what is kept for it.
 * @throws UsageError where it is not, BrokenError where the list cannot be read
 */
export async function savedAccount(
  useCases: UseCases,
  address: EmailAddress,
  invocation: Invocation,
): Promise<SavedAccount> {
  const known = await useCases.accounts()
  if (!known.ok) throw unusable(known.error, useCases, invocation)
  const account = known.value.accounts.find((candidate) => candidate.address === address.ascii)
  if (account === undefined) throw new UsageError('cli.not-saved', { address: address.unicode })
  return account
}

/** A check of nothing would find nothing wrong. */
function servicesFor(
  { services }: SavedAccount,
  protocols: CheckOptions['plan']['protocols'],
): SavedAccount['services'] {
  if (services.length === 0) throw new UsageError('cli.usage.no-saved-server')
  if (protocols === null) return services
  const wanted = services.filter(({ endpoint }) => protocols.includes(endpoint.protocol))
  if (wanted.length === 0)
    throw new UsageError('cli.usage.no-saved-server-for', { protocols: protocols.join(', ') })
  return wanted
}

function unusable(
  code: OpenProblem,
  { accountsPath }: UseCases,
  { translator: { t } }: Invocation,
): BrokenError {
  const { title, explanation } = codeWords(code, t, { store: t('store.keychain') })
  return code.startsWith('KEY_')
    ? new BrokenError('cli.refused', { title, explanation }, code)
    : new BrokenError('cli.accounts-unusable', { file: accountsPath, title, explanation }, code)
}
