import type { Provider } from '#shared/catalogue/provider.ts'
import { SIGN_IN_WAYS, type Capabilities } from '#shared/contract/capabilities.ts'
import type { AppDescription, EngineHandlers, PolicyDescription } from '#shared/contract/contract.ts'
import type { PracticeGuide } from '#shared/contract/practice.ts'
import { SETUP_GONE } from '#shared/domain/setup-gone.ts'
import type { Policy } from '#shared/policy/policy.ts'
import { createAccountFile, type AccountFile } from '#engine/accounts/account-file.ts'
import { targetOf, noteRefusals } from '#engine/accounts/note-refusals.ts'
import { createViewFile, type ViewFile } from '#engine/accounts/view-file.ts'
import { createKeptClients, type KeptClients } from '#engine/accounts/kept-clients.ts'
import { createRefusalFile, type RefusalLog } from '#engine/accounts/refusal-file.ts'
import { removeAccount } from '#engine/accounts/remove-account.ts'
import { findSettings } from '#engine/discovery/find.ts'
import { lookAtDomains } from '#engine/discovery/look-at-domains.ts'
import { opensNoSocket, type DiscoverySource } from '#engine/discovery/source.ts'
import { saveExport } from '#engine/exports/save-export.ts'
import { savePdf } from '#engine/exports/save-pdf.ts'
import { handlersOf } from '#engine/handlers.ts'
import { ProxySwitch, throughSwitch } from '#engine/net/proxy/proxy-switch.ts'
import { openLetter, openPage } from '#engine/open-page.ts'
import { checkClientAt } from '#engine/setup/check-client-at.ts'
import type { LaidDownClients } from '#engine/oauth/client.ts'
import type { ChoosePlace, FollowOpenedFiles, OpenUrl, PrintPage, SecretStore } from '#engine/environment.ts'
import type { ProbeTools } from '#engine/probe/tools.ts'
import { arrivalOfDomain, arrivalOfSetup } from '#engine/setup/arrival-of-setup.ts'
import { authorizeSetup } from '#engine/setup/authorize-setup.ts'
import { confirmSetup, offerFor } from '#engine/setup/confirm.ts'
import { withFinished } from '#engine/setup/finished-of.ts'
import { keepProof } from '#engine/setup/keep-proof.ts'
import { openAccount } from '#engine/setup/open-account.ts'
import { ReservedTries } from '#engine/setup/reserved-tries.ts'
import { provedSetupOf } from '#engine/setup/proved-setup-of.ts'
import { proveMechanisms } from '#engine/setup/prove-mechanisms.ts'
import { saveSetup } from '#engine/setup/save.ts'
import { surveyHosts, surveySetup } from '#engine/setup/survey-setup.ts'
import { Setups } from '#engine/setup/setups.ts'
import { testSetup } from '#engine/setup/test-setup.ts'
import type { ReviewTools } from '#engine/inspection/account-reviews.ts'
import { createInspection } from '#engine/inspection/create-inspection.ts'
import { createProfiles } from '#engine/programs/profiles.ts'
import type { ProgramPlaces } from '#engine/programs/program-places.ts'
import type { UseCases } from '#engine/use-cases.ts'

/** The outside world, as the host, a test or the practice mode provides it. */
export interface Environment {
  readonly version: string
  readonly host: Capabilities['host']
  readonly probe: ProbeTools
  /** Where settings are looked for, the most trusted first. */
  readonly sources: readonly DiscoverySource[]
  readonly providerById: (id: string) => Provider | null
  readonly secrets: SecretStore
  readonly openUrl: OpenUrl
  /** `null` in a host without such a dialog. */
  readonly choosePlace: ChoosePlace | null
  /** `null` in a host that shows no page, or cannot print it. */
  readonly printPage: PrintPage | null
  /** Where the system hands over files that the user opens. */
  readonly openedFiles?: FollowOpenedFiles
  readonly oauth: OAuthEnvironment
  /** The file that holds the saved accounts. */
  readonly accountsPath: string
  /** Where the mail programs of this user are looked for. */
  readonly programs: ProgramPlaces
  readonly practice: PracticeGuide | null
  /** What the organisation that runs this computer has laid down. */
  readonly policy: Policy | null
  /** How many setups there may be at once, where that is more than a few windows need. */
  readonly mostSetups?: number
}

