import { issuerOfProvider } from '#shared/catalogue/oauth/issuers.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { finishedSetup, type FinishedSetup } from '#shared/domain/finished-setup.ts'
import { PROTOCOLS } from '#shared/domain/protocol.ts'
import type { UseCases } from '#engine/use-cases.ts'
import { confirmPlanned } from '#cli/check/confirm-found.ts'
import { savedAccount } from '#cli/check/open-saved.ts'
import { planServices, readEndpoints, readSmtpSignIn } from '#cli/check/plan-services.ts'
import type { Invocation } from '#cli/command.ts'
import { usableUserName } from '#cli/credential-input.ts'
import { discover } from '#cli/discover.ts'
import { UsageError } from '#cli/exit-status.ts'
import { say } from '#cli/terminal.ts'

/** What is handed on, and whether it was proved. Nothing here opens a socket or the keychain. */
export async function readSetup(
  useCases: UseCases,
  address: EmailAddress,
  invocation: Invocation,
): Promise<FinishedSetup> {
  const { values } = invocation
  const given = PROTOCOLS.filter((protocol) => values[protocol] !== undefined)
  if (values['saved'] === true && given.length > 0) {
    const options = ['--saved', ...given.map((protocol) => `--${protocol}`)].join(', ')
    throw new UsageError('cli.usage.only-one', { options })
  }
  return given.length > 0
    ? givenSetup(useCases, address, invocation)
    : finishedSetup(await savedAccount(useCases, address, invocation), address)
}

/** Servers from the command line: confirmed by being there, within what the organisation allows, and not proved. */
async function givenSetup(
  useCases: UseCases,
  address: EmailAddress,
  invocation: Invocation,
): Promise<FinishedSetup> {
  const { values, terminal, translator } = invocation
  const explicit = readEndpoints(values)
  const smtpSignIn = readSmtpSignIn(values)
  const userName = typeof values['user'] === 'string' ? usableUserName(values['user'], '--user') : null
  const discovery = await discover(useCases, address, 'leave-alone', terminal.signal)
  const planned = planServices(
    { explicit, smtpSignIn, protocols: null, userName, address: address.ascii },
    discovery,
  )
  useCases.close(confirmPlanned(useCases, planned, { address, discovery }, invocation))
  say(terminal, translator.t('export.unproved'))
  const withTokens = values['oauth'] === true
  const issuer = discovery.provider === null ? null : issuerOfProvider(discovery.provider.id)
  return {
    address,
    oauth: withTokens ? { issuer: issuer?.issuer ?? '', clientId: '' } : null,
    services: planned.map(({ endpoint, userName: name, signIn }) => ({
      endpoint,
      userName: name,
      signIn: signIn === 'none' ? 'none' : withTokens ? 'token' : 'password',
      slot: 'account',
      certificate: 'trusted',
    })),
  }
}
