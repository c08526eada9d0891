import type { Provider } from '#shared/catalogue/provider.ts'
import { SIGN_IN_WAYS, type Capabilities } from '#shared/contract/capabilities.ts'
import type { AppDescription, EngineHandlers, PolicyDescription } from '#shared/contract/contract.ts'
import type { PracticeGuide } from '#shared/contract/practice.ts'
import type { CancelSignal } from '#shared/contract/spec.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { createAccountFile } from '#engine/accounts/account-file.ts'
import { keepProof } from '#engine/accounts/keep-proof.ts'
import { doorOf, noteRefusals } from '#engine/accounts/note-refusals.ts'
import { openAccount } from '#engine/accounts/open-account.ts'
import { createRefusalFile } from '#engine/accounts/refusal-file.ts'
import { removeAccount } from '#engine/accounts/remove-account.ts'
import { findSettings, type FindRequest } from '#engine/discovery/find.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { openPage } from '#engine/open-page.ts'
import type { OpenUrl, SecretStore } from '#engine/ports.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { confirmSetup } from '#engine/setup/confirm.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { surveySetup } from '#engine/setup/survey-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { testSetup } from '#engine/setup/test-setup.ts'

/** The outside world, as the host, a test or the practice mode provides it. */
export interface EnginePorts {
  readonly version: string
  readonly host: Capabilities['host']
  readonly probe: ProbeTools
  /** Where settings are looked for, the most trusted first. */
  readonly sources: readonly DiscoverySource[]
  readonly providerById: (id: string) => Provider | null
  readonly secrets: SecretStore
  readonly openUrl: OpenUrl
  /** The file that holds the saved accounts. */
  readonly accountsPath: string
  readonly practice: PracticeGuide | null
  /** What the organisation that runs this computer has laid down. */
  readonly policy: Policy | null
}

export interface Engine {
  readonly handlers: EngineHandlers
  /** Forgets every credential. */
  readonly close: () => void
}

/** Puts the rooms together: ports in, the handlers of the contract out. */
export function createEngine(ports: EnginePorts): Engine {
  const setups = new Setups()
  const accounts = createAccountFile(ports.accountsPath)
  const { secrets, probe } = ports
  const refusals = createRefusalFile(ports.accountsPath, probe.clock)
  const handlers: EngineHandlers = {
    app: {
      describe: () => describe(ports),
      open: ({ url }) => openPage(url, ports.openUrl, ports.policy),
    },
    discovery: {
      find: ({ address, accountType }, signal) =>
        find(address, {
          accountType,
          sources: ports.sources,
          tools: probe,
          preferredHosts: ports.policy?.preferredHosts ?? [],
          signal: toAbortSignal(signal),
        }),
    },
    setup: {
      confirm: (request) => confirmSetup(setups, request, ports),
      test: (request, signal) =>
        noteRefusals(
          testSetup(setups, request, toAbortSignal(signal), probe, (setup) =>
            keepProof(setup, accounts, probe.clock),
          ),
          refusals,
          () => setups.find(request.setupId)?.passwordFrom ?? 'typed',
        ),
      refusals: ({ setupId }) => refusals.standing(setups.find(setupId)?.services.map(doorOf) ?? []),
      save: async ({ setupId, secret }) => {
        const setup = setups.find(setupId)
        return setup === null
          ? fail('CFG_CONFIRM')
          : saveSetup(setup, secret, { secrets, accounts, clock: probe.clock })
      },
      survey: ({ setupId }, signal) => surveySetup(setups, setupId, probe, toAbortSignal(signal)),
      close: ({ setupId }) => {
        setups.close(setupId)
        return null
      },
    },
    accounts: {
      list: () => accounts.read(),
      open: (request) => openAccount(request, { ...ports, accounts, setups, refusals, clock: probe.clock }),
      remove: (request) => removeAccount(request, { accounts, secrets }),
    },
  }
  return { handlers, close: () => setups.closeAll() }
}

async function describe(ports: EnginePorts): Promise<AppDescription> {
  const available = await ports.secrets.probe()
  return {
    version: ports.version,
    capabilities: {
      host: ports.host,
      secretStore: available.ok ? ports.secrets.id : null,
      signIn: SIGN_IN_WAYS,
    },
    practice: ports.practice,
    policy: ports.policy === null ? null : describePolicy(ports.policy),
  }
}

function describePolicy({ organisation, support, locked }: Policy): PolicyDescription {
  return { organisation, support, locked }
}

async function* find(
  text: string,
  request: Omit<FindRequest, 'address'>,
): AsyncIterable<Outcome<Discovery, 'ADDR_INVALID'>> {
  const address = parseEmailAddress(text)
  if (!address.ok) yield fail('ADDR_INVALID')
  else for await (const snapshot of findSettings({ ...request, address: address.value })) yield ok(snapshot)
}

/** Handlers are given the platform-free signal of the contract; in every host it is an AbortSignal. */
function toAbortSignal(signal: CancelSignal): AbortSignal {
  if (signal instanceof AbortSignal) return signal
  const controller = new AbortController()
  signal.addEventListener('abort', () => controller.abort(), { once: true })
  return controller.signal
}