/** What signing in without a password depends on besides the network. */
export interface OAuthEnvironment {
  readonly laidDown: LaidDownClients
  /** How long the user may take in the browser, in milliseconds. */
  readonly patienceMs: number
}

export interface Engine {
  readonly useCases: UseCases
  /** The use cases as the contract calls them. */
  readonly handlers: EngineHandlers
  /** Forgets every credential. */
  readonly close: () => void
}

/** Puts the rooms together: ports in, the use cases out. There is no other way into the engine. */
export function createEngine(given: Environment): Engine {
  const proxies = new ProxySwitch(given.probe.proxy)
  const environment: Environment = { ...given, probe: throughSwitch(given.probe, proxies) }
  const rooms: Rooms = {
    setups: new Setups(given.mostSetups),
    accounts: createAccountFile(environment.accountsPath),
    refusals: createRefusalFile(environment.accountsPath, environment.probe.clock),
    views: createViewFile(environment.accountsPath),
    clients: createKeptClients(environment.accountsPath),
  }
  const ofAccounts = {
    ...looks(environment),
    ...setupUseCases(environment, rooms),
    ...accountUseCases(environment, rooms),
  }
  const useCases: UseCases = {
    describe: () => describe(environment, rooms),
    chooseView: (view) => rooms.views.write(view),
    openPage: (url) => openPage(url, environment.openUrl, environment.policy),
    writeMail: (letter, language) => openLetter(letter, language, environment.openUrl),
    savePdf: () => savePdf(environment),
    openedFiles: environment.openedFiles ?? noFiles,
    proxy: () => proxies.describe(),
    chooseProxy: (proxy) => proxies.use(proxy),
    ...ofAccounts,
    ...reviewUseCases(environment, ofAccounts),
    ...clientUseCases(environment, rooms),
    ...programUseCases(environment, rooms),
  }
  return { useCases, handlers: handlersOf(useCases), close: () => rooms.setups.closeAll() }
}

/** Of a host that no file is opened with. */
const noFiles: FollowOpenedFiles = async function* () {}

/** What all use cases share. */
interface Rooms {
  readonly setups: Setups
  readonly accounts: AccountFile
  readonly refusals: RefusalLog
  readonly views: ViewFile
  readonly clients: KeptClients
}

/** What can be asked without a setup. */
function looks({
  sources,
  probe: tools,
  policy,
  providerById,
}: Environment): Pick<UseCases, 'discover' | 'surveyHosts' | 'arrivalOfDomain' | 'lookAtDomains'> {
  return {
    discover: ({ address, accountType, network }, signal) =>
      findSettings({
        address,
        accountType,
        sources: network === 'ask' ? sources : sources.filter(opensNoSocket),
        tools,
        preferredHosts: policy?.preferredHosts ?? [],
        signal,
      }),
    surveyHosts: (request, signal) => surveyHosts(request, tools, signal),
    lookAtDomains: (signal) => lookAtDomains({ sources, providerById, tools }, signal),
    arrivalOfDomain: (request, signal) => arrivalOfDomain(request, providerById, tools, signal),
  }
}

type SetupUseCases = Pick<
  UseCases,
  | 'confirm'
  | 'offer'
  | 'authorize'
  | 'test'
  | 'refusals'
  | 'reserveTry'
  | 'save'
  | 'saveExport'
  | 'survey'
  | 'mechanisms'
  | 'arrival'
  | 'close'
>

