import { fixedUserNameAt } from '#shared/catalogue/service-at.ts'
import { adviceAbout, type ServerAdvice } from '#shared/catalogue/server-advice.ts'
import type { SheetService } from '#shared/discovery/sheet/read-sheet.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import { userNameProblem } from '#shared/domain/credential-text.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import { isLoopbackHost, parseHostName } from '#shared/domain/host-name.ts'
import { USUAL_PORTS, type Protocol } from '#shared/domain/protocol.ts'
import { parsePort, sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import { matchesAny } from '#shared/policy/policy.ts'
import { signInOf, typedCandidate } from '#renderer/wizard/machine/services.ts'
import type { ServerDraft, ServersStep, ServiceChoice } from '#renderer/wizard/machine/state.ts'

/** What the form shows when the user begins to change a server. */
export function draftOf(service: ServiceChoice, address: EmailAddress): ServerDraft {
  const { protocol, chosen } = service
  if (chosen === null) {
    const [port = ''] = Object.entries(USUAL_PORTS[protocol]).find(([, kind]) => kind === 'tls') ?? []
    const blank = { host: '', port, security: 'tls', userName: address.ascii } as const
    return { protocol, ...blank, signIn: 'password', problem: null, advice: null }
  }
  const { host, port, security } = chosen.endpoint
  const signIn = signInOf(chosen)
  const userName = signIn === 'none' ? address.ascii : chosen.userName
  return { protocol, host, port: String(port), security, userName, signIn, problem: null, advice: null }
}

/** The rows that are being typed, with one more. */
export function openDraft(
  { drafts, services, address }: Pick<ServersStep, 'drafts' | 'services' | 'address'>,
  protocol: Protocol,
): readonly ServerDraft[] {
  const service = services.find((candidate) => candidate.protocol === protocol)
  const isOpen = drafts.some((draft) => draft.protocol === protocol)
  return service === undefined || isOpen ? drafts : [...drafts, draftOf(service, address)]
}

/**
 * The row as it was changed. A service with one user name for all its customers brings that with its host, and takes it
 * away again.
 */
export function changedDraft(before: ServerDraft, after: ServerDraft, address: EmailAddress): ServerDraft {
  const told = { ...after, advice: null }
  const [was, is] = [before, after].map(fixedUserNameOf)
  if (was === is) return told
  if (is !== null && is !== undefined) return { ...told, userName: is }
  return told.userName === was ? { ...told, userName: address.ascii } : told
}

function fixedUserNameOf({ protocol, host }: ServerDraft): string | null {
  return protocol === 'smtp' ? fixedUserNameAt(host.trim().toLowerCase()) : null
}

/** A row as the sheet has it; the user name stays where the sheet has none. */
export function draftFromSheet(
  draft: ServerDraft,
  { host, port, security, userName }: SheetService,
): ServerDraft {
  const name = userName ?? fixedUserNameOf({ ...draft, host }) ?? draft.userName
  const read = { host, port: String(port), security, userName: name }
  return { ...draft, ...read, signIn: 'password', problem: null, advice: null }
}

/** The rows to be taken: one that was empty and stayed empty is a service that the account does not have. */
export function filledDrafts({
  drafts,
  services,
}: Pick<ServersStep, 'drafts' | 'services'>): readonly ServerDraft[] {
  const hasServer = (protocol: Protocol) =>
    services.some((service) => service.protocol === protocol && service.chosen !== null)
  return drafts.filter(({ protocol, host }) => host.trim() !== '' || hasServer(protocol))
}

/** What comes of a row: a server, what is wrong with it, or what is said before it is taken. */
export function judgeDraft(
  state: Pick<ServersStep, 'services' | 'discovery'>,
  draft: ServerDraft,
): { readonly draft: ServerDraft; readonly candidate: RankedCandidate | null } {
  const candidate = readDraft(draft)
  if (typeof candidate === 'string') return { draft: { ...draft, problem: candidate }, candidate: null }
  const advice = draft.advice === null ? adviceOnDraft(state, candidate) : null
  return advice === null
    ? { draft: { ...draft, problem: null }, candidate }
    : { draft: { ...draft, problem: null, advice }, candidate: null }
}

/** A draft as a candidate, or what is wrong with it. */
export function readDraft(draft: ServerDraft): RankedCandidate | NonNullable<ServerDraft['problem']> {
  const host = parseHostName(draft.host.trim())
  if (!host.ok) return 'host'
  const port = parsePort(draft.port.trim())
  if (port === null) return 'port'
  const userName = draft.signIn === 'none' ? '' : draft.userName.trim()
  if (draft.signIn === 'password' && userNameProblem(userName) !== null) return 'user-name'
  const endpoint: ServerEndpoint = {
    protocol: draft.protocol,
    host: host.value.ascii,
    port,
    security: draft.security,
  }
  return typedCandidate(endpoint, userName, draft.signIn)
}

/** What the name of a typed server gives away; nothing about one that was in charge already. */
export function adviceOnDraft(
  { services, discovery }: Pick<ServersStep, 'services' | 'discovery'>,
  { endpoint }: RankedCandidate,
): ServerAdvice | null {
  const isInCharge = services.some(({ chosen }) => chosen !== null && sameEndpoint(chosen.endpoint, endpoint))
  return isInCharge ? null : adviceAbout(discovery.day, endpoint)
}

/** The server that was advised, under the user name that was typed. */
export function candidateInstead({ advice, userName, signIn }: ServerDraft): RankedCandidate | null {
  const endpoint = advice?.instead ?? null
  return endpoint === null ? null : typedCandidate(endpoint, userName.trim(), signIn)
}

/** Picking a usual port picks its encryption; any other port leaves it alone. */
export function withPort(draft: ServerDraft, port: string): ServerDraft {
  const usual = USUAL_PORTS[draft.protocol][Number(port)]
  return { ...draft, port, security: usual ?? draft.security, problem: null }
}

/** Whether the row may go without encryption: on this computer, or to a relay that the organisation names. */
export function mayBePlain(
  { host, signIn }: Pick<ServerDraft, 'host' | 'signIn'>,
  plainRelays: readonly string[],
): boolean {
  const name = host.trim().toLowerCase()
  return isLoopbackHost(name) || (signIn === 'none' && matchesAny(plainRelays, name))
}

/** Where a password is to be sent, what went without encryption gets it. */
export function withSignIn(draft: ServerDraft, signIn: ServerDraft['signIn']): ServerDraft {
  const isExposed =
    signIn === 'password' && draft.security === 'none' && !mayBePlain({ ...draft, signIn }, [])
  return { ...draft, signIn, security: isExposed ? 'starttls' : draft.security, problem: null }
}
