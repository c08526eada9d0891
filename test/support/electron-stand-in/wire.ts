/** What the main process under the stand-in tells the test that drives it. */
export type FromMain =
  | {
      readonly type: 'window'
      readonly preload: string
      readonly webPreferences: Readonly<Record<string, unknown>>
    }
  | { readonly type: 'load'; readonly url: string }
  | { readonly type: 'to-page'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly type: 'opened'; readonly url: string }
  | { readonly type: 'shown' }
  | { readonly type: 'focused' }
  | { readonly type: 'error-box'; readonly words: string }
  | { readonly type: 'message-box'; readonly words: string }
  | { readonly type: 'print'; readonly id: number; readonly options: PrintOptions }

/** What the test asks of it, each with an answer. */
export type ToMain =
  | { readonly type: 'loaded' }
  | {
      readonly type: 'ipc'
      readonly channel: string
      readonly args: readonly unknown[]
      readonly frameUrl: string
      readonly frame: 'main' | 'foreign' | 'gone' | 'disposed'
    }
  | { readonly type: 'fetch'; readonly id: number; readonly url: string }
  | {
      readonly type: 'navigate'
      readonly id: number
      readonly event: string
      readonly url: string
      /** `other`: something that is made later, and that no window of ours shows. */
      readonly contents: 'window' | 'other'
    }
  | {
      readonly type: 'download'
      readonly id: number
      readonly url: string
      readonly fileName: string
      readonly origin: string
      readonly octets: number
    }
  | { readonly type: 'open-window'; readonly id: number; readonly url: string }
  | { readonly type: 'permission'; readonly id: number; readonly permission: string }
  /** As Electron tells of it: the program, and then its words. */
  | { readonly type: 'second-instance'; readonly args: readonly string[]; readonly folder: string }
  | { readonly type: 'open-file'; readonly path: string }
  /** In base64. */
  | { readonly type: 'printed'; readonly id: number; readonly pdf: string }
  | { readonly type: 'close' }

/** What our main process asks Electron to print with, which a Chromium page calls otherwise. */
export interface PrintOptions {
  readonly pageSize: string
  readonly printBackground: boolean
}

export interface FetchAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}
