/** An ISO date, `2026-11-20`. */
export type IsoDate = `${number}-${number}-${number}`

/** Where a fact was read and when. */
export interface Source {
  readonly name: string
  readonly date: IsoDate
}
