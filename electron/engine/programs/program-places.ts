/** Where other programs keep their files: a home, and what the environment says about it. */
export interface ProgramPlaces {
  readonly platform: NodeJS.Platform
  readonly home: string
  /** Where the folders of the system begin: `/`. Windows names its own in the environment. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
}
