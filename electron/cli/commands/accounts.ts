import type { EngineHandlers } from '#shared/contract/contract.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { formatEndpoint } from '#shared/domain/server-endpoint.ts'
import { codeWords } from '#shared/i18n/finding-words.ts'
import { createEngine } from '#engine/create-engine.ts'
import type { Command, Invocation } from '#cli/command.ts'
import { EXIT, UsageError, type ExitStatus } from '#cli/exit-status.ts'
import { print, printJson, say } from '#cli/terminal.ts'
import { terminalPorts } from '#cli/terminal-ports.ts'

const neverCancelled = new AbortController().signal

export const accountsCommand: Command = {
  name: 'accounts',
  usage: 'accounts [list | remove <address>] [--json]',
  summary: 'list or remove the accounts set up on this computer',
  options: {},
  run: async (invocation) => {
    const [verb = 'list', address, ...rest] = invocation.positionals
    const ports = terminalPorts()
    const { accounts } = createEngine(ports).handlers
    if (verb === 'list' && address === undefined) return list(accounts, invocation)
    if (verb === 'remove' && address !== undefined && rest.length === 0)
      return remove(accounts, address, invocation)
    throw new UsageError('accounts takes "list", or "remove" with an address')
  },
}

async function list(accounts: EngineHandlers['accounts'], invocation: Invocation): Promise<ExitStatus> {
  const { terminal, json, translator } = invocation
  const known = await accounts.list({}, neverCancelled)
  if (!known.ok) return complain(known.error, invocation)
  if (known.value.recovered) say(terminal, codeWords('STATE_RECOVERED', translator.t).title)
  if (json) printJson(terminal, { schema: 1, accounts: known.value.accounts })
  else {
    for (const account of known.value.accounts) {
      print(
        terminal,
        `${account.address}  ${account.secretStore === null ? '-' : translator.t(`store.${account.secretStore}`)}  ${account.provedAt}`,
      )
      for (const { endpoint, userName, signIn } of account.services) {
        const who = signIn === 'none' ? translator.t('no-sign-in') : userName
        print(terminal, `  ${formatEndpoint(endpoint)}  ${who}`)
      }
    }
    if (known.value.accounts.length === 0) say(terminal, translator.t('cli.no-accounts'))
  }
  return EXIT.proved
}

async function remove(
  accounts: EngineHandlers['accounts'],
  text: string,
  invocation: Invocation,
): Promise<ExitStatus> {
  const address = parseEmailAddress(text)
  if (!address.ok) throw new UsageError(`not an address: ${text}`)
  const known = await accounts.list({}, neverCancelled)
  if (!known.ok) return complain(known.error, invocation)
  if (!known.value.accounts.some((account) => account.address === address.value.ascii)) {
    say(invocation.terminal, invocation.translator.t('cli.unknown-account', { address: text }))
    return EXIT.problem
  }
  const removed = await accounts.remove({ address: address.value.ascii }, neverCancelled)
  if (!removed.ok) return complain(removed.error, invocation)
  if (invocation.json) printJson(invocation.terminal, { schema: 1, removed: address.value.ascii })
  else print(invocation.terminal, invocation.translator.t('cli.removed', { address: text }))
  return EXIT.proved
}

function complain(
  code: Parameters<typeof codeWords>[0],
  { terminal, json, translator }: Invocation,
): ExitStatus {
  const { title, explanation } = codeWords(code, translator.t, { store: translator.t('store.keychain') })
  if (json) printJson(terminal, { schema: 1, error: { code, title, explanation } })
  else say(terminal, `${title}\n${explanation} [${code}]`)
  return EXIT.problem
}
