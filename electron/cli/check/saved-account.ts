import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Code } from '#shared/finding/codes.ts'
import type { Translate } from '#shared/i18n/translator.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { savedCredential, savedSendingCredential } from '#engine/accounts/saved-credential.ts'
import { confirmService, type ConfirmedService } from '#engine/confirmed-service.ts'
import type { EnginePorts } from '#engine/create-engine.ts'
import type { Credential } from '#engine/secret.ts'
import { oauthPlace } from '#engine/oauth/server.ts'
import { judgeSignIn } from '#engine/setup/authorize-setup.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { OAuthFinding } from '#shared/oauth/oauth-finding.ts'
import type { Invocation } from '#cli/command.ts'
import { BrokenError, UsageError } from '#cli/exit-status.ts'

/** The saved account that `--saved` is about. Its servers were agreed to when it was set up. */
export async function readSavedAccount(
  address: EmailAddress,
  ports: EnginePorts,
  { translator: { t } }: Invocation,
): Promise<SavedAccount> {
  const known = await createAccountFile(ports.accountsPath).read()
  if (!known.ok) {
    const { title, explanation } = codeWords(known.error, t)
    throw new BrokenError(`${ports.accountsPath}: ${title}. ${explanation} [${known.error}]`)
  }
  const account = known.value.accounts.find((candidate) => candidate.address === address.ascii)
  if (account === undefined || account.secretStore === null)
    throw new UsageError(t('cli.not-saved', { address: address.unicode }))
  return account
}

export function savedServices({ services }: SavedAccount): readonly ConfirmedService[] {
  return services.flatMap(({ endpoint, userName, origin, signIn, pin }) => {
    const service = confirmService(endpoint, userName, { origin, pin, signIn })
    return service.ok ? [service.value] : []
  })
}

/** What is kept for the account: nobody types anything. */
export async function keptCredential(
  account: SavedAccount,
  ports: EnginePorts,
  { terminal, translator: { t } }: Invocation,
): Promise<Outcome<Credential | null, OAuthFinding>> {
  const { secrets, probe: tools, accountsPath } = ports
  const kept = await savedCredential(account, { secrets, tools, accountsPath }, terminal.signal)
  if (kept.ok) return ok(kept.value)
  if (kept.error.kind === 'kept') throw broken(kept.error.code, t)
  const provider = account.providerId === null ? null : ports.providerById(account.providerId)
  const place = oauthPlace(null, account.oauth?.issuer ?? '')
  return fail(judgeSignIn(kept.error.fault, { place, provider, address: account.address, tools }))
}

/** The password for sending of an account that has two. */
export async function keptForSending(
  account: SavedAccount | null,
  { secrets }: EnginePorts,
  { translator: { t } }: Invocation,
): Promise<Credential | null> {
  const kept = account === null ? ok(null) : await savedSendingCredential(account, { secrets })
  if (kept.ok) return kept.value
  if (kept.error.kind === 'kept') throw broken(kept.error.code, t)
  return null
}

function broken(code: Code, t: Translate): BrokenError {
  const { title, explanation } = codeWords(code, t, { store: t('store.keychain') })
  return new BrokenError(`${title}. ${explanation} [${code}]`)
}
