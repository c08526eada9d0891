import { passwordEndOn, type PasswordEnd } from '#shared/catalogue/endings.ts'
import type { DeviceCard } from '#shared/devices/device-card.ts'
import type { Obstacle, SendingServer, SendingWay, WeighedWay } from '#shared/devices/sending-way.ts'

/** What was told about a network; what was not told is unknown. */
export const TRISTATES = ['yes', 'no', 'unknown'] as const

export type Tristate = (typeof TRISTATES)[number]

export const RECIPIENTS = ['all', 'internal', 'unknown'] as const

/** What a device can and where it stands, as far as that is known. */
export interface SendingNeeds {
  readonly device: Pick<DeviceCard, 'oauth' | 'signIn' | 'tls' | 'encryption' | 'ports'>
  /** Whether the network lets connections to port 25 out. */
  readonly port25: Tristate
  /** Whether the network has a public IP address that stays the same. */
  readonly staticIp: Tristate
  /** Whom it writes to. */
  readonly recipients: (typeof RECIPIENTS)[number]
}

/** A device of which nothing is known. */
export const UNKNOWN_DEVICE: SendingNeeds['device'] = {
  oauth: 'unknown',
  signIn: 'unknown',
  tls: 'unknown',
  encryption: 'unknown',
  ports: 'unknown',
}

/** What has to be found out, but speaks against nothing. */
const OPEN: ReadonlySet<Obstacle> = new Set<Obstacle>([
  'oauth-unknown',
  'sign-in-unknown',
  'tls-1.2-unknown',
  'starttls-unknown',
  'port-unknown',
  'port-25-unknown',
  'static-ip-unknown',
  'ends-now',
  'off-unless-admin',
])

/** Is said beside a way that fits. */
const SAID_ALONE: ReadonlySet<Obstacle> = new Set<Obstacle>(['ends', 'in-clear'])

/**
 * The ways of a provider for one device on a day (`2026-11-27`), in the order of the provider; those that do not fit
 * come last.
 * The days are those of the catalogue; what a server says itself goes before them.
 */
export function weighWays(
  ways: readonly SendingWay[],
  needs: SendingNeeds,
  date: string,
): readonly WeighedWay[] {
  const weighed = ways.map((way) => weigh(way, needs, date))
  return [...weighed.filter(({ fits }) => fits !== 'no'), ...weighed.filter(({ fits }) => fits === 'no')]
}

function weigh(way: SendingWay, needs: SendingNeeds, date: string): WeighedWay {
  const nearest = nearestServer(way.servers, needs)
  const end = way.passwordAt === null ? null : passwordEndOn(date, way.passwordAt, 'smtp')
  const obstacles: readonly Obstacle[] = [
    ...askedObstacles(way, needs),
    ...(nearest === null ? [] : connectionObstacles(nearest, needs)),
    ...(end === null ? [] : [endObstacle(end)]),
    ...(way.recipients === 'internal' && needs.recipients !== 'internal' ? (['internal-only'] as const) : []),
  ]
  const fits = fitOf(obstacles, needs)
  // What is to be found out is not worth it where the way is out of the question.
  const said = fits === 'no' ? obstacles.filter((what) => !isOpen(what, needs)) : obstacles
  return { way, fits, obstacles: said, server: nearest, end }
}

/** The first one with nothing against it, then with the least. */
function nearestServer(servers: SendingWay['servers'], needs: SendingNeeds): SendingServer | null {
  const withAtMost = (allowed: (what: Obstacle) => boolean) =>
    servers.find((one) => connectionObstacles(one, needs).every(allowed))
  return (
    withAtMost(() => false) ??
    withAtMost((what) => OPEN.has(what)) ??
    withAtMost((what) => OPEN.has(what) || SAID_ALONE.has(what)) ??
    servers[0] ??
    null
  )
}

function fitOf(obstacles: readonly Obstacle[], needs: SendingNeeds): WeighedWay['fits'] {
  const serious = obstacles.filter((what) => !SAID_ALONE.has(what))
  if (serious.length === 0) return 'yes'
  return serious.every((what) => isOpen(what, needs)) ? 'check' : 'no'
}

function isOpen(what: Obstacle, { recipients }: SendingNeeds): boolean {
  return OPEN.has(what) || (what === 'internal-only' && recipients === 'unknown')
}

function askedObstacles({ asks }: SendingWay, needs: SendingNeeds): readonly Obstacle[] {
  const { device, staticIp } = needs
  return [
    ...(asks.oauth === undefined ? [] : oauthObstacles(asks.oauth, device)),
    ...(asks.signIn === true && device.signIn !== 'yes'
      ? [device.signIn === 'no' ? ('no-sign-in' as const) : ('sign-in-unknown' as const)]
      : []),
    ...(asks.tls12 === true ? tlsObstacles(device) : []),
    ...(asks.staticIp === true && staticIp !== 'yes'
      ? [staticIp === 'no' ? ('no-static-ip' as const) : ('static-ip-unknown' as const)]
      : []),
  ]
}

function oauthObstacles(
  issuer: 'microsoft' | 'google' | 'other',
  { oauth }: SendingNeeds['device'],
): readonly Obstacle[] {
  if (oauth === 'unknown') return ['oauth-unknown']
  return issuer !== 'other' && oauth.includes(issuer) ? [] : ['no-oauth']
}

function tlsObstacles({ tls, encryption }: SendingNeeds['device']): readonly Obstacle[] {
  // What encrypts nothing at all is said once, by the connection.
  if (encryption !== 'unknown' && encryption.every((one) => one === 'none')) return []
  if (tls === 'unknown') return ['tls-1.2-unknown']
  return tls.some((version) => version === '1.2' || version === '1.3') ? [] : ['no-tls-1.2']
}

function connectionObstacles({ port, security }: SendingServer, needs: SendingNeeds): readonly Obstacle[] {
  return [
    ...encryptionObstacles(security, needs.device),
    ...portObstacles(port, needs.device),
    ...(port === 25 && needs.port25 !== 'yes'
      ? [needs.port25 === 'no' ? ('port-25-blocked' as const) : ('port-25-unknown' as const)]
      : []),
  ]
}

function encryptionObstacles(
  security: SendingServer['security'],
  { encryption }: SendingNeeds['device'],
): readonly Obstacle[] {
  const remarks = security === 'none' ? (['in-clear'] as const) : []
  if (encryption === 'unknown') return security === 'starttls' ? ['starttls-unknown'] : remarks
  if (encryption.includes(security)) return remarks
  return encryption.every((one) => one === 'none') ? ['no-encryption'] : ['no-starttls']
}

function portObstacles(port: number, { ports }: SendingNeeds['device']): readonly Obstacle[] {
  if (ports === 'any') return []
  if (ports === 'unknown') return port === 25 ? [] : ['port-unknown']
  return ports.includes(port) ? [] : ['port']
}

function endObstacle({ state, postponedBy }: PasswordEnd): Obstacle {
  if (state === 'final') return 'ended'
  if (state === 'announced') return 'ends'
  return postponedBy === 'admin' ? 'off-unless-admin' : 'ends-now'
}
