import type { EngineHandlers } from '#shared/contract/contract.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { complain } from '#cli/accounts/complain.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Forgets one account with its passwords, and says what has become of those. */
export async function removeAccount(
  accounts: EngineHandlers['accounts'],
  text: string,
  invocation: Invocation,
): Promise<ExitStatus> {
  const { terminal, json, translator, values } = invocation
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError(`not an address: ${text}`)
  const known = await accounts.list({}, terminal.signal)
  if (!known.ok) return complain(known.error, invocation)
  const account = known.value.accounts.find((candidate) => candidate.address === address.value.ascii)
  if (account === undefined) {
    say(terminal, translator.t('cli.unknown-account', { address: text }))
    return EXIT.problem
  }
  const secrets = values['leave-password'] === true ? 'leave' : 'remove'
  const removed = await accounts.remove({ address: account.address, secrets }, terminal.signal)
  if (!removed.ok) return complain(removed.error, invocation, account.secretStore)
  if (json) printJson(terminal, { schema: 1, removed: account.address, secrets: removed.value })
  else print(terminal, translator.t(`accounts.removed.${removed.value}`, { address: text }))
  return EXIT.proved
}
