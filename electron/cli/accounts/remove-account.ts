import { parseEmailAddress } from '#shared/domain/email-address.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { complain } from '#cli/accounts/complain.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Forgets one account with its passwords, and says what has become of those. */
export async function removeAccount(
  useCases: UseCases,
  text: string,
  invocation: Invocation,
): Promise<ExitStatus> {
  const { terminal, json, translator, values } = invocation
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError('cli.usage.no-address', { text })
  const known = await useCases.accounts()
  if (!known.ok) return complain(known.error, useCases, invocation)
  const account = known.value.accounts.find((candidate) => candidate.address === address.value.ascii)
  if (account === undefined) {
    say(terminal, translator.t('cli.unknown-account', { address: text }))
    return EXIT.problem
  }
  const secrets = values['leave-password'] === true ? 'leave' : 'remove'
  const removed = await useCases.remove({ address: account.address, secrets })
  if (!removed.ok) return complain(removed.error, useCases, invocation, account.secretStore)
  if (json) printJson(terminal, { schema: 1, removed: account.address, secrets: removed.value })
  else print(terminal, translator.t(`accounts.removed.${removed.value}`, { address: text }))
  return EXIT.proved
}
