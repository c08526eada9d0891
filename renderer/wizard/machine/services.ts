import type { Discovery } from '#shared/discovery/discovery.ts'
import type { RankedCandidate } from '#shared/domain/candidate.ts'
import type { EmailAddress } from '#shared/domain/email-address.ts'
import type { Protocol } from '#shared/domain/protocol.ts'
import type { ServiceOrigin } from '#shared/domain/service-origin.ts'
import type { ServiceSignIn } from '#shared/domain/service-sign-in.ts'
import { sameEndpoint, type ServerEndpoint } from '#shared/domain/server-endpoint.ts'
import type { ServiceChoice } from '#renderer/wizard/machine/state.ts'

/** Receiving first: that is what people look for. */
const ORDER: readonly Protocol[] = ['imap', 'smtp', 'pop3']

export function inReadingOrder<T extends { readonly endpoint: ServerEndpoint }>(
  services: readonly T[],
): readonly T[] {
  const position = ({ endpoint }: T) => ORDER.indexOf(endpoint.protocol)
  return services.toSorted((a, b) => position(a) - position(b))
}

/**
 * The best candidate of each service, and the others to choose from. POP3 is asked for, not given: where there is IMAP,
 * a mailbox that is emptied into one computer is the choice of the user alone.
 * @param wanted `sending`: what receives is there to be added, and is not tested unless the user does
 */
export function proposeServices(
  { candidates }: Pick<Discovery, 'candidates'>,
  wanted: 'everything' | 'sending' = 'everything',
): readonly ServiceChoice[] {
  const ofProtocol = (protocol: Protocol) =>
    candidates.filter(({ endpoint }) => endpoint.protocol === protocol)
  const hasImap = ofProtocol('imap').length > 0
  const isWanted = (protocol: Protocol) =>
    wanted === 'sending' ? protocol === 'smtp' : protocol !== 'pop3' || !hasImap
  return ORDER.map((protocol) => {
    const [chosen = null, ...others] = ofProtocol(protocol)
    const use = chosen !== null && isWanted(protocol) ? 'test' : 'leave-out'
    return { protocol, chosen, others, use, pin: null }
  })
}

/** The services with nothing in them, for a user who types them; what is proposed stays on offer. */
export function blankServices(discovery: Pick<Discovery, 'candidates'>): readonly ServiceChoice[] {
  return proposeServices(discovery).map(({ protocol, chosen, others }) => ({
    protocol,
    chosen: null,
    others: [...(chosen === null ? [] : [chosen]), ...others],
    use: 'leave-out',
    pin: null,
  }))
}

export function changeService(
  services: readonly ServiceChoice[],
  protocol: Protocol,
  change: (service: ServiceChoice) => ServiceChoice,
): readonly ServiceChoice[] {
  return services.map((service) => (service.protocol === protocol ? change(service) : service))
}

/** Puts a candidate in charge; the one before it stays on offer. */
export function chooseCandidate(service: ServiceChoice, candidate: RankedCandidate): ServiceChoice {
  const others = [...(service.chosen === null ? [] : [service.chosen]), ...service.others]
  const rest = others.filter((other) => !sameEndpoint(other.endpoint, candidate.endpoint))
  return { ...service, chosen: candidate, others: rest, use: 'test', pin: null }
}

/** Another port for one service: the button named host and port, so pressing it was the choice of the user. */
export function useEndpoint(
  services: readonly ServiceChoice[],
  endpoint: ServerEndpoint,
  address: EmailAddress,
): readonly ServiceChoice[] {
  return changeService(services, endpoint.protocol, (service) => {
    const userName = service.chosen?.userName ?? address.ascii
    const signIn = service.chosen === null ? 'password' : signInOf(service.chosen)
    return chooseCandidate(service, typedCandidate(endpoint, userName, signIn))
  })
}

/** Another user name for one service and for all that were to use the same one; one account has one name. */
export function renameUser(
  services: readonly ServiceChoice[],
  protocol: Protocol,
  userName: string,
): { readonly services: readonly ServiceChoice[]; readonly changed: readonly Protocol[] } {
  const old = services.find((service) => service.protocol === protocol)?.chosen?.userName
  const isMeant = ({ chosen, use }: ServiceChoice) => chosen?.userName === old && use === 'test'
  return {
    services: services.map((service) =>
      service.chosen !== null && isMeant(service)
        ? { ...service, chosen: { ...service.chosen, userName } }
        : service,
    ),
    changed: services.filter(isMeant).map((service) => service.protocol),
  }
}

/** What will be shown to the engine for confirmation. */
export function servicesToTest(services: readonly ServiceChoice[]) {
  return services.flatMap(({ chosen, use, pin }) => {
    if (chosen === null || use === 'leave-out') return []
    const origin: ServiceOrigin = chosen.source === 'typed' ? 'typed' : 'found'
    return [{ endpoint: chosen.endpoint, userName: chosen.userName, origin, pin, signIn: signInOf(chosen) }]
  })
}

/** A relay the user typed gets no sign-in; whatever was found wants one, whatever was found about it. */
export function signInOf({ endpoint, source, auth }: RankedCandidate): ServiceSignIn {
  const isRelay = endpoint.protocol === 'smtp' && source === 'typed' && auth.includes('none')
  return isRelay ? 'none' : 'password'
}

/** The servers that get the password, each once; none where no server wants a sign-in. */
export function hostsThatGetPassword(services: readonly ServiceChoice[]): readonly string[] {
  const hosts = servicesToTest(services).flatMap(({ endpoint, signIn }) =>
    signIn === 'password' ? [endpoint.host] : [],
  )
  return [...new Set(hosts)]
}

/** Accepts one certificate of one server; another server or another certificate needs another decision. */
export function pinCertificate(
  services: readonly ServiceChoice[],
  protocol: Protocol,
  fingerprint: string,
): readonly ServiceChoice[] {
  return changeService(services, protocol, (service) => ({ ...service, pin: fingerprint }))
}

/** A server as the user typed it or agreed to it. */
export function typedCandidate(
  endpoint: ServerEndpoint,
  userName: string,
  signIn: ServiceSignIn,
): RankedCandidate {
  return {
    endpoint,
    userName,
    auth: signIn === 'none' ? ['none'] : ['plain', 'login'],
    source: 'typed',
    trust: 'user',
    why: { kind: 'typed' },
    otherDomain: null,
  }
}
