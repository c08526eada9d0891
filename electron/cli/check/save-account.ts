import { isGood, type CheckResult } from '#shared/finding/check-result.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { Setups } from '#engine/setup/setups.ts'
import type { Identity } from '#cli/check/credential-for.ts'
import type { CheckSubject } from '#cli/check/plan-subject.ts'
import type { Invocation } from '#cli/command.ts'
import { UsageError } from '#cli/exit-status.ts'
import { say } from '#cli/terminal.ts'

/** Whether `--save` was given. It takes something to keep, and something new. */
export function readSave({ values }: Pick<Invocation, 'values'>): 'save' | 'leave' {
  if (values['save'] !== true) return 'leave'
  const without = ['no-login', 'saved', 'token-stdin'].find((name) => values[name] === true)
  if (without !== undefined) throw new UsageError(`--save cannot be used with --${without}`)
  return 'save'
}

export interface ProvedAccount {
  readonly subject: CheckSubject
  readonly address: EmailAddress
  readonly identity: Identity
  readonly result: CheckResult
}

/** Saves what was proved, as the wizard does, and says where the secret is, or why nothing was saved. */
export async function saveAccount(
  { subject, address, identity, result }: ProvedAccount,
  { secrets, accountsPath, probe }: EnginePorts,
  { terminal, translator: { t } }: Invocation,
): Promise<'saved' | 'not-saved'> {
  const { provider, services } = subject
  if (!result.endpoints.some(({ verdict }) => isGood(verdict))) {
    say(terminal, t('cli.nothing-to-save'))
    return 'not-saved'
  }
  const setup = new Setups().begin({ address, provider, services, place: null })
  if (identity.grant === null) setup.usePassword(identity.credential)
  else setup.useGrant(identity.grant, services)
  setup.record(result)
  const accounts = createAccountFile(accountsPath)
  const saved = await saveSetup(setup, 'keep', { secrets, accounts, clock: probe.clock })
  if (!saved.ok) {
    const { title, explanation } = codeWords(saved.error, t, { store: t('store.keychain') })
    say(terminal, `${title}. ${explanation} [${saved.error}]`)
    return 'not-saved'
  }
  const { secretStore } = saved.value
  say(terminal, t('cli.saved', { store: secretStore === null ? 'none' : t(`store.${secretStore}`) }))
  return 'saved'
}
