import type { MECHANISMS } from '#shared/domain/mechanism.ts'
import type { IpAddress } from '#shared/domain/stage.ts'

/** How a technician wants one test to differ from the way mail programs go; `null`: as they do. */
export interface ExpertSettings {
  /** The one kind of address that is connected to. Through a proxy, which looks names up itself, it has no effect. */
  readonly family: IpAddress['family'] | null
  /** The one mechanism that is signed in with. */
  readonly mechanism: (typeof MECHANISMS)[number] | null
  /** In place of the address literal; of SMTP alone, as `parseEhloName` gives it. */
  readonly ehloName: string | null
}

export const NOT_EXPERT: ExpertSettings = { family: null, mechanism: null, ehloName: null }
