import type { OpenProblem } from '#shared/contract/contract.ts'
import type { SecretStoreId } from '#shared/domain/secret-store-id.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { EXIT, type ExitStatus } from '#cli/exit-status.ts'
import { printJson, say, sayLine } from '#cli/terminal.ts'

/** Says what went wrong with the list of accounts or with the keychain, and gives the status to exit with. */
export function complain(
  code: OpenProblem,
  { accountsPath }: UseCases,
  { terminal, json, translator: { t } }: Invocation,
  store: SecretStoreId | null = null,
): ExitStatus {
  const { title, explanation } = codeWords(code, t, { store: t(`store.${store ?? 'keychain'}`) })
  if (json) printJson(terminal, { schema: 1, error: { code, title, explanation } })
  else say(terminal, `${title}\n${explanation} [${code}]`)
  if (/^(?:FILE|STATE)_/.test(code)) sayLine(terminal, accountsPath)
  return EXIT.problem
}
