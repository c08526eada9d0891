import {
  isOwnMailbox,
  type Obstacle,
  type SendingServer,
  type WeighedWay,
} from '#shared/devices/sending-way.ts'
import { dayForReader } from '#shared/i18n/day.ts'
import type { Translate } from '#shared/i18n/translator.ts'

/** A way as a person reads it. */
export interface SendingWords {
  readonly title: string
  readonly fits: string
  readonly limits: string
  readonly obstacles: readonly string[]
  /** What the user does; `null` where an administrator has to. */
  readonly todo: string | null
  /** What is entered in the device; `null` where that comes with the account. */
  readonly enter: string | null
}

export function sendingWords(weighed: WeighedWay, t: Translate): SendingWords {
  const { way, fits, obstacles, server } = weighed
  return {
    title: t(`sending.way.${way.id}.title`),
    fits: t('sending.fits', { fits }),
    limits: t(`sending.way.${way.id}.limits`),
    obstacles: obstacles.map((what) => obstacleWords(what, weighed, t)),
    todo: isOwnMailbox(way.id) && fits !== 'no' ? t(`sending.way.${way.id}.admin`) : null,
    enter: server === null || fits === 'no' ? null : serverWords(server, t),
  }
}

export function serverWords({ host, port, security }: SendingServer, t: Translate): string {
  const server = host ?? t('sending.own-mx')
  return t('sending.enter', { server, port: String(port), encryption: t(`security.${security}`) })
}

function obstacleWords(what: Obstacle, { end }: WeighedWay, t: Translate): string {
  if (what === 'ended' || what === 'ends-now' || what === 'off-unless-admin' || what === 'ends') {
    const day = end === null ? '' : what === 'ended' ? end.finalDay : end.day
    return t(`sending.obstacle.${what}`, {
      day: dayForReader(day) ?? day,
      newcomers: end?.newcomers ?? 'like-others',
    })
  }
  return t(`sending.obstacle.${what}`)
}
