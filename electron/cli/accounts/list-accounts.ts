import { slotsOf, type SavedAccount } from '#shared/domain/saved-account.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { complain } from '#cli/accounts/complain.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { print, printJson, say } from '#cli/terminal.ts'

/** Prints what has been set up: each account with the keychain that holds its password, and its servers. */
export async function listAccounts(useCases: UseCases, invocation: Invocation): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const known = await useCases.accounts()
  if (!known.ok) return complain(known.error, useCases, invocation)
  const { accounts, notice } = known.value
  if (notice !== null) say(terminal, codeWords(notice, translator.t).title)
  if (json) printJson(terminal, { schema: 1, accounts })
  else for (const account of accounts) print(terminal, accountText(account, translator.t))
  if (accounts.length === 0) say(terminal, translator.t('cli.no-accounts'))
  return EXIT.proved
}

function accountText(account: SavedAccount, t: Translate): string {
  const { address, secretStore, provedAt, services } = account
  const saved = secretStore === null ? 'accounts.no-secret' : 'accounts.secret'
  const password =
    slotsOf(account).length === 0
      ? t('accounts.no-password')
      : t(saved, { store: t(`store.${secretStore ?? 'keychain'}`) })
  const lines = services.map(({ endpoint, userName, signIn }) => {
    const who = signIn === 'none' ? t('no-sign-in') : userName
    return `  ${formatEndpoint(endpoint)}  ${who}`
  })
  return [`${address}  ${password}  ${provedAt}`, ...lines].join('\n')
}
