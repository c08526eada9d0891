import { changesBetween, type ServiceChange } from '#shared/accounts/service-changes.ts'
import { factsOf } from '#shared/accounts/service-facts.ts'
import { parseEmailAddress } from '#shared/domain/email-address.ts'
import { isGood } from '#shared/finding/check-result.ts'
import type { SavedAccount } from '#shared/domain/saved-account.ts'
import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { Discovery } from '#shared/discovery/discovery.ts'
import type { EventOf } from '#renderer/wizard/machine/events.ts'
import type { Lane } from '#renderer/wizard/machine/lanes.ts'
import { chooseCandidate, proposeServices } from '#renderer/wizard/machine/services.ts'
import type {
  AddressStep,
  SavedSetup,
  ServersStep,
  ServiceChoice,
  SignInStep,
  TestStep,
} from '#renderer/wizard/machine/state.ts'

/** The account a step was opened from, to be taken along to the next. */
export function savedIn({ saved }: { readonly saved?: SavedSetup }): { readonly saved?: SavedSetup } {
  return saved === undefined ? {} : { saved }
}

/** The same after other servers or another password: the account is not what was saved any more. */
export function changedIn({ saved }: { readonly saved?: SavedSetup }): { readonly saved?: SavedSetup } {
  return saved === undefined ? {} : { saved: { ...saved, record: 'changed' } }
}

/** A saved password that has just been refused is not tried again by itself. */
export function refusedIn({
  saved,
  lanes,
}: {
  readonly saved?: SavedSetup
  readonly lanes: readonly Lane[]
}): { readonly saved?: SavedSetup } {
  if (saved === undefined) return {}
  const refused = lanes.some(
    ({ result }) => result?.code === 'AUTH_REJECTED' || result?.code === 'AUTH_APP_PASSWORD',
  )
  return { saved: refused ? { ...saved, secret: 'refused' } : saved }
}

/**
 * Where a saved account leads: to its test if nothing has to be typed for it, else to the password; to its servers if
 * they are to be changed.
 */
export function takeOpened(
  state: AddressStep,
  { opened, action }: EventOf<'account-opened'>,
): AddressStep | ServersStep | SignInStep | TestStep {
  const address = parseEmailAddress(opened.account.address)
  if (!address.ok) return state
  const { setupId, discovery, account, secret, offer } = opened
  const token = account.oauth === null ? 'none' : 'lasting'
  const saved: SavedSetup = { account, secret, record: 'as-saved' }
  const services = servicesOf(account, discovery)
  const setup = { address: address.value, discovery, services, setupId, saved }
  if (action === 'edit') return { ...setup, offer, step: 'servers', drafts: [], problem: null }
  return secret === 'ready' || secret === 'not-needed'
    ? { ...setup, offer, token, step: 'test', lanes: [] }
    : { ...setup, offer, token: 'none', step: 'sign-in', wants: 'password', because: null }
}

/** What was saved is chosen, with its user name and its exception; what was not saved is left out. */
export function servicesOf(account: SavedAccount, discovery: Discovery): readonly ServiceChoice[] {
  return proposeServices(discovery).map((proposed) => {
    const saved = account.services.find(({ endpoint }) => endpoint.protocol === proposed.protocol)
    if (saved === undefined) return { ...proposed, use: 'leave-out' }
    const candidate = discovery.candidates.find(({ endpoint }) => sameEndpoint(endpoint, saved.endpoint))
    if (candidate === undefined) return proposed
    const { userName, auth, pin } = saved
    return { ...chooseCandidate(proposed, { ...candidate, userName, auth: [auth] }), pin }
  })
}

export interface ChangedService {
  readonly endpoint: ServerEndpoint
  readonly changes: readonly ServiceChange[]
}

/** What is different about the servers since the account was last proved, as far as they were reached now. */
export function changesSince(
  { services }: Pick<SavedAccount, 'services'>,
  lanes: readonly Lane[],
): readonly ChangedService[] {
  return lanes.flatMap(({ endpoint, result }) => {
    const before = services.find((service) => sameEndpoint(service.endpoint, endpoint))?.seen ?? null
    if (before === null || result === null || !isGood(result.verdict)) return []
    return [{ endpoint, changes: changesBetween(before, factsOf(result.evidence)) }]
  })
}
