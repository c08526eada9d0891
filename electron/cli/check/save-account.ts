import { isGood, type CheckResult } from '#shared/finding/check-result.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import type { UseCases } from '#engine/use-cases.ts'
import type { Invocation } from '#cli/command.ts'
import { say } from '#cli/terminal.ts'

/** Saves what was proved, as the wizard does, and says where the secret is, or why nothing was saved. */
export async function saveAccount(
  useCases: UseCases,
  setupId: string,
  { endpoints }: CheckResult,
  { terminal, translator: { t } }: Invocation,
): Promise<'saved' | 'not-saved'> {
  if (!endpoints.some(({ verdict }) => isGood(verdict))) {
    say(terminal, t('cli.nothing-to-save'))
    return 'not-saved'
  }
  const saved = await useCases.save({ setupId, secret: 'keep' })
  if (!saved.ok) {
    const { title, explanation } = codeWords(saved.error, t, { store: t('store.keychain') })
    say(terminal, `${title}. ${explanation} [${saved.error}]`)
    return 'not-saved'
  }
  const { secretStore } = saved.value
  say(terminal, t('cli.saved', { store: secretStore === null ? 'none' : t(`store.${secretStore}`) }))
  return 'saved'
}