function setupUseCases(
  environment: Environment,
  { setups, accounts, refusals, clients }: Rooms,
): SetupUseCases {
  const { secrets, probe, oauth, openUrl } = environment
  const { clock } = probe
  const tries = new ReservedTries(setups, refusals)
  return {
    confirm: (request) => confirmSetup(setups, request, { ...environment, laidDown: oauth.laidDown }),
    offer: (request) => offerFor(request, { ...environment, laidDown: oauth.laidDown }).offer,
    authorize: (request, signal) =>
      authorizeSetup(setups, request, signal, {
        ...oauth,
        tools: probe,
        openUrl,
        keptClient: clients.idAt,
      }),
    test: (request, signal) =>
      noteRefusals(
        testSetup(setups, request, signal, probe, (setup) => keepProof(setup, accounts, clock)),
        refusals,
        () => setups.find(request.setupId)?.passwordFrom ?? 'typed',
        () => tries.placeFor(request),
      ),
    refusals: async (setupId) => {
      const setup = setups.find(setupId)
      return setup === null ? SETUP_GONE : refusals.record(setup.services.map(targetOf))
    },
    reserveTry: async (setupId, claim) => {
      const setup = setups.find(setupId)
      return setup === null ? SETUP_GONE : tries.reserve(setup, claim)
    },
    save: async ({ setupId, secret }) => {
      const setup = setups.find(setupId)
      return setup === null ? SETUP_GONE : saveSetup(setup, secret, { secrets, accounts, clock })
    },
    saveExport: ({ setupId, ...request }) => {
      const setup = setups.find(setupId)
      return saveExport(setup === null ? null : provedSetupOf(setup), request, environment.choosePlace)
    },
    survey: (setupId, signal) => surveySetup(setups, setupId, probe, signal),
    mechanisms: (setupId, signal) => proveMechanisms(setupId, { setups, tools: probe, refusals }, signal),
    arrival: (setupId, message, signal) => arrivalOfSetup(setups, { setupId, message }, probe, signal),
    close: (setupId) => {
      tries.giveBack(setupId)
      setups.close(setupId)
    },
  }
}

function clientUseCases(
  { probe }: Environment,
  { clients }: Rooms,
): Pick<UseCases, 'keptClient' | 'keepClient' | 'checkClient'> {
  return {
    keptClient: clients.idAt,
    keepClient: clients.keep,
    checkClient: (request, signal) => checkClientAt(request, probe, signal),
  }
}

function accountUseCases(
  environment: Environment,
  rooms: Rooms,
): Pick<UseCases, 'accounts' | 'open' | 'remove' | 'accountsPath'> {
  const { secrets, probe: tools, accountsPath } = environment
  const { laidDown } = environment.oauth
  return {
    accounts: () => rooms.accounts.read(),
    open: (request, signal) => openAccount(request, { ...environment, ...rooms, tools, laidDown }, signal),
    remove: (request) => removeAccount(request, { ...rooms, secrets, tools }),
    accountsPath,
  }
}

function reviewUseCases(
  { programs, probe: { clock } }: Environment,
  useCases: Omit<ReviewTools, 'today'>,
): ReturnType<typeof createInspection> {
  return createInspection(programs, { ...useCases, today: () => clock.date().toISOString().slice(0, 10) })
}

function programUseCases(
  { programs }: Environment,
  { setups }: Rooms,
): Pick<UseCases, 'programs' | 'previewProfile' | 'writeProfile' | 'undoProfile' | 'profiles'> {
  const profiles = createProfiles(programs)
  return {
    profiles,
    programs: () => profiles.list(),
    previewProfile: ({ setupId, profileId }) =>
      withFinished(setups.find(setupId), (setup) => profiles.preview(profileId, setup)),
    writeProfile: ({ setupId, profileId, previewId }) =>
      withFinished(setups.find(setupId), (setup) => profiles.write(profileId, setup, previewId)),
    undoProfile: (profileId) => profiles.undo(profileId),
  }
}

async function describe(environment: Environment, { views }: Rooms): Promise<AppDescription> {
  const [available, view] = await Promise.all([environment.secrets.probe(), views.read()])
  return {
    version: environment.version,
    capabilities: {
      host: environment.host,
      secretStore: available.ok ? environment.secrets.id : null,
      saveFile: environment.choosePlace === null ? 'download' : 'dialog',
      savePdf: environment.choosePlace !== null && environment.printPage !== null,
      signIn: SIGN_IN_WAYS,
    },
    practice: environment.practice,
    policy: environment.policy === null ? null : describePolicy(environment.policy),
    view,
  }
}

function describePolicy({ organisation, support, locked, plainRelays }: Policy): PolicyDescription {
  return { organisation, support, locked, plainRelays }
}
