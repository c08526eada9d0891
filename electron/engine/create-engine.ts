import type { Provider } from '#shared/catalogue/provider.ts'
import { SIGN_IN_WAYS, type Capabilities } from '#shared/contract/capabilities.ts'
import type { AppDescription, EngineHandlers, PolicyDescription } from '#shared/contract/contract.ts'
import type { PracticeGuide } from '#shared/contract/practice.ts'
import type { CancelSignal } from '#shared/contract/spec.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { pickLanguage } from '#shared/i18n/languages.ts'
import { fail, ok, type Outcome } from '#shared/outcome.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { createAccountFile, type AccountFile } from '#engine/accounts/account-file.ts'
import { keepProof } from '#engine/accounts/keep-proof.ts'
import { doorOf, noteRefusals } from '#engine/accounts/note-refusals.ts'
import { openAccount } from '#engine/accounts/open-account.ts'
import { createRefusalFile, type RefusalLog } from '#engine/accounts/refusal-file.ts'
import { removeAccount } from '#engine/accounts/remove-account.ts'
import { findSettings, type FindRequest } from '#engine/discovery/find.ts'
import type { DiscoverySource } from '#engine/discovery/source.ts'
import { ProxySwitch, throughSwitch } from '#engine/net/proxy/proxy-switch.ts'
import { openPage } from '#engine/open-page.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import type { OpenUrl, SecretStore } from '#engine/ports.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { arrivalOfSetup } from '#engine/setup/arrival-of-setup.ts'
import { authorizeSetup } from '#engine/setup/authorize-setup.ts'
import { confirmSetup } from '#engine/setup/confirm.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { surveySetup } from '#engine/setup/survey-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { testSetup, type TestRequest } from '#engine/setup/test-setup.ts'

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
  readonly oauth: OAuthPorts
  /** The file that holds the saved accounts. */
  readonly accountsPath: string
  readonly practice: PracticeGuide | null
  /** What the organisation that runs this computer has laid down. */
  readonly policy: Policy | null
}

/** What signing in without a password depends on besides the network. */
export interface OAuthPorts {
  readonly laidDown: LaidDownClients
  /** How long somebody may take in the browser, in milliseconds. */
  readonly patienceMs: number
}

export interface Engine {
  readonly handlers: EngineHandlers
  /** Forgets every credential. */
  readonly close: () => void
}

/** Puts the rooms together: ports in, the handlers of the contract out. */
export function createEngine(given: EnginePorts): Engine {
  const proxies = new ProxySwitch(given.probe.proxy)
  const ports: EnginePorts = { ...given, probe: throughSwitch(given.probe, proxies) }
  const { clock } = ports.probe
  const rooms: Rooms = {
    setups: new Setups(),
    accounts: createAccountFile(ports.accountsPath),
    refusals: createRefusalFile(ports.accountsPath, clock),
  }
  const handlers: EngineHandlers = {
    app: {
      describe: () => describe(ports),
      open: ({ url }) => openPage(url, ports.openUrl, ports.policy),
    },
    network: {
      proxy: () => proxies.describe(),
      chooseProxy: ({ proxy }) => proxies.use(proxy),
    },
    discovery: {
      find: ({ address, accountType }, signal) =>
        find(address, {
          accountType,
          sources: ports.sources,
          tools: ports.probe,
          preferredHosts: ports.policy?.preferredHosts ?? [],
          signal: toAbortSignal(signal),
        }),
    },
    setup: setupHandlers(ports, rooms),
    accounts: accountHandlers(ports, rooms),
  }
  return { handlers, close: () => rooms.setups.closeAll() }
}

/** What all handlers share. */
interface Rooms {
  readonly setups: Setups
  readonly accounts: AccountFile
  readonly refusals: RefusalLog
}

function setupHandlers(ports: EnginePorts, { setups, accounts, refusals }: Rooms): EngineHandlers['setup'] {
  const { secrets, probe } = ports
  const { clock } = probe
  const doorsOf = ({ setupId }: Pick<TestRequest, 'setupId'>) =>
    setups.find(setupId)?.services.map(doorOf) ?? []
  const triesPassword = ({ setupId, credential }: TestRequest) =>
    (credential ?? setups.find(setupId)?.credential ?? null)?.kind === 'password'
  const test = (request: TestRequest, signal: CancelSignal) =>
    noteRefusals(
      testSetup(setups, request, toAbortSignal(signal), probe, (setup) => keepProof(setup, accounts, clock)),
      refusals,
      () => setups.find(request.setupId)?.passwordFrom ?? 'typed',
      async () => (triesPassword(request) ? refusals.reserve(doorsOf(request), 'in-any-case') : null),
    )
  return {
    confirm: (request) => confirmSetup(setups, request, { ...ports, laidDown: ports.oauth.laidDown }),
    authorize: (request, signal) => {
      const tools = { ...ports.oauth, tools: probe, openUrl: ports.openUrl }
      return authorizeSetup(setups, request, toAbortSignal(signal), tools)
    },
    test: (request, signal) => test({ ...request, message: null }, signal),
    sendTest: ({ setupId, language }, signal) => {
      const message = pickLanguage([language])
      return test({ setupId, credential: null, sending: null, protocols: null, message }, signal)
    },
    refusals: (request) => refusals.standing(doorsOf(request)),
    save: async ({ setupId, secret }) => {
      const setup = setups.find(setupId)
      return setup === null ? fail('CFG_CONFIRM') : saveSetup(setup, secret, { secrets, accounts, clock })
    },
    survey: ({ setupId }, signal) => surveySetup(setups, setupId, probe, toAbortSignal(signal)),
    arrival: ({ setupId }, signal) => arrivalOfSetup(setups, setupId, probe, toAbortSignal(signal)),
    close: ({ setupId }) => {
      setups.close(setupId)
      return null
    },
  }
}

function accountHandlers(ports: EnginePorts, rooms: Rooms): EngineHandlers['accounts'] {
  const { secrets, probe: tools } = ports
  const { laidDown } = ports.oauth
  return {
    list: () => rooms.accounts.read(),
    open: (request, signal) =>
      openAccount(request, { ...ports, ...rooms, tools, laidDown }, toAbortSignal(signal)),
    remove: (request) => removeAccount(request, { ...rooms, secrets, tools }),
  }
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
